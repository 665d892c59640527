import { isDeepStrictEqual } from 'node:util';
import { isLost } from '../capture/drafts/scrub-message.ts';
import type { DraftedSolution } from '../library/draft.ts';
import { newId } from '../library/new-id.ts';
import type { Ctx } from '../store/ctx.ts';
import { unindexSolution } from '../store/search/search-index.ts';
import { retireSolution } from '../store/solutions/rewrite-solution.ts';
import { forgetVersionsBefore, insertDraft, writeVersion } from '../store/solutions/solution-versions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import type { RendersDrafts } from './draft-message.ts';
import { retellNamers, tellOfChange } from './draft-message.ts';
import type { Drafted } from './find-duplicate.ts';
import { releaseSources } from './link-occurrence.ts';

/** What a thread was captured as. */
export type Captured = Drafted & Pick<DraftedSolution, 'timeToResolutionMinutes'>;

/** Writes a new draft, or what it says anew. Returns its id. */
export async function writeDraft(
  ctx: Ctx & RendersDrafts,
  before: StoredSolution | null,
  draft: Captured,
): Promise<string> {
  if (before !== null) {
    await writeCaptured(ctx, before, draft);
    return before.id;
  }
  const id = newId('sol');
  await insertDraft(ctx.db, { ...draft, workspaceId: ctx.workspaceId, id, createdAt: ctx.now() });
  return id;
}

/** Whether a capture says nothing new. */
export function isSame(before: StoredSolution, draft: Drafted): boolean {
  return before.proven === draft.proven && isDeepStrictEqual(before.content, draft.content);
}

/** A capture that nobody has looked at yet takes the place of the one before. */
async function writeCaptured(
  ctx: Ctx & RendersDrafts,
  before: StoredSolution,
  draft: Captured,
): Promise<boolean> {
  if (isSame(before, draft)) return false;
  const { workspaceId } = ctx;
  const { content, proven, timeToResolutionMinutes } = draft;
  await writeVersion(
    ctx.db,
    { workspaceId, solutionId: before.id, version: before.version },
    { content, proven, timeToResolutionMinutes, by: null, at: ctx.now(), reason: 'captured again' },
  );
  // Nobody wrote these versions: a word that was deleted in Slack must not live on in one.
  await forgetVersionsBefore(ctx, before.id, before.version + 1);
  return true;
}

/** A saved solution that nobody edited, after its thread changed; retired when nothing is left that shows it. */
export async function captureSavedAnew(
  ctx: Ctx & RendersDrafts,
  before: StoredSolution,
  draft: Captured,
): Promise<string> {
  const changed = await writeCaptured(ctx, before, draft);
  const lost = isLost(before.proven, draft.content);
  if (!changed && !lost) return before.id;
  await unindexSolution(ctx, before.id);
  if (lost) {
    await retireSolution(ctx, before.id, ctx.now());
    await releaseSources(ctx, before.id);
  } else {
    await ctx.enqueue({ name: 'index', solutionId: before.id });
  }
  await tellOfChange(ctx, before, { threadStands: true });
  await retellNamers(ctx, before.id);
  return before.id;
}
