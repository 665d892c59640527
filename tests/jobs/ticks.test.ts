import cron from 'node-cron';
import { expect, it } from 'vitest';
import { nightlyJobs } from '../../src/jobs/jobs.ts';
import { ticks } from '../../src/jobs/ticks.ts';

it('declares every tick once, at a time that cron understands', () => {
  const names = ticks.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  for (const { name, cron: pattern } of ticks) {
    const at = typeof pattern === 'string' ? pattern : pattern({ digestCron: '0 9 * * 1', timeZone: 'UTC' });
    expect(cron.validate(at), `${name}: ${at}`).toBe(true);
  }
});

it('has a tick for each nightly job, at the time that it declares', () => {
  const nightly = Object.entries(nightlyJobs).map(([name, { at }]) => ({ name, cron: at, inZone: true }));
  expect(nightly).toContainEqual({ name: 'refit-matching', cron: '41 4 * * *', inZone: true });
  expect(ticks.filter(({ name }) => name in nightlyJobs)).toMatchObject(nightly);
});
