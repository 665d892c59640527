import type { SolutionContent, SolutionSource } from '../library/solution.ts';
import { featuresOfSolution } from '../library/solution-features.ts';
import type { Ctx } from '../store/ctx.ts';
import { indexSolution, indexTerms } from '../store/search/search-index.ts';
import { termSpace } from '../text/search-document.ts';
import { solutionDocument } from './solution-document.ts';

/**
 * What a solution says is found by its words from now on. Its embeddings go at once, unless it has `sameProblem` as they
 * were made of (title and symptoms), and a job makes what is missing: nobody waits for a model. Run in a transaction.
 */
export async function indexContent(
  ctx: Ctx,
  solution: { id: string; content: SolutionContent; source: SolutionSource },
  { sameProblem = false }: { sameProblem?: boolean } = {},
): Promise<void> {
  const { db, workspaceId } = ctx;
  const document = await solutionDocument(ctx, solution);
  const entry = { workspaceId, solutionId: solution.id, document };
  if (sameProblem) await indexTerms(db, entry, termSpace);
  else await indexSolution(db, { ...entry, embeddings: [] }, termSpace);
  await ctx.enqueue({ name: 'embed' });
}

/** Whether an embedding of the one is an embedding of the other. */
export function isSameProblem(a: SolutionContent, b: SolutionContent): boolean {
  return featuresOfSolution(a).text === featuresOfSolution(b).text;
}
