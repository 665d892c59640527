import { expect, it } from 'vitest';
import { jobNames, naturalKeyOf, nightlyJobs, optionsOf, type QueuedJob } from '../../src/jobs/jobs.ts';
import type { Job, JobName } from '../../src/library/job.ts';

/** One of each kind that verbs ask for. A name that is missing does not compile. */
const samples: { [Name in JobName]: Extract<Job, { name: Name }> } = {
  answer: { name: 'answer', incidentId: 'inc_1' },
  'refresh-answer': { name: 'refresh-answer', incidentId: 'inc_1' },
  reconsider: { name: 'reconsider', incidentId: 'inc_1' },
  capture: { name: 'capture', incidentId: 'inc_1' },
  index: { name: 'index', solutionId: 'sol_1' },
  deliver: { name: 'deliver', key: 'answer:inc_1' },
  'verify-channel': { name: 'verify-channel', channelId: 'C1', day: '2026-03-02' },
  digest: { name: 'digest', channelId: 'C1', week: '2026-02-23' },
  embed: { name: 'embed' },
  backfill: { name: 'backfill', channelId: 'C1', step: 1 },
};

it('declares every job, and says of each how the queue treats it', () => {
  expect(jobNames.toSorted()).toEqual([...Object.keys(samples), ...Object.keys(nightlyJobs)].toSorted());
  const special = jobNames.filter((name) => Object.keys(optionsOf(name)).length > 0);
  expect(special.toSorted()).toEqual(['backfill', 'digest', 'embed']);
});

it('does a job of the night once a day', () => {
  for (const name of Object.keys(nightlyJobs)) {
    expect(naturalKeyOf({ name, day: '2026-03-02' } as QueuedJob)).toBe(`${name}:2026-03-02`);
  }
});

it('does once what is asked for once: per incident, per channel and day, per channel and week', () => {
  const keys = Object.values(samples).flatMap((job) => naturalKeyOf(job) ?? []);
  expect(keys.toSorted()).toEqual([
    'digest:C1:2026-02-23',
    'reconsider:inc_1',
    'verify-channel:C1:2026-03-02',
  ]);
});

it('makes a digest again each time that a person asks for it', () => {
  expect(naturalKeyOf({ ...samples.digest, asked: true })).toBeNull();
});
