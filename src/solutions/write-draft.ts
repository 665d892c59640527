import { isDeepStrictEqual } from 'node:util';
import type { DraftedSolution } from '../library/draft.ts';
import { newId } from '../library/new-id.ts';
import type { Ctx } from '../store/ctx.ts';
import { unindexSolution } from '../store/search/search-index.ts';
import { changeDraftStatus } from '../store/solutions/draft-decisions.ts';
import { retireSolution } from '../store/solutions/rewrite-solution.ts';
import { deleteVersionsBefore, insertDraft, writeVersion } from '../store/solutions/solution-versions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import type { DraftCandidate } from './find-duplicate.ts';
import { indexContent } from './index-content.ts';
import { lacksEvidence } from './lacks-evidence.ts';
import { refreshDraftsMentioning } from './refresh-drafts-mentioning.ts';
import { refreshMessages } from './refresh-messages.ts';
import { unlinkOccurrences } from './unlink-occurrences.ts';
import type { RendersDrafts } from './upsert-draft-message.ts';

/** What a thread was captured as. */
export type CapturedDraft = DraftCandidate & Pick<DraftedSolution, 'timeToResolutionMinutes'>;

/** Writes a new draft or past incident, or what it says anew, and indexes it. Returns its id. Run in a transaction. */
export async function writeDraft(
  ctx: Ctx & RendersDrafts,
  before: StoredSolution | null,
  draft: CapturedDraft,
  status: 'draft' | 'past' = 'draft',
): Promise<string> {
  if (before === null) {
    const id = newId('sol');
    await insertDraft(ctx.db, { ...draft, workspaceId: ctx.workspaceId, id, createdAt: ctx.now() }, status);
    await indexContent(ctx, { ...draft, id });
    return id;
  }
  if (before.status !== status) await changeDraftStatus(ctx, before.id, status, ctx.now());
  // Also where it says the same: what else was written in the thread is found by its words, too.
  await writeCaptured(ctx, before, draft);
  await indexContent(ctx, { ...before, content: draft.content });
  return before.id;
}

/** Whether a capture says nothing new. */
export function isSameCapture(before: StoredSolution, draft: DraftCandidate): boolean {
  return before.proven === draft.proven && isDeepStrictEqual(before.content, draft.content);
}

/** A capture that nobody has looked at yet takes the place of the one before. */
async function writeCaptured(
  ctx: Ctx & RendersDrafts,
  before: StoredSolution,
  draft: CapturedDraft,
): Promise<boolean> {
  if (isSameCapture(before, draft)) return false;
  const { workspaceId } = ctx;
  const { content, proven, timeToResolutionMinutes } = draft;
  await writeVersion(
    ctx.db,
    { workspaceId, solutionId: before.id, version: before.version },
    { content, proven, timeToResolutionMinutes, by: null, at: ctx.now(), reason: 'captured again' },
  );
  // Nobody wrote these versions: a word that was deleted in Slack must not live on in one.
  await deleteVersionsBefore(ctx, before.id, before.version + 1);
  return true;
}

/** A saved solution that nobody edited, after its thread changed; retired when nothing is left that shows it. */
export async function recaptureSaved(
  ctx: Ctx & RendersDrafts,
  before: StoredSolution,
  draft: CapturedDraft,
): Promise<string> {
  const changed = await writeCaptured(ctx, before, draft);
  const hasLostEvidence = lacksEvidence(before.proven, draft.content);
  if (!changed && !hasLostEvidence) return before.id;
  await unindexSolution(ctx, before.id);
  if (hasLostEvidence) {
    await retireSolution(ctx, before.id, ctx.now());
    await unlinkOccurrences(ctx, before.id);
  } else {
    await ctx.enqueue({ name: 'index', solutionId: before.id });
  }
  await refreshMessages(ctx, before, { threadExists: true });
  await refreshDraftsMentioning(ctx, before.id);
  return before.id;
}
