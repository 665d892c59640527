import cron from 'node-cron';
import { expect, it } from 'vitest';
import { jobs } from '../../src/jobs/jobs.ts';
import { ticks } from '../../src/jobs/ticks.ts';

it('declares every tick once, at a time that cron understands', () => {
  const names = ticks.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  for (const { name, cron: pattern } of ticks) {
    const at = typeof pattern === 'string' ? pattern : pattern({ digestCron: '0 9 * * 1', timeZone: 'UTC' });
    expect(cron.validate(at), `${name}: ${at}`).toBe(true);
  }
});

it('has a tick for each job that declares itself daily, at the time that it declares', () => {
  const daily = Object.entries(jobs).flatMap(([name, job]) =>
    job.daily === undefined ? [] : [[name, job.daily]],
  );
  expect(daily).toEqual([['refit-matching', '41 4 * * *']]);
  expect(ticks.filter(({ name }) => name in jobs && name !== 'digest' && name !== 'embed')).toMatchObject(
    daily.map(([name, at]) => ({ name, cron: at, inZone: true })),
  );
});
