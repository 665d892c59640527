import type { JobWithMetadata } from 'pg-boss';
import type { InboxEvent } from '../intake/messages/inbox-event.ts';
import type { Log } from '../log.ts';
import { type JobResult, runJob } from './run-job.ts';

/** `again`: it was early once and has been requeued. */
export type InboxPayload = InboxEvent & { workspaceId: string; again?: true };
/** Without data its event was handled and its words cleared; then a kill came before pg-boss had heard of it. */
export type InboxJob = JobWithMetadata<InboxPayload> | JobWithMetadata<null>;

/** "early": what the event belongs to may still come. Answered on the first try alone. */
export type HandleEvent = (
  workspaceId: string,
  event: InboxEvent,
  firstTry: boolean,
) => Promise<'handled' | 'early'>;

/**
 * Handles events one after the other, in the order of Slack's own time, so that a reply is not handled before its root.
 * `early` are those to be handled once more; for the queue they are completed.
 */
export async function runInboxBatch(
  jobs: readonly InboxJob[],
  run: { handle: HandleEvent; beforeEach: () => Promise<void>; log: Log },
): Promise<{ results: JobResult[]; early: { id: string; data: InboxPayload }[] }> {
  const results: JobResult[] = jobs
    .filter((job) => !hasEvent(job))
    .map(({ id }) => ({ id, status: 'completed' }));
  const early: { id: string; data: InboxPayload }[] = [];
  for (const { id, data, retryCount } of jobs.filter(hasEvent).toSorted(bySlackTime)) {
    await run.beforeEach();
    const { workspaceId, again, ...event } = data;
    const work = async () => {
      const firstTry = retryCount === 0 && again !== true;
      if ((await run.handle(workspaceId, event, firstTry)) === 'early') early.push({ id, data });
    };
    const result = await runJob(id, work, (err) =>
      run.log.warn(
        { err, workspaceId, kind: data.kind, retry: retryCount },
        'an event failed and will be tried again',
      ),
    );
    results.push(result);
  }
  return { results, early };
}

function hasEvent(job: InboxJob): job is JobWithMetadata<InboxPayload> {
  return job.data !== null;
}

/** Events come over several sockets: what was kept first need not have happened first. */
function bySlackTime({ data: a }: { data: InboxEvent }, { data: b }: { data: InboxEvent }): number {
  const tsOf = (event: InboxEvent) => ('message' in event ? event.message.ts : event.at);
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  // What happened in the same millisecond stays in the order in which it came.
  if (tsOf(a) === tsOf(b)) return 0;
  return tsOf(a) < tsOf(b) ? -1 : 1;
}
