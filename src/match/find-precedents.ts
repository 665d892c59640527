import type { Embedder } from '../embed/embedder.ts';
import type { Precedent } from '../library/precedent.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/connection/db.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { correctionOf } from '../store/precedents/match-corrections.ts';
import { type TermCounts, termCountsOf } from '../store/search/term-counts.ts';
import { findSolutions, type StoredSolution } from '../store/solutions/solutions.ts';
import type { Context } from '../text/context.ts';
import { idfOf } from '../text/idf.ts';
import type { SearchDocument } from '../text/search-document.ts';
import { featuresOf, featuresOfSolution, type SearchFeatures } from '../text/search-features.ts';
import { speakFrom } from './answer-thresholds.ts';
import { nearestCandidates } from './nearest-candidates.ts';
import { type Ranked, rank } from './rank.ts';
import { reasonsOf } from './reasons.ts';
import { type Evidence, type Query, queryOf, type Signals } from './signals.ts';

export type Trouble = { title: string; symptoms: string; signatures: string[]; context: Context };

/** What is kept of a comparison, so that a verdict can later be held against it. */
type KeptSignals = Signals & { library: number; lead: number; logOdds: number };

export type FoundPrecedent = Precedent & { solution: StoredSolution; signals: KeptSignals };

/** Ranked solutions: `shown` are sure enough to be spoken of, `below` are the next nearest. */
export type Findings = { silent: boolean; shown: FoundPrecedent[]; below: FoundPrecedent[] };

const mostShown = 3;
const mostBelow = 10;
const nothing: Findings = { silent: true, shown: [], below: [] };

type Input = {
  workspaceId: string;
  viewer: Viewer;
  trouble: Trouble;
  now: Date;
  threshold?: number;
  /** How many of the next nearest to return; 10 unless told. */
  mostBelow?: number;
  /** The incident's own thread: what it taught itself is no precedent of it. */
  exceptThread?: { channelId: string; threadTs: string };
};

/**
 * The library's answer to a trouble: hybrid candidates from the index, compared signal by signal, best first.
 * A trouble without a single word or signature finds nothing.
 */
export async function findPrecedents(
  ctx: { db: Db; embedder: Embedder; log?: Log },
  input: Input,
): Promise<Findings> {
  const features = featuresOf(input.trouble);
  if (features.trouble.size === 0 && features.signatures.length === 0) return nothing;
  const query = queryOf(features);
  const counts = await termCountsOf({ db: ctx.db, workspaceId: input.workspaceId }, [
    ...query.terms.keys(),
    ...query.saidIds,
  ]);
  if (counts.library === 0) return nothing;
  const candidates = await nearestCandidates(ctx, { ...input, query, text: features.text }, counts);
  const ranked = await compared(ctx.db, input, query, candidates, counts);
  const threshold = input.threshold ?? speakFrom.normal;
  const surest = <Each extends { confidence: number }>(all: Each[]) =>
    all.filter(({ confidence }) => confidence >= threshold).slice(0, mostShown);
  const wanted = ranked.slice(0, surest(ranked).length + (input.mostBelow ?? mostBelow));
  const told = await toldOf(ctx.db, input, features, wanted, counts);
  // Not the places counted before: what somebody deleted or closed since the search has left the list.
  const shown = surest(told);
  return { silent: shown.length === 0, shown, below: told.slice(shown.length) };
}

type Near = { id: string; document: SearchDocument } & Evidence;

/** The candidates with what speaks for each, the likeliest first. */
async function compared(
  db: Db,
  { workspaceId, now }: Input,
  query: Query,
  candidates: Awaited<ReturnType<typeof nearestCandidates>>,
  counts: TermCounts,
): Promise<Ranked<Near>[]> {
  await counts.ask(candidates.flatMap(({ document }) => [...document.titleIds, ...document.trouble.keys()]));
  const effectiveness = await effectivenessOfSolutions(
    { db, workspaceId },
    candidates.map(({ solutionId }) => solutionId),
  );
  const near = candidates.map(({ solutionId, document, meaning, occurredAt }) => ({
    id: solutionId,
    document,
    meaning,
    ageDays: (now.getTime() - occurredAt.getTime()) / 86_400_000,
    effective: leaningOf(effectiveness.get(solutionId)),
  }));
  return rank(query, near, idfIn(counts), counts.library, await correctionOf({ db, workspaceId }));
}

/** The ranked as a person reads them, those that the viewer still may see. */
async function toldOf(
  db: Db,
  { workspaceId, viewer }: Input,
  features: SearchFeatures,
  ranked: Ranked<Near>[],
  counts: TermCounts,
): Promise<FoundPrecedent[]> {
  const ids = ranked.map(({ candidate }) => candidate.id);
  const solutions = await findSolutions({ db, workspaceId }, ids, viewer);
  const byId = new Map(solutions.map((solution) => [solution.id, solution]));
  const idf = idfIn(counts);
  return ranked
    .flatMap(({ candidate, confidence, lead, logOdds, ...each }) => {
      const solution = byId.get(candidate.id);
      if (solution === undefined) return [];
      const { signatures, context } = solution.content;
      const learned = { signatures, context, features: featuresOfSolution(solution.content) };
      const why = reasonsOf(features, learned, { idf, ageDays: candidate.ageDays });
      const signals = { ...each.signals, library: counts.library, lead, logOdds };
      return [{ solutionId: candidate.id, confidence, why, signals, solution }];
    })
    .map((precedent, place) => ({ ...precedent, rank: place + 1 }));
}

function idfIn({ library, countOf }: TermCounts): (termId: number) => number {
  return (termId) => idfOf(termId, countOf(termId), library);
}

/** −1…1: 0 without a verdict, and the nearer to 0 the fewer there are. */
function leaningOf(effectiveness: { score: number } | undefined): number {
  return effectiveness === undefined ? 0 : 2 * effectiveness.score - 1;
}
