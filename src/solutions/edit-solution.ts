import { isDeepStrictEqual } from 'node:util';
import { PrecedentError } from '../errors.ts';
import type { SolutionContent } from '../library/solution.ts';
import type { Viewer } from '../library/viewer.ts';
import { refreshAnswers } from '../outbox/refresh-answers.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { changeDraftStatus } from '../store/solutions/draft-decisions.ts';
import { versionsOf, writeVersion } from '../store/solutions/solution-versions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';
import { isUndecided } from './auto-saved.ts';
import { findDuplicate } from './find-duplicate.ts';
import { indexContent, isSameProblem } from './index-content.ts';
import { refreshDraftsMentioning } from './refresh-drafts-mentioning.ts';
import { requireSolution } from './require-solution.ts';
import { type RendersDrafts, upsertDraftMessage } from './upsert-draft-message.ts';

/** Only one of its newest so many versions can be restored. */
export const maxVersions = 50;

/**
 * A person's edit becomes a new version; of an active solution the index follows. Throws not_found, or
 * conflict when somebody else changed it since the person opened it, or it is kept no longer.
 */
export async function editSolution(
  ctx: Ctx & RendersDrafts,
  input: {
    solutionId: string;
    version: number;
    content: SolutionContent;
    by: string;
    viewer: Viewer;
    /** The version that `content` is. */
    restores?: number;
  },
): Promise<StoredSolution> {
  const before = await requireSolution(ctx, input.solutionId, input.viewer);
  const edited = { ...before, content: input.content };
  // By its words alone: whoever sent the form does not wait for a model.
  const duplicate = isUndecided(before) ? await findDuplicate({ ...ctx, embedder: null }, edited) : null;
  return inTransaction(ctx, async (ctx) => {
    const isWritten = await writeVersion(
      ctx.db,
      { workspaceId: ctx.workspaceId, solutionId: before.id, version: input.version },
      {
        content: input.content,
        // A person who writes the fix vouches for it.
        proven: before.proven || input.content.fix.immediate !== null,
        by: input.by,
        at: ctx.now(),
        reason: input.restores === undefined ? 'edited' : `restored version ${input.restores}`,
      },
    );
    if (!isWritten)
      throw new PrecedentError(
        'conflict',
        editConflictMessage(await requireSolution(ctx, before.id, 'operator')),
      );
    if (input.restores !== undefined)
      await assertVersionUnchanged(ctx, before.id, input.restores, input.content);
    // Who writes the fix of a past incident makes it a draft, to be saved.
    await changeDraftStatus(ctx, before.id, 'draft', ctx.now());
    const after = await requireSolution(ctx, before.id, 'operator');
    const sameProblem = before.version === input.version && isSameProblem(before.content, after.content);
    await indexContent(ctx, after, { sameProblem });
    // Somebody may have saved it since it was read above.
    if (after.status === 'active') {
      await refreshAnswers(ctx, before.id);
      await refreshDraftsMentioning(ctx, before.id);
    }
    await upsertDraftMessage(ctx, before.id, duplicate);
    return after;
  });
}

/** A form shows 150 characters of it. */
function editConflictMessage({ status, mergedInto }: StoredSolution): string {
  if (mergedInto !== null) {
    return 'This counts to another fix by now, so nothing of yours was saved. Copy what you wrote, and edit that one: press See the fix in the thread.';
  }
  if (status === 'retired') {
    return 'This was discarded, or what showed it was deleted, so nothing of yours was saved. Copy what you wrote before you close this.';
  }
  return 'Somebody else changed this while you were editing. Nothing of yours was saved: copy what you wrote, close this, and press Edit again.';
}

/** A message that only this version rested on may have been deleted since it was read: its words must not come back. */
async function assertVersionUnchanged(
  ctx: Scope,
  solutionId: string,
  version: number,
  content: SolutionContent,
): Promise<void> {
  const versions = await versionsOf(ctx, solutionId, 'operator', maxVersions + 1);
  const now = versions.find((each) => each.version === version);
  if (now !== undefined && isDeepStrictEqual(now.content, content)) return;
  throw new PrecedentError(
    'conflict',
    'What this version rests on was just deleted or edited in Slack; nothing was restored. Look at the versions again.',
  );
}
