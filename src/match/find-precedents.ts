import type { Embedder } from '../embed/embedder.ts';
import type { Context } from '../library/context.ts';
import { idfOf } from '../library/idf.ts';
import type { Precedent } from '../library/precedent.ts';
import { queryTerms } from '../library/query-terms.ts';
import { termSpace } from '../library/search-document.ts';
import { featuresOf, featuresOfSolution } from '../library/search-features.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/db.ts';
import { effectivenessOfSolutions } from '../store/feedback.ts';
import { correctionOf } from '../store/match-corrections.ts';
import { type Candidate, searchSolutions } from '../store/search-solutions.ts';
import { findSolutions, type StoredSolution } from '../store/solutions.ts';
import { termCountsOf } from '../store/term-counts.ts';
import { embedQuery, type QueryVector } from './embed-query.ts';
import { meaningOf } from './meaning.ts';
import { rank } from './rank.ts';
import { reasonsOf } from './reasons.ts';
import { queryOf, type Signals } from './signals.ts';
import { speakFrom } from './speak-from.ts';

export type Trouble = { title: string; symptoms: string; signatures: string[]; context: Context };

/** What is kept of a comparison, so that a verdict can later be held against it. */
type KeptSignals = Signals & { library: number; lead: number; logOdds: number };

export type FoundPrecedent = Precedent & { solution: StoredSolution; signals: KeptSignals };

/** Ranked solutions: `shown` are sure enough to be spoken of, `below` are the next nearest. */
export type Findings = { silent: boolean; shown: FoundPrecedent[]; below: FoundPrecedent[] };

/** Of more the benchmark found no more: 30 by BM25 lose one of a hundred, 120 add none. */
const candidatesByWords = 60;
const fewByWords = 10;
const noVector: QueryVector = { embeddingModel: '', embedding: [], wordsOnly: true };
const mostShown = 3;

/**
 * The library's answer to a trouble: hybrid candidates from the index, compared signal by signal, best first.
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
  const { workspaceId, viewer } = input;
  const features = featuresOf(input.trouble);
  if (features.trouble.size === 0 && features.signatures.length === 0) return nothing;
  const query = queryOf(features);
  const counts = await termCountsOf(deps.db, workspaceId, [...query.terms.keys(), ...query.saidIds]);
  if (counts.library === 0) return nothing;
  const idf = (id: number) => idfOf(id, counts.countOf(id), counts.library);
  const asked = {
    workspaceId,
    viewer,
    ...queryTerms(query, counts),
    ...noVector,
    limit: candidatesByWords,
    space: termSpace,
  };
  // Vectors that hold only the words are worth a second look where the words find little, and cost it nowhere else.
  let found = deps.embedder.wordsOnly === true ? await searchSolutions(deps.db, asked) : [];
  let vector: QueryVector = noVector;
  if (found.length < fewByWords) {
    vector = await embedQuery(deps, { workspaceId, text: features.text });
    found = await searchSolutions(deps.db, { ...asked, ...vector });
  }
  const candidates = found.filter((candidate) => !isThread(candidate, input.exceptThread));
  await counts.ask(candidates.flatMap(({ document }) => [...document.titleIds, ...document.trouble.keys()]));
  const meaning = meaningOf(vector, candidates);
  const effectiveness = await effectivenessOfSolutions(
    deps.db,
    workspaceId,
    candidates.map(({ solutionId }) => solutionId),
  );
  const ranked = rank(
    query,
    candidates.map((candidate) => ({
      id: candidate.solutionId,
      document: candidate.document,
      meaning: meaning(candidate.cosine),
      ageDays: (input.now.getTime() - candidate.occurredAt.getTime()) / 86_400_000,
      effective: leaningOf(effectiveness.get(candidate.solutionId)),
    })),
    idf,
    counts.library,
    await correctionOf(deps.db, workspaceId),
  );
  const threshold = input.threshold ?? speakFrom.normal;
  const sure = ranked.filter((each) => each.confidence >= threshold).slice(0, mostShown).length;
  const told = ranked.slice(0, sure + (input.mostBelow ?? mostBelow));
  const solutions = await findSolutions(
    deps.db,
    workspaceId,
    told.map(({ candidate }) => candidate.id),
    viewer,
  );
  const byId = new Map(solutions.map((solution) => [solution.id, solution]));
  const precedents = told.flatMap(({ candidate, confidence, lead, logOdds, ...each }, index) => {
    const solution = byId.get(candidate.id);
    if (solution === undefined) return [];
    const { signatures, context } = solution.content;
    const compared = { signatures, context, features: featuresOfSolution(solution.content) };
    const why = reasonsOf(features, compared, { idf, ageDays: candidate.ageDays });
    const signals = { ...each.signals, library: counts.library, lead, logOdds };
    return [{ solutionId: candidate.id, rank: index + 1, confidence, why, signals, solution }];
  });
  return { silent: sure === 0, shown: precedents.slice(0, sure), below: precedents.slice(sure) };
}

const mostBelow = 10;
const nothing: Findings = { silent: true, shown: [], below: [] };

function isThread(
  candidate: Candidate,
  thread: { channelId: string; threadTs: string } | undefined,
): boolean {
  return (
    thread !== undefined &&
    candidate.source.channelId === thread.channelId &&
    candidate.source.threadTs === thread.threadTs
  );
}

/** −1…1: 0 without a verdict, and the nearer to 0 the fewer there are. */
function leaningOf(effectiveness: { score: number } | undefined): number {
  return effectiveness === undefined ? 0 : 2 * effectiveness.score - 1;
}
