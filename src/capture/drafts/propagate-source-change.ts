import type { Message } from '../../library/message.ts';
import type { SolutionContent } from '../../library/solution.ts';
import type { SourceChange } from '../../library/source-change.ts';
import { refreshDigests } from '../../outbox/refresh-digests.ts';
import { lacksEvidence, showsFix } from '../../solutions/lacks-evidence.ts';
import { refreshDraftsMentioning } from '../../solutions/refresh-drafts-mentioning.ts';
import { refreshMessages } from '../../solutions/refresh-messages.ts';
import { forgetOccurrencesOfThread, unlinkOccurrences } from '../../solutions/unlink-occurrences.ts';
import type { RendersDrafts } from '../../solutions/upsert-draft-message.ts';
import type { Ctx, Scope } from '../../store/ctx.ts';
import { messagesOfIncident } from '../../store/incidents/messages.ts';
import { unindexSolution } from '../../store/search/search-index.ts';
import {
  lockSolutionsFromMessage,
  retireSolution,
  rewriteSolution,
} from '../../store/solutions/rewrite-solution.ts';
import { occurrencesOf } from '../../store/solutions/solution-occurrences.ts';
import { wasEdited } from '../../store/solutions/solution-versions.ts';
import { findSolution, type StoredSolution } from '../../store/solutions/solutions.ts';
import { untitledSolution } from '../../text/fallback-titles.ts';
import { captureByRules } from '../capture-by-rules.ts';
import { scrubMergedMessage, scrubMessage } from './scrub-message.ts';
import { withIncidentContext } from './with-incident-context.ts';

/**
 * A message was edited or deleted: what rested on it alone leaves every solution, its versions and its index at
 * once, and with the last proof the solution is retired; messages of ours that showed it follow. Run in the
 * transaction that changes the message. A saved solution that nobody edited is captured anew by its own job besides.
 */
export async function propagateSourceChange(ctx: Ctx & RendersDrafts, change: SourceChange): Promise<void> {
  const { channelId, ts, incident } = change;
  const threadTs = incident?.threadTs ?? ts;
  if (change.deleted && ts === threadTs) await forgetThread(ctx, { channelId, threadTs });
  const affected = await lockSolutionsFromMessage(ctx, {
    channelId,
    ts,
    threadTs,
  });
  const fresh = affected.length === 0 ? null : rereadByRules(change);
  for (const solution of affected) await applyToSolution(ctx, change, solution, fresh);
  if (ts !== threadTs) return;
  await refreshDigests(ctx, {
    incidentIds: incident === null ? [] : [incident.id],
    solutionIds: affected.map((solution) => solution.id),
  });
}

async function applyToSolution(
  ctx: Ctx & RendersDrafts,
  change: SourceChange,
  solution: StoredSolution,
  fresh: SolutionContent | null,
): Promise<void> {
  const at = ctx.now();
  const edited = await wasEdited(ctx, solution.id);
  const isRootDeleted = change.deleted && change.ts === solution.source.threadTs;
  // Its words came from another thread, by a person's merge.
  const merged = change.incident !== null && change.incident.threadTs !== solution.source.threadTs;
  const threadChange = {
    ...change,
    thread: [...change.thread, ...(await otherThreads(ctx, change, solution))],
  };
  // Whether enough is left then is for the new capture to say.
  const willRecapture = !edited && !isRootDeleted && !merged && change.incident?.status === 'resolved';
  const { content, changed } = await rewriteSolution(ctx.db, solution, {
    rewrite: (content) => {
      if (isRootDeleted && !edited) return withoutContent(content);
      return merged ? scrubMergedMessage(content, threadChange) : scrubMessage(content, threadChange, fresh);
    },
    proven: (content) => solution.proven && (willRecapture || showsFix(content)),
    at,
    reason: change.deleted ? 'a message was deleted' : 'a message was edited',
  });
  // The index holds the words of the whole thread, also those that no solution quotes.
  if (solution.status !== 'retired') {
    await unindexSolution(ctx, solution.id);
    await ctx.enqueue({ name: 'index', solutionId: solution.id });
  }
  if (!changed) return;
  if (solution.status === 'active') {
    if (!willRecapture && lacksEvidence(solution.proven, content)) {
      await retireSolution(ctx, solution.id, at);
      await unlinkOccurrences(ctx, solution.id);
    }
  }
  await refreshMessages(ctx, solution, { threadExists: !isRootDeleted });
  if (solution.status === 'active') await refreshDraftsMentioning(ctx, solution.id);
}

/** What the thread was linked to elsewhere, and what it brought there, goes with it. */
async function forgetThread(
  ctx: Ctx & RendersDrafts,
  thread: { channelId: string; threadTs: string },
): Promise<void> {
  for (const solutionId of await forgetOccurrencesOfThread(ctx, thread)) {
    const solution = await findSolution(ctx, solutionId, 'operator');
    if (solution !== null) await refreshMessages(ctx, solution, { threadExists: true });
  }
}

/** What stands in another thread of the solution stays when this one loses it. */
async function otherThreads(
  ctx: Scope,
  { incident }: SourceChange,
  solution: StoredSolution,
): Promise<Message[]> {
  const occurrences = await occurrencesOf(ctx, solution.id);
  const threads = [solution.source, ...occurrences].map(({ incidentId }) => incidentId);
  const others = threads.filter((id) => id !== null && id !== incident?.id);
  const messages: Message[] = [];
  for (const id of others) if (id !== null) messages.push(...(await messagesOfIncident(ctx, id)));
  return messages;
}

/** What the thread says now, by rules: at once, and without asking anybody. Null when its root is gone. */
function rereadByRules({ incident, thread }: SourceChange): SolutionContent | null {
  const root = thread.find((message) => message.ts === incident?.threadTs);
  if (incident === null || root === undefined) return null;
  const { openedAt, resolvedAt } = incident;
  const replies = thread.filter((message) => message !== root);
  return withIncidentContext(incident, captureByRules({ root, replies, openedAt, resolvedAt }).content);
}

/** The thread was taken back whole, and nobody had made it their own: that there was something is all that is kept. */
function withoutContent({ leftOut: _, ...content }: SolutionContent): SolutionContent {
  return {
    ...content,
    title: untitledSolution,
    symptoms: '',
    signatures: [],
    context: { service: null, environment: null, severity: null },
    rootCause: null,
    fix: { immediate: null, permanent: null },
    steps: [],
    tags: [],
  };
}
