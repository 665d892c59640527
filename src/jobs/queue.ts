import { createHash } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { InboxEvent } from '../intake/messages/inbox-event.ts';
import type { Log } from '../log.ts';
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
import { jobNames, naturalKeyOf, optionsOf, type QueuedJob } from './jobs.ts';
import { type HandleEvent, type InboxJob, type InboxPayload, runInboxBatch } from './run-inbox-batch.ts';
import { runJob } from './run-job.ts';

export type Handlers = {
  inbox: HandleEvent;
  job: (workspaceId: string, job: QueuedJob) => Promise<void>;
};

/**
 * One job queue in one database. Each workspace has queues of its own ("T0123/answer"), so that no process takes the jobs
 * of a workspace that it does not serve.
 */
export type Queue = {
  /** Makes the workspace's queues. From then on its events and jobs gather. */
  open(workspaceId: string): Promise<void>;
  /** Keeps an event, once per workspace and `eventId`, before Slack hears that we have it. */
  persist(workspaceId: string, eventId: string, event: InboxEvent): Promise<void>;
  /** Sends a job through `db`: in a transaction, it exists only if that commits. */
  send(db: Db, workspaceId: string, job: QueuedJob): Promise<void>;
  /** Begins to work off what is there for the workspace. */
  work(workspaceId: string, handlers: Handlers): Promise<void>;
  /** Resolves when nothing waits or is active of the workspaces that work here: for imports, scripts and tests. */
  idle(): Promise<void>;
  /** Finishes what is in flight, takes nothing new, and lets go. */
  stop(): Promise<void>;
};

/** Slack's last retry comes after six minutes; an event is remembered for an hour, without its words. */
const rememberSeconds = 3_600;
/** How long an event or a job may take before it counts as hung. A worker that died is noticed by its heartbeat. */
const expireSeconds = { event: 120, job: 300, longJob: 900 } as const;
const queueOptions = {
  notify: true,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  heartbeatSeconds: 10,
} as const;

/** A notification wakes a worker once: it takes all that is there, or the rest would wait for the next poll. */
const workerOptions = {
  burstWhenBatchFull: true,
  perJobResults: true,
  includeMetadata: true,
  notifyPollingIntervalSeconds: 2,
} as const;
const inboxWorkers = { ...workerOptions, batchSize: 50 } as const;
const jobWorkers = { ...workerOptions, localConcurrency: 3, batchSize: 5 } as const;
const longJobWorkers = { ...workerOptions, localConcurrency: 4, batchSize: 1 } as const;

const maxYieldMs = 200;
const earlyWaitMs = 100;

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

  const inbox = groupCommit<{ id: string; data: InboxPayload }>(async (events) => {
    const byWorkspace = Map.groupBy(events, ({ data }) => data.workspaceId);
    for (const [workspaceId, group] of byWorkspace) await boss.insert(queueName(workspaceId, 'inbox'), group);
  });
  const workedWorkspaces = new Set<string>();

  /**
   * Has pg-boss look the queue up now. It would do so at the first send, through its own connection, and if that send is
   * part of a transaction, the embedded database's only connection is taken: both would wait forever.
   */
  const rememberQueue = (queue: string) => boss.findJobs(queue, { id: uuidOf('no job') });

  /** Early events stand in line once more, behind what they belong to: in a moment, not after a retry's second. */
  const requeueEarly = async (early: { id: string; data: InboxPayload }[]) => {
    if (early.length === 0) return;
    await setTimeout(earlyWaitMs);
    await Promise.all(
      early.map(({ id, data }) => inbox.add({ id: uuidOf(`${id} again`), data: { ...data, again: true } })),
    );
  };

  /**
   * Slack waits for a keep, and nobody for a handling. The embedded database answers without ever letting the event loop
   * turn, so between two handlings what came in is let in first, and kept, for a while.
   */
  const yieldToPersisting = async () => {
    await setImmediate();
    await Promise.race([inbox.settled(), setTimeout(maxYieldMs, undefined, { ref: false })]);
  };

  const workInbox = async (queue: string, handle: HandleEvent) => {
    await boss.work(queue, inboxWorkers, async (events: InboxJob[]) => {
      const { results, early } = await runInboxBatch(events, { handle, beforeEach: yieldToPersisting, log });
      await requeueEarly(early);
      const done = results.filter((result) => result.status === 'completed').map((result) => result.id);
      await clearJobPayloads(store.db, queue, done);
      return results;
    });
  };

  return {
    open: async (workspaceId) => {
      await boss.createQueue(queueName(workspaceId, 'inbox'), {
        ...queueOptions,
        expireInSeconds: expireSeconds.event,
        deleteAfterSeconds: rememberSeconds,
      });
      for (const name of jobNames) {
        const options = optionsOf(name);
        await boss.createQueue(queueName(workspaceId, name), {
          ...queueOptions,
          ...(options.oneAtATime === true ? { policy: 'stately' } : {}),
          expireInSeconds: options.isLong === true ? expireSeconds.longJob : expireSeconds.job,
          deleteAfterSeconds: options.rememberSeconds ?? rememberSeconds,
        });
      }
      for (const name of ['inbox', ...jobNames]) await rememberQueue(queueName(workspaceId, name));
      await adoptUnscopedJobs(store.db, workspaceId);
      if (store.kind === 'embedded') {
        const released = await releaseInterruptedJobs({ db: store.db, workspaceId });
        if (released > 0) log.info({ jobs: released }, 'went on with jobs that a kill had cut off');
      }
    },
    persist: (workspaceId, eventId, event) =>
      inbox.add({ id: uuidOf(`${workspaceId}:${eventId}`), data: { ...event, workspaceId } }),
    send: async (db, workspaceId, job) => {
      const { name, ...data } = job;
      const key = naturalKeyOf(job);
      const once = key === null ? {} : { id: uuidOf(`${workspaceId}:${key}`) };
      const later =
        job.name === 'backfill' && job.afterSeconds !== undefined ? { startAfter: job.afterSeconds } : {};
      const options = { ...once, ...later, db: bossDatabase(db) };
      await boss.send(queueName(workspaceId, name), { ...data, workspaceId }, options);
    },
    work: async (workspaceId, handlers) => {
      workedWorkspaces.add(workspaceId);
      await workInbox(queueName(workspaceId, 'inbox'), handlers.inbox);
      for (const name of jobNames) {
        const workers = optionsOf(name).isLong === true ? longJobWorkers : jobWorkers;
        await boss.work(queueName(workspaceId, name), workers, (batch: PayloadJob[]) =>
          Promise.all(batch.map((job) => runPayload(job, name, handlers.job, log))),
        );
      }
    },
    idle: async () => {
      while ((await countPendingJobs(store.db, [...workedWorkspaces])) > 0) await setTimeout(10);
    },
    stop: async () => {
      await inbox.settled();
      await boss.stop({ graceful: true, timeout: 20_000, close: true });
    },
  };
}

/** A job as it is stored: its queue says its name. */
type PayloadJob = JobWithMetadata<Omit<QueuedJob, 'name'> & { workspaceId: string }>;

function runPayload(
  { id, data, retryCount }: PayloadJob,
  name: QueuedJob['name'],
  handle: Handlers['job'],
  log: Log,
) {
  const { workspaceId, ...rest } = data;
  return runJob(
    id,
    () => handle(workspaceId, { ...rest, name } as QueuedJob),
    (err) =>
      log.warn({ err, workspaceId, job: name, retry: retryCount }, 'a job failed and will be tried again'),
  );
}

/** A job's id made from its natural key: the second insert of the same key is dropped by the primary key. */
function uuidOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
