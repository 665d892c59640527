import type { Scope } from '../store/ctx.ts';
import { indexTerms, solutionsWithOutdatedIndex } from '../store/search/search-index.ts';
import { lockVersion } from '../store/solutions/solution-versions.ts';
import { findSolution } from '../store/solutions/solutions.ts';
import { termSpace } from '../text/search-document.ts';
import { solutionDocument } from './solution-document.ts';

const batchSize = 50;

/**
 * Reads anew what another version of this code read into terms; until then such a solution is found by what is there.
 * What is left is the whole state, so a kill costs nothing. Returns whether all are read.
 */
export async function reindex(ctx: Scope, deadline: number): Promise<boolean> {
  const { workspaceId } = ctx;
  while (performance.now() < deadline) {
    const outdated = await solutionsWithOutdatedIndex(ctx, batchSize);
    if (outdated.length === 0) return true;
    for (const solutionId of outdated) {
      await ctx.db.transaction(async (db) => {
        const solution = await findSolution({ db, workspaceId }, solutionId, 'operator');
        // Who edits it in between indexes it as well, by this version.
        if (solution === null || !(await lockVersion({ db, workspaceId }, solutionId, solution.version)))
          return;
        const document = await solutionDocument({ db, workspaceId }, solution);
        await indexTerms(db, { workspaceId, solutionId, document }, termSpace);
      });
    }
  }
  return false;
}
