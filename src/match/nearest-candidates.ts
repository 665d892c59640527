import type { Embedder } from '../embed/embedder.ts';
import { semanticModel } from '../embed/semantic-model.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Log } from '../log.ts';
import type { Scope } from '../store/ctx.ts';
import { type Candidate, searchSolutions } from '../store/search/search-solutions.ts';
import type { TermCounts } from '../store/search/term-counts.ts';
import { queryTerms } from '../text/query-terms.ts';
import { termSpace } from '../text/search-document.ts';
import { embedQuery, type QueryVector } from './embed-query.ts';
import type { Query } from './signals.ts';

/** Of more the benchmark found no more: 30 by BM25 lose one of a hundred, 120 add none. */
const maxLexicalCandidates = 60;
const minLexicalCandidates = 10;
/** What was saved, and what ended without anybody saving a fix. */
const remembered = ['active', 'draft', 'past'] as const;
const noVector: QueryVector = { embeddingModel: '', embedding: [], lexicalOnly: true };

/**
 * The solutions and past incidents that the index finds nearest to a query, by words and, where that promises more, by
 * meaning. `counts` knows the query's terms.
 */
export async function nearestCandidates(
  ctx: Scope & { embedder: Embedder; log?: Log },
  input: {
    viewer: Viewer;
    query: Query;
    /** What is embedded. */
    text: string;
    exceptThread?: { channelId: string; threadTs: string };
  },
  counts: TermCounts,
): Promise<(Candidate & { meaning: number; passages: number })[]> {
  const { viewer, query, text } = input;
  const lexicalQuery = {
    workspaceId: ctx.workspaceId,
    viewer,
    statuses: remembered,
    ...queryTerms(query, counts),
    ...noVector,
    limit: maxLexicalCandidates,
    space: termSpace,
  };
  // Vectors that hold only the words are worth a second look where the words find little, and cost it nowhere else.
  let found = ctx.embedder.lexicalOnly === true ? await searchSolutions(ctx.db, lexicalQuery) : [];
  let vector = noVector;
  if (found.length < minLexicalCandidates) {
    vector = await embedQuery(ctx, { text });
    found = await searchSolutions(ctx.db, { ...lexicalQuery, ...vector });
  }
  const candidates = found.filter((candidate) => !isThread(candidate, input.exceptThread));
  const scale = scaleOf(vector, candidates);
  return candidates.map((candidate) => {
    const { cosine, passageCosine } = candidate;
    // What has no thread any more is as near as its problem is.
    return {
      ...candidate,
      meaning: scale(cosine),
      passages: scale(passageCosine > 0 ? passageCosine : cosine),
    };
  });
}

/** What the built-in encoder gives two problems that have nothing to do with each other; the weights are fitted to it. */
const unrelatedCosine = 0.3;

/** A model's cosines as the built-in encoder's: models differ in what an unrelated pair scores, and most candidates are unrelated. */
function scaleOf(vector: QueryVector, candidates: { cosine: number }[]): (cosine: number) => number {
  if (vector.lexicalOnly || vector.embedding.length === 0) return () => 0;
  if (vector.embeddingModel === semanticModel) return (cosine) => Math.max(0, cosine);
  const cosines = candidates.map(({ cosine }) => cosine).filter((cosine) => cosine > 0);
  const median = cosines.toSorted((a, b) => a - b)[Math.floor((cosines.length - 1) / 2)] ?? 0;
  if (median >= 1) return (cosine) => (cosine > 0 ? unrelatedCosine : 0);
  return (cosine) =>
    cosine <= 0 ? 0 : unrelatedCosine + ((1 - unrelatedCosine) * Math.max(0, cosine - median)) / (1 - median);
}

function isThread(
  { source }: Candidate,
  thread: { channelId: string; threadTs: string } | undefined,
): boolean {
  return thread?.channelId === source.channelId && thread.threadTs === source.threadTs;
}
