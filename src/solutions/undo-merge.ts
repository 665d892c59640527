import { removeThread, revertMerge } from '../library/merge-content.ts';
import type { SolutionContent } from '../library/solution.ts';
import type { Ctx } from '../store/ctx.ts';
import { indexTerms, isIndexed } from '../store/search/search-index.ts';
import type { DeletedOccurrence } from '../store/solutions/solution-occurrences.ts';
import { contentsSince, rewriteVersion, writeOwnVersion } from '../store/solutions/solution-versions.ts';
import { findSolution, lockSolutions } from '../store/solutions/solutions.ts';
import { termSpace } from '../text/search-document.ts';
import { solutionDocument } from './solution-document.ts';

/**
 * What a thread was merged into forgets what it brought, now and in each version since. Nothing happens where only the
 * thread's outcome counted. Run in a transaction.
 */
export async function undoMerge(ctx: Ctx, occurrence: DeletedOccurrence): Promise<void> {
  const { solutionId, mergedVersion } = occurrence;
  if (mergedVersion === null) return;
  const [current] = await lockSolutions(ctx, [solutionId]);
  if (current === undefined) return;
  const versions = await contentsSince(ctx, solutionId, mergedVersion - 1);
  const [before, after] = versions;
  const bothExist = before?.version === mergedVersion - 1 && after?.version === mergedVersion;
  const draft = (await findSolution(ctx, occurrence.draftId, 'operator'))?.content ?? null;
  const withoutMerged = (content: SolutionContent) =>
    bothExist
      ? revertMerge(content, before.content, after.content)
      : removeThread(content, occurrence, draft);
  for (const { version, content } of versions.filter((each) => each.version >= mergedVersion)) {
    await rewriteVersion(ctx, solutionId, version, withoutMerged(content));
  }
  const content = withoutMerged(current.content);
  await writeOwnVersion(ctx, current, { content, at: ctx.now(), reason: 'a thread was taken out' });
  if (!(await isIndexed(ctx, solutionId))) return;
  // A merge changes neither title nor symptoms: the embedding stays.
  const { db, workspaceId } = ctx;
  const document = await solutionDocument(ctx, { content, source: current.source });
  await indexTerms(db, { workspaceId, solutionId, document }, termSpace);
}
