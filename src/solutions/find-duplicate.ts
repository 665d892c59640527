import { type Embedder, embedderNamed } from '../embed/embedder.ts';
import { contradictionsOf } from '../library/contradictions.ts';
import {
  duplicateThreshold,
  mergeOfferThreshold,
  type Similarity,
  similarityOf,
} from '../library/similarity.ts';
import { featuresOfSolution } from '../library/solution-features.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { servingModel } from '../store/search/embeddings.ts';
import { searchSolutions } from '../store/search/search-solutions.ts';
import { termCountsOf } from '../store/search/term-counts.ts';
import { findSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import { idfOf } from '../text/idf.ts';
import { queryTerms } from '../text/query-terms.ts';
import { documentOf, termId, termSpace } from '../text/search-document.ts';
import { termsOf } from '../text/words.ts';

/** The active solution that a draft is most like. `isCertain`: sure enough to link the draft to it without asking. */
export type DuplicateMatch = { solution: StoredSolution; similarity: Similarity; isCertain: boolean };

/** What of a draft decides which solutions it is like; it need not be stored yet. */
export type DraftCandidate = Pick<
  StoredSolution,
  'content' | 'source' | 'visibility' | 'proven' | 'occurredAt'
>;

type Scoped = Pick<StoredSolution, 'source' | 'visibility'>;

const maxCandidates = 20;

/**
 * Null when none is like it. Only solutions that exactly the same people may see are looked at. Without an embedder, or
 * when it does not answer, they are found by their words.
 */
export async function findDuplicate(
  ctx: Ctx & { embedder: Embedder | null },
  draft: DraftCandidate,
): Promise<DuplicateMatch | null> {
  const similar = await findSimilarSolutions(ctx, draft);
  if (similar.length === 0) return null;
  const idf = await idfOver(ctx, [draft, ...similar]);
  const [best] = similar
    .map((solution) => ({ solution, similarity: similarityOf(draft.content, solution.content, idf) }))
    .filter(({ similarity }) => similarity.score >= mergeOfferThreshold)
    .toSorted((a, b) => b.similarity.score - a.similarity.score || compareAge(a.solution, b.solution));
  return best === undefined ? null : { ...best, isCertain: isCertainMatch(best, draft) };
}

/** Of two that are as much like it, the one that was there first. */
function compareAge(a: StoredSolution, b: StoredSolution): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}

async function findSimilarSolutions(
  ctx: Ctx & { embedder: Embedder | null },
  draft: DraftCandidate,
): Promise<StoredSolution[]> {
  const { workspaceId } = ctx;
  const features = featuresOfSolution(draft.content);
  const document = documentOf(features);
  const counts = await termCountsOf(ctx, document.terms.keys());
  if (counts.library === 0) return [];
  const vector = await embedDraft(ctx, features.text);
  const viewer = viewerOf(draft);
  const found = await searchSolutions(ctx.db, {
    workspaceId,
    viewer,
    ...queryTerms(document, counts),
    ...vector,
    limit: maxCandidates,
    space: termSpace,
  });
  const solutions = await findSolutions(
    ctx,
    found.map((candidate) => candidate.solutionId),
    viewer,
  );
  return solutions.filter((solution) => isSameScope(solution, draft) && !isSameThread(solution, draft));
}

/** By the model whose index serves; empty where that cannot be asked. */
async function embedDraft(
  ctx: Ctx & { embedder: Embedder | null },
  text: string,
): Promise<{ embeddingModel: string; embedding: number[] }> {
  const embeddingModel = ctx.embedder === null ? '' : await servingModel(ctx, ctx.embedder.model);
  const embedder = ctx.embedder === null ? null : embedderNamed(ctx.embedder, embeddingModel);
  try {
    const [embedding = []] = (await embedder?.embed([text], 'document')) ?? [];
    return { embeddingModel, embedding };
  } catch (error) {
    ctx.log.warn(
      { err: error, model: embeddingModel },
      'the embedder did not answer; a draft was compared by its words alone',
    );
    return { embeddingModel, embedding: [] };
  }
}

/** Of every term of either side: a measure that knew only the draft's would depend on which of the two came first. */
async function idfOver(ctx: Scope, compared: readonly DraftCandidate[]): Promise<(term: string) => number> {
  const terms = new Set(
    compared.flatMap(({ content }) => [
      ...featuresOfSolution(content).problem.keys(),
      ...content.signatures.flatMap(termsOf),
    ]),
  );
  const counts = await termCountsOf(ctx, [...terms].map(termId));
  return (term) => idfOf(termId(term), counts.countOf(termId(term)), counts.library);
}

/** A thread that contradicts the solution, or that shows nothing, is for a person to judge. */
function isCertainMatch(match: Omit<DuplicateMatch, 'isCertain'>, draft: DraftCandidate): boolean {
  return (
    match.similarity.score >= duplicateThreshold &&
    draft.proven &&
    contradictionsOf(draft, [match.solution]).length === 0
  );
}

/** Whether whoever may see the one may see the other: the words of one then stay with the same people in the other. */
export function isSameScope(a: Scoped, b: Scoped): boolean {
  return (
    a.visibility === b.visibility &&
    (a.visibility === 'workspace' || a.source.channelId === b.source.channelId)
  );
}

function viewerOf(draft: DraftCandidate): Viewer {
  return draft.visibility === 'workspace'
    ? { workspaceWide: true, channelIds: [] }
    : { workspaceWide: false, channelIds: [draft.source.channelId] };
}

function isSameThread(a: Scoped, b: Scoped): boolean {
  return a.source.channelId === b.source.channelId && a.source.threadTs === b.source.threadTs;
}
