import { createHash } from 'node:crypto';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { PrecedentError } from '../errors.ts';
import type { InboxEvent } from '../intake/inbox-event.ts';
import type { Job } from '../library/job.ts';
import { describeError, type Log } from '../log.ts';
import { blankJobs, countPendingJobs, releaseCutOffJobs } from '../store/boss-jobs.ts';
import type { Db } from '../store/db.ts';
import { bossDatabase, type Store } from '../store/open.ts';

export type Handlers = {
  /** `firstTry`: what it depends on may only be late, so failing is cheap. */
  inbox: (event: InboxEvent, firstTry: boolean) => Promise<void>;
  job: (job: Job) => Promise<void>;
};

export type Queue = {
  /** Keeps an event, once per `eventId`, before Slack hears that we have it. */
  keep(eventId: string, event: InboxEvent): Promise<void>;
  enqueue(tx: Db, job: Job): Promise<void>;
  /** Begins to work off what is there; until then jobs only gather. */
  work(handlers: Handlers): Promise<void>;
  /** Resolves when nothing is waiting or active: for imports, scripts and tests. */
  idle(): Promise<void>;
  /** Finishes what is in flight, takes nothing new, and lets go. */
  stop(): Promise<void>;
};

/** Slack's last retry comes after six minutes; an event is remembered for an hour, without its words. */
const rememberEventSeconds = 3_600;
const jobNames = ['answer', 'capture', 'deliver', 'digest'] as const;
const inboxBatch = 50;

/** Starts pg-boss in the store's database. Its tables come up under its own advisory lock. */
export async function startQueue(store: Store, deps: { workspaceId: string; log: Log }): Promise<Queue> {
  const { log } = deps;
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
  const lasting = {
    notify: true,
    retryLimit: 8,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: 10,
  };
  await boss.createQueue('inbox', {
    ...lasting,
    expireInSeconds: 120,
    deleteAfterSeconds: rememberEventSeconds,
  });
  for (const name of jobNames) {
    await boss.createQueue(name, {
      ...lasting,
      expireInSeconds: 300,
      // A digest is remembered longer than its week, so that the same week's tick never makes a second one.
      deleteAfterSeconds: name === 'digest' ? 15 * 86_400 : rememberEventSeconds,
    });
  }
  if (store.kind === 'embedded') {
    const released = await releaseCutOffJobs(store.db);
    if (released > 0) log.info({ jobs: released }, 'went on with jobs that a kill had cut off');
  }

  const inFlight = new Set<Promise<unknown>>();
  const track = async <T>(work: Promise<T>): Promise<T> => {
    inFlight.add(work);
    try {
      return await work;
    } finally {
      inFlight.delete(work);
    }
  };

  return {
    keep: async (eventId, event) => {
      await track(boss.send('inbox', event, { id: uuidOf(`${deps.workspaceId}:${eventId}`) }));
    },
    enqueue: async (tx, job) => {
      const { name, ...data } = job;
      const once =
        job.name === 'digest' && job.asked !== true
          ? { id: uuidOf(`${deps.workspaceId}:digest:${job.channelId}:${job.week}`) }
          : {};
      await boss.send(name, data, { ...once, db: bossDatabase(tx) });
    },
    work: async (handlers) => {
      await boss.work(
        'inbox',
        {
          batchSize: inboxBatch,
          burstWhenBatchFull: true,
          perJobResults: true,
          includeMetadata: true,
          notifyPollingIntervalSeconds: 2,
        },
        async (jobs: JobWithMetadata<InboxEvent>[]) => {
          const results = [];
          // One after the other: a reply is not handled before its root.
          for (const job of [...jobs].sort(byTime)) {
            results.push(await settle(job, () => handlers.inbox(job.data, job.retryCount === 0), log));
          }
          const done = results.filter((result) => result.status === 'completed').map((result) => result.id);
          await blankJobs(store.db, 'inbox', done);
          return results;
        },
      );
      for (const name of jobNames) {
        await boss.work(
          name,
          {
            localConcurrency: name === 'deliver' ? 4 : 2,
            notifyPollingIntervalSeconds: 2,
            includeMetadata: true,
          },
          async (jobs: JobWithMetadata<Omit<Job, 'name'>>[]) => {
            for (const job of jobs) {
              try {
                await handlers.job({ ...job.data, name } as Job);
              } catch (error) {
                log.warn(
                  { err: error, job: name, retry: job.retryCount },
                  'a job failed and will be tried again',
                );
                // What pg-boss stores of a failure must hold no message's text either.
                throw new Error(describeFailure(error));
              }
            }
          },
        );
      }
    },
    idle: async () => {
      while ((await countPendingJobs(store.db)) > 0) await new Promise((done) => setTimeout(done, 10));
    },
    stop: async () => {
      await Promise.allSettled(inFlight);
      await boss.stop({ graceful: true, timeout: 20_000, close: true });
    },
  };
}

/** By Slack's own time: events come over several sockets, and what was kept first need not have happened first. */
function byTime(a: JobWithMetadata<InboxEvent>, b: JobWithMetadata<InboxEvent>): number {
  const tsOf = (event: InboxEvent) => ('message' in event ? event.message.ts : event.at);
  if (a.data.at !== b.data.at) return a.data.at < b.data.at ? -1 : 1;
  return tsOf(a.data) < tsOf(b.data) ? -1 : 1;
}

async function settle(job: JobWithMetadata<InboxEvent>, handle: () => Promise<void>, log: Log) {
  try {
    await handle();
    return { id: job.id, status: 'completed' as const };
  } catch (error) {
    const early = error instanceof PrecedentError && error.code === 'unavailable';
    log[early ? 'debug' : 'warn'](
      { err: error, kind: job.data?.kind, retry: job.retryCount },
      'an event failed and will be tried again',
    );
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
