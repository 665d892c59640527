import type { Embedder } from '../embed/embedder.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Log } from '../log.ts';
import type { Scope } from '../store/ctx.ts';
import { type Candidate, searchSolutions } from '../store/search/search-solutions.ts';
import type { TermCounts } from '../store/search/term-counts.ts';
import { queryTerms } from '../text/query-terms.ts';
import { termSpace } from '../text/search-document.ts';
import { embedQuery, type QueryVector } from './embed-query.ts';
import { semanticSignalOf } from './semantic-signal.ts';
import type { Query } from './signals.ts';

/** Of more the benchmark found no more: 30 by BM25 lose one of a hundred, 120 add none. */
const maxLexicalCandidates = 60;
const minLexicalCandidates = 10;
const noVector: QueryVector = { embeddingModel: '', embedding: [], lexicalOnly: true };

/**
 * The solutions that the index finds nearest to a query, by words and, where that promises more, by meaning; each with
 * how far its meaning stands out (0–1). `counts` knows the query's terms.
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
): Promise<(Candidate & { meaning: number })[]> {
  const { viewer, query, text } = input;
  const lexicalQuery = {
    workspaceId: ctx.workspaceId,
    viewer,
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
  const semanticSignal = semanticSignalOf(vector, candidates);
  return candidates.map((candidate) => ({ ...candidate, meaning: semanticSignal(candidate.cosine) }));
}

function isThread(
  { source }: Candidate,
  thread: { channelId: string; threadTs: string } | undefined,
): boolean {
  return thread?.channelId === source.channelId && thread.threadTs === source.threadTs;
}
