import { createHash } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { PrecedentError } from '../errors.ts';
import type { InboxEvent } from '../intake/messages/inbox-event.ts';
import type { Job } from '../library/job.ts';
import { describeError, type Log } from '../log.ts';
import type { Db } from '../store/connection/db.ts';
import { bossDatabase, type Store } from '../store/connection/open.ts';
import {
  adoptUnscopedJobs,
  clearJobPayloads,
  countPendingJobs,
  queueName,
  releaseInterruptedJobs,
} from '../store/jobs/boss-jobs.ts';
import { groupCommit } from './group-commit.ts';
import { jobNames, jobs, naturalKeyOf } from './jobs.ts';

export type Handlers = {
  /** `firstTry`: what it depends on may only be late, so failing is cheap. */
  inbox: (workspaceId: string, event: InboxEvent, firstTry: boolean) => Promise<void>;
  job: (workspaceId: string, job: Job) => Promise<void>;
};

/** One job queue in one database. Each workspace has queues of its own, so that no process takes what another serves. */
export type Queue = {
  /** Makes the workspace's queues. From then on its events and jobs gather. */
  open(workspaceId: string): Promise<void>;
  /** Keeps an event, once per workspace and `eventId`, before Slack hears that we have it. */
  persist(workspaceId: string, eventId: string, event: InboxEvent): Promise<void>;
  /** Sends a job through `db`: in a transaction, it exists only if that commits. */
  send(db: Db, workspaceId: string, job: Job): Promise<void>;
  /** Begins to work off what is there for the workspace. */
  work(workspaceId: string, handlers: Handlers): Promise<void>;
  /** Resolves when nothing is waiting or active: for imports, scripts and tests. */
  idle(): Promise<void>;
  /** Finishes what is in flight, takes nothing new, and lets go. */
  stop(): Promise<void>;
};

/** Slack's last retry comes after six minutes; an event is remembered for an hour, without its words. */
const rememberEventSeconds = 3_600;
const inboxBatch = 50;
const maxYieldMs = 200;
const earlyWaitMs = 100;
/** A notification wakes a worker once: it takes all that is there, or the rest would wait for the next poll. */
const jobWorkers = { localConcurrency: 3, batchSize: 5 } as const;
const inTurnWorkers = { localConcurrency: 1, batchSize: 1 } as const;

type Payload = { workspaceId: string };
type RetryMark = { again?: true };
type InboxJob = { id: string; data: InboxEvent & Payload & RetryMark };

type OpenJob = JobWithMetadata<InboxEvent & Payload & RetryMark>;
/** Its event was handled and its words are gone; then a kill came before pg-boss had heard of it. */
type BlankedJob = JobWithMetadata<null>;

/** Starts pg-boss in the store's database. Its tables come up under its own advisory lock. */
export async function startQueue(store: Store, { log }: { log: Log }): Promise<Queue> {
  const boss = new PgBoss({
    ...store.boss,
    schema: 'pgboss',
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 600,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue met an error'));
  boss.on('warning', (warning) => log.warn({ kind: warning.message }, 'the job queue warns'));
  await boss.start();
  const queueOptions = {
    notify: true,
    retryLimit: 8,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: 10,
  };
  const open = async (workspaceId: string) => {
    await boss.createQueue(queueName(workspaceId, 'inbox'), {
      ...queueOptions,
      expireInSeconds: 120,
      deleteAfterSeconds: rememberEventSeconds,
    });
    for (const name of jobNames) {
      const { oneAtATime, rememberSeconds } = jobs[name].options;
      await boss.createQueue(queueName(workspaceId, name), {
        ...queueOptions,
        ...(oneAtATime === true ? { policy: 'stately' } : {}),
        expireInSeconds: 300,
        deleteAfterSeconds: rememberSeconds ?? rememberEventSeconds,
      });
    }
    await adoptUnscopedJobs(store.db, workspaceId);
    if (store.kind === 'embedded') {
      const released = await releaseInterruptedJobs({ db: store.db, workspaceId });
      if (released > 0) log.info({ jobs: released }, 'went on with jobs that a kill had cut off');
    }
  };

  const inbox = groupCommit<InboxJob>(async (events) => {
    const byWorkspace = Map.groupBy(events, ({ data }) => data.workspaceId);
    for (const [workspaceId, group] of byWorkspace) await boss.insert(queueName(workspaceId, 'inbox'), group);
  });

  /** What came before what it belongs to stands in line once more, behind it: in a moment, not after a retry's second. */
  const requeueEarly = async (early: InboxJob[]) => {
    if (early.length === 0) return;
    await setTimeout(earlyWaitMs);
    await Promise.all(
      early.map(({ id, data }) => inbox.add({ id: uuidOf(`${id} again`), data: { ...data, again: true } })),
    );
  };

  /**
   * Slack waits for a keep, and nobody for a handling. The embedded database answers without ever letting the
   * event loop turn, so between two handlings what came in is let in first, and kept, for a while.
   */
  const yieldToPersisting = async () => {
    await setImmediate();
    await Promise.race([inbox.settled(), setTimeout(maxYieldMs, undefined, { ref: false })]);
  };

  return {
    open,
    persist: (workspaceId, eventId, event) =>
      inbox.add({ id: uuidOf(`${workspaceId}:${eventId}`), data: { ...event, workspaceId } }),
    send: async (db, workspaceId, job) => {
      const { name, ...data } = job;
      const key = naturalKeyOf(job);
      const once = key === null ? {} : { id: uuidOf(`${workspaceId}:${key}`) };
      const later =
        job.name === 'backfill' && job.afterSeconds !== undefined ? { startAfter: job.afterSeconds } : {};
      await boss.send(
        queueName(workspaceId, name),
        { ...data, workspaceId },
        { ...once, ...later, db: bossDatabase(db) },
      );
    },
    work: async (workspaceId, handlers) => {
      const inboxQueue = queueName(workspaceId, 'inbox');
      await boss.work(
        inboxQueue,
        {
          batchSize: inboxBatch,
          burstWhenBatchFull: true,
          perJobResults: true,
          includeMetadata: true,
          notifyPollingIntervalSeconds: 2,
        },
        async (events: (OpenJob | BlankedJob)[]) => {
          const results: { id: string; status: 'completed' | 'failed' }[] = events
            .filter((job) => !isOpenJob(job))
            .map(({ id }) => ({ id, status: 'completed' }));
          const early: InboxJob[] = [];
          // One after the other: a reply is not handled before its root.
          for (const job of events.filter(isOpenJob).sort(byTime)) {
            await yieldToPersisting();
            const firstTry = job.retryCount === 0 && job.data.again !== true;
            const { workspaceId: ofWorkspace, ...event } = job.data;
            const result = await runInboxJob(job, () => handlers.inbox(ofWorkspace, event, firstTry), log);
            if (firstTry && result.status === 'early') early.push({ id: job.id, data: job.data });
            results.push({
              ...result,
              status: result.status === 'failed' ? ('failed' as const) : ('completed' as const),
            });
          }
          await requeueEarly(early);
          const done = results.filter((result) => result.status === 'completed').map((result) => result.id);
          await clearJobPayloads(store.db, inboxQueue, done);
          return results;
        },
      );
      for (const name of jobNames) {
        await boss.work(
          queueName(workspaceId, name),
          {
            ...(jobs[name].options.inTurn === true ? inTurnWorkers : jobWorkers),
            burstWhenBatchFull: true,
            perJobResults: true,
            includeMetadata: true,
            notifyPollingIntervalSeconds: 2,
          },
          (batch: JobWithMetadata<Omit<Job, 'name'> & Payload>[]) =>
            Promise.all(
              batch.map((job) => {
                const { workspaceId: ofWorkspace, ...data } = job.data;
                return runJob(job, () => handlers.job(ofWorkspace, { ...data, name } as Job), log);
              }),
            ),
        );
      }
    },
    idle: async () => {
      while ((await countPendingJobs(store.db)) > 0) await setTimeout(10);
    },
    stop: async () => {
      await inbox.settled();
      await boss.stop({ graceful: true, timeout: 20_000, close: true });
    },
  };
}

function isOpenJob(job: OpenJob | BlankedJob): job is OpenJob {
  return job.data !== null;
}

/** By Slack's own time: events come over several sockets, and what was kept first need not have happened first. */
function byTime(a: JobWithMetadata<InboxEvent>, b: JobWithMetadata<InboxEvent>): number {
  const tsOf = (event: InboxEvent) => ('message' in event ? event.message.ts : event.at);
  if (a.data.at !== b.data.at) return a.data.at < b.data.at ? -1 : 1;
  return tsOf(a.data) < tsOf(b.data) ? -1 : 1;
}

async function runInboxJob(job: JobWithMetadata<InboxEvent>, handle: () => Promise<void>, log: Log) {
  try {
    await handle();
    return { id: job.id, status: 'completed' as const };
  } catch (error) {
    if (error instanceof PrecedentError && error.code === 'unavailable') {
      return { id: job.id, status: 'early' as const };
    }
    log.warn(
      { err: error, kind: job.data.kind, retry: job.retryCount },
      'an event failed and will be tried again',
    );
    return { id: job.id, status: 'failed' as const, output: { failure: describeFailure(error) } };
  }
}

/** What pg-boss stores of a failure must hold no message's text either. */
async function runJob(job: JobWithMetadata<object>, handle: () => Promise<void>, log: Log) {
  try {
    await handle();
    return { id: job.id, status: 'completed' as const };
  } catch (error) {
    log.warn({ err: error, job: job.name, retry: job.retryCount }, 'a job failed and will be tried again');
    return { id: job.id, status: 'failed' as const, output: { failure: describeFailure(error) } };
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof PrecedentError) return `${error.code}: ${error.message}`;
  return String(describeError(error).type ?? 'error');
}

/** A job's id made from its natural key: the second insert of the same key is dropped by the primary key. */
function uuidOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
