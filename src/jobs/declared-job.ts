import type { JobName, JobNamed } from '../library/job.ts';

export type JobOptions = {
  /** At most one at work and one that waits, on all replicas together. */
  oneAtATime?: true;
  /** Takes up to minutes: a worker takes one at a time, so that no other job waits behind it. */
  isLong?: true;
  /** How long its natural key is remembered, in seconds; left out: an hour. */
  rememberSeconds?: number;
};

/** Everything about one kind of job: what makes it once, how the queue treats it, and the verb that does it. */
export type DeclaredJob<Name extends JobName, JobCtx> = {
  /** The natural key of a job that is done once, however often it is asked for; null: each time. */
  key: (job: JobNamed<Name>) => string | null;
  options: JobOptions;
  handle: (ctx: JobCtx, job: JobNamed<Name>) => Promise<void>;
};

/** A name without an entry does not compile. */
export type DeclaredJobs<JobCtx> = { readonly [Name in JobName]: DeclaredJob<Name, JobCtx> };

/** A job that the clock alone starts, once a night: when, as a cron expression in the team's time zone, and the verb. */
export type NightlyJob<JobCtx> = { at: string; handle: (ctx: JobCtx) => Promise<void> };
