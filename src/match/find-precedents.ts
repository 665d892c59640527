import type { Embedder } from '../embed/embedder.ts';
import type { Precedent } from '../library/precedent.ts';
import { featuresOfSolution } from '../library/solution-features.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Log } from '../log.ts';
import type { Scope } from '../store/ctx.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { correctionOf } from '../store/precedents/match-corrections.ts';
import { type TermCounts, termCountsOf } from '../store/search/term-counts.ts';
import { findSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import type { Context } from '../text/context.ts';
import { idfOf } from '../text/idf.ts';
import type { SearchDocument } from '../text/search-document.ts';
import { featuresOf, type SearchFeatures } from '../text/search-features.ts';
import { answerThresholds } from './answer-thresholds.ts';
import { nearestCandidates } from './nearest-candidates.ts';
import { type Ranked, rank } from './rank.ts';
import { reasonsOf } from './reasons.ts';
import { type MatchEvidence, type Query, queryOf, type Signals, termIdsOf } from './signals.ts';
import { withSpellings } from './with-spellings.ts';

export type Problem = { title: string; symptoms: string; signatures: string[]; context: Context };

/** What is kept of a comparison, so that a verdict can later be held against it. */
type StoredSignals = Signals & { library: number; lead: number; logOdds: number };

export type FoundPrecedent = Precedent & { solution: StoredSolution; signals: StoredSignals };

/** Ranked solutions: `shown` are sure enough to be shown, `below` are the next nearest. */
export type Findings = { silent: boolean; shown: FoundPrecedent[]; below: FoundPrecedent[] };

const maxShown = 3;
const maxBelow = 10;
const noFindings: Findings = { silent: true, shown: [], below: [] };

type Input = {
  viewer: Viewer;
  problem: Problem;
  now: Date;
  threshold?: number;
  /** How many of the next nearest to return; 10 by default. */
  maxBelow?: number;
  /** The incident's own thread: its own solution is no precedent of it. */
  exceptThread?: { channelId: string; threadTs: string };
};

/**
 * The library's answer to a problem: hybrid candidates from the index, compared signal by signal, best first.
 * A problem without a single word or signature finds nothing.
 */
export async function findPrecedents(
  ctx: Scope & { embedder: Embedder; log?: Log },
  input: Input,
): Promise<Findings> {
  const features = featuresOf(input.problem);
  if (features.problem.size === 0 && features.signatures.length === 0) return noFindings;
  const asWritten = queryOf(features);
  const counts = await termCountsOf(ctx, termIdsOf(asWritten));
  if (counts.library === 0) return noFindings;
  const query = await withSpellings(asWritten, features, counts);
  const candidates = await nearestCandidates(ctx, { ...input, query, text: features.text }, counts);
  const ranked = await rankCandidates(ctx, input, query, candidates, counts);
  const threshold = input.threshold ?? answerThresholds.normal;
  const confidentOf = <Each extends { confidence: number }>(all: Each[]) =>
    all.filter(({ confidence }) => confidence >= threshold).slice(0, maxShown);
  const selected = ranked.slice(0, confidentOf(ranked).length + (input.maxBelow ?? maxBelow));
  const described = await describeRanked(ctx, input, features, selected, counts);
  // Not the places counted before: what somebody deleted or closed since the search has left the list.
  const shown = confidentOf(described);
  return { silent: shown.length === 0, shown, below: described.slice(shown.length) };
}

type RankInput = { id: string; document: SearchDocument } & MatchEvidence;

/** The candidates with what speaks for each, the likeliest first. */
async function rankCandidates(
  scope: Scope,
  { now }: Input,
  query: Query,
  candidates: Awaited<ReturnType<typeof nearestCandidates>>,
  counts: TermCounts,
): Promise<Ranked<RankInput>[]> {
  await counts.load(candidates.flatMap(({ document }) => [...document.titleIds, ...document.problem.keys()]));
  const effectiveness = await effectivenessOfSolutions(
    scope,
    candidates.map(({ solutionId }) => solutionId),
  );
  const rankInputs = candidates.map(({ solutionId, document, meaning, passages, occurredAt }) => ({
    id: solutionId,
    document,
    meaning,
    passages,
    ageDays: (now.getTime() - occurredAt.getTime()) / 86_400_000,
    effective: effectivenessSignal(effectiveness.get(solutionId)),
  }));
  return rank(query, rankInputs, idfIn(counts), counts.library, await correctionOf(scope));
}

/** The ranked as a person reads them, those that the viewer still may see. */
async function describeRanked(
  scope: Scope,
  { viewer }: Input,
  features: SearchFeatures,
  ranked: Ranked<RankInput>[],
  counts: TermCounts,
): Promise<FoundPrecedent[]> {
  const ids = ranked.map(({ candidate }) => candidate.id);
  const solutions = await findSolutions(scope, ids, viewer);
  const byId = new Map(solutions.map((solution) => [solution.id, solution]));
  const idf = idfIn(counts);
  return ranked
    .flatMap(({ candidate, confidence, lead, logOdds, ...each }) => {
      const solution = byId.get(candidate.id);
      // Retired since it was found.
      if (solution === undefined || solution.status === 'retired') return [];
      const { signatures, context } = solution.content;
      const matched = { signatures, context, features: featuresOfSolution(solution.content) };
      const why = reasonsOf(features, matched, { idf, ageDays: candidate.ageDays });
      const signals = { ...each.signals, library: counts.library, lead, logOdds };
      return [{ solutionId: candidate.id, confidence, why, signals, solution }];
    })
    .map((precedent, place) => ({ ...precedent, rank: place + 1 }));
}

function idfIn({ library, countOf }: TermCounts): (termId: number) => number {
  return (termId) => idfOf(termId, countOf(termId), library);
}

/** −1…1: 0 without a verdict, and the nearer to 0 the fewer there are. */
function effectivenessSignal(effectiveness: { score: number } | undefined): number {
  return effectiveness === undefined ? 0 : 2 * effectiveness.score - 1;
}
