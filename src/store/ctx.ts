import type { Job } from '../library/job.ts';
import type { Log } from '../log.ts';
import type { Db } from './connection/db.ts';

/** Whose rows a query reads or writes, and through which connection or transaction. */
export type Scope = { db: Db; workspaceId: string };

/** Sends a job of the workspace; `within` sends it in a transaction, so that the job exists only if its reason does. */
export type Enqueue = {
  (job: Job): Promise<void>;
  within(db: Db): Enqueue;
};

/** What every verb works with. What else it needs stands beside it by name. */
export type Ctx = Scope & {
  enqueue: Enqueue;
  now: () => Date;
  log: Log;
};

/**
 * Runs `work` in one transaction, with a Ctx whose `db` is that transaction and whose jobs commit with it. Name the
 * inner one `ctx` too: the outer one is then out of reach. Within a transaction it makes a savepoint.
 */
export function inTransaction<C extends Pick<Ctx, 'db' | 'enqueue'>, Result>(
  ctx: C,
  work: (ctx: C) => Promise<Result>,
): Promise<Result> {
  return ctx.db.transaction((db) => work({ ...ctx, db, enqueue: ctx.enqueue.within(db) }));
}

/** For imports and scripts, which do by themselves what a job would do. */
export const enqueueNothing: Enqueue = Object.assign(async () => {}, { within: () => enqueueNothing });

/** An `Enqueue` out of a function that sends through a given connection. */
export function enqueueThrough(send: (db: Db, job: Job) => Promise<void>, db: Db): Enqueue {
  return Object.assign((job: Job) => send(db, job), {
    within: (inner: Db) => enqueueThrough(send, inner),
  });
}
