import type { Embedder } from '../embed/embedder.ts';
import type { Context } from '../library/context.ts';
import type { Precedent } from '../library/precedent.ts';
import {
  documentWeights,
  featuresOf,
  featuresOfSolution,
  type SearchFeatures,
  termId,
  termSpace,
} from '../library/search-features.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/db.ts';
import { countTerms, searchSolutions } from '../store/search-solutions.ts';
import { findSolutions, type StoredSolution } from '../store/solutions.ts';
import { compare } from './compare.ts';
import { confidenceOf } from './confidence.ts';
import { embedQuery } from './embed-query.ts';
import { idfOf } from './idf.ts';
import { speakFrom } from './speak-from.ts';

export type Trouble = { title: string; symptoms: string; signatures: string[]; context: Context };

export type FoundPrecedent = Precedent & { solution: StoredSolution };

/** Ranked solutions: `shown` are sure enough to be spoken of, `below` are the next nearest. */
export type Findings = { silent: boolean; shown: FoundPrecedent[]; below: FoundPrecedent[] };

const candidates = 50;
const mostShown = 3;

/**
 * The library's answer to a trouble: hybrid candidates from the store, compared feature by feature, best first.
 * A trouble without a single word or signature finds nothing.
 */
export async function findPrecedents(
  deps: { db: Db; embedder: Embedder; log?: Log },
  input: {
    workspaceId: string;
    viewer: Viewer;
    trouble: Trouble;
    now: Date;
    threshold?: number;
    /** How many of the next nearest to return; 10 unless told. */
    mostBelow?: number;
    /** The incident's own thread: what it taught itself is no precedent of it. */
    exceptThread?: { channelId: string; threadTs: string };
  },
): Promise<Findings> {
  const query = featuresOf(input.trouble);
  if (query.counts.size === 0 && query.signatures.length === 0) return { silent: true, shown: [], below: [] };
  const idf = await idfOfTerms(deps.db, input.workspaceId, query);
  const meaning = await embedQuery(deps, { workspaceId: input.workspaceId, text: query.text });
  const found = await searchSolutions(deps.db, {
    workspaceId: input.workspaceId,
    viewer: input.viewer,
    terms: queryWeights(query, idf.idf),
    candidateTermIds: idf.candidateTermIds,
    signatures: query.signatures,
    ...meaning,
    limit: candidates,
    space: termSpace,
  });
  const solutions = await findSolutions(
    deps.db,
    input.workspaceId,
    found.map((candidate) => candidate.solutionId),
    input.viewer,
  );
  const cosines = new Map(found.map((candidate) => [candidate.solutionId, candidate.cosine]));
  const ranked = solutions
    .filter((solution) => !isThread(solution, input.exceptThread))
    .map((solution) => {
      const comparison = compare(query, featuresOfSolution(solution.content), {
        idf: idf.idf,
        cosine: cosines.get(solution.id) ?? 0,
        ageDays: (input.now.getTime() - solution.occurredAt.getTime()) / 86_400_000,
      });
      return { solution, confidence: confidenceOf(comparison.signals, idf.library), why: comparison.why };
    })
    .sort((a, b) => b.confidence - a.confidence || (a.solution.id < b.solution.id ? -1 : 1))
    .map((entry, index) => ({ ...entry, solutionId: entry.solution.id, rank: index + 1 }));
  const threshold = input.threshold ?? speakFrom.normal;
  const shown = ranked.filter((entry) => entry.confidence >= threshold).slice(0, mostShown);
  return {
    silent: shown.length === 0,
    shown,
    below: ranked.slice(shown.length, shown.length + (input.mostBelow ?? 10)),
  };
}

function isThread(
  solution: StoredSolution,
  thread: { channelId: string; threadTs: string } | undefined,
): boolean {
  return (
    thread !== undefined &&
    solution.source.channelId === thread.channelId &&
    solution.source.threadTs === thread.threadTs
  );
}

/** Saturated as the document side is, so that a word pasted a hundred times does not decide alone. */
function queryWeights(query: SearchFeatures, idf: (term: string) => number): Map<number, number> {
  const weights = new Map<number, number>();
  for (const [term, weight] of documentWeights(query)) weights.set(termId(term), weight * idf(term));
  return weights;
}

/** Few enough rows for the exact inner product, whatever the size of the library. */
const mostCandidateRows = 2_000;
const fewestCandidateTerms = 4;

async function idfOfTerms(db: Db, workspaceId: string, query: SearchFeatures) {
  const ids = new Map([...query.counts.keys()].map((term) => [term, termId(term)]));
  const { library, counts } = await countTerms(db, workspaceId, [...ids.values()]);
  const countOf = (term: string) => counts.get(ids.get(term) ?? 0) ?? 0;
  const rarestFirst = [...ids.keys()]
    .filter((term) => countOf(term) > 0)
    .sort((a, b) => countOf(a) - countOf(b));
  const candidateTermIds: number[] = [];
  let rows = 0;
  for (const term of rarestFirst) {
    rows += countOf(term);
    if (rows > mostCandidateRows && candidateTermIds.length >= fewestCandidateTerms) break;
    candidateTermIds.push(ids.get(term) ?? 0);
  }
  return { library, candidateTermIds, idf: (term: string) => idfOf(term, countOf(term), library) };
}
