import type { JobName, JobNamed } from '../library/job.ts';

export type JobOptions = {
  /** One at work and one that waits, on all replicas together. */
  oneAtATime?: true;
  /** A handler takes them one by one, and between two of them another job of that name has its turn. */
  inTurn?: true;
  /** How long its natural key is remembered, in seconds; an hour unless told. */
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
