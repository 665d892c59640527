import type { Job } from '../../src/library/job.ts';
import { createLog } from '../../src/log.ts';
import type { Db } from '../../src/store/connection/db.ts';
import { type Ctx, enqueueThrough } from '../../src/store/ctx.ts';

/** A Ctx of workspace T1 whose jobs go into `jobs` instead of a queue; in a transaction, too. */
export function testCtx(db: Db, jobs: Job[] = [], now: () => Date = () => new Date()): Ctx {
  const enqueue = enqueueThrough(async (_, job) => void jobs.push(job), db);
  return { db, workspaceId: 'T1', enqueue, now, log: createLog('silent') };
}
