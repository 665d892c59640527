import { dot, logisticWeights, sigmoid } from './logistic.ts';

/** What a team's verdicts may weigh otherwise than the default does; words and titles stay as fitted in the benchmark. */
const correctableSignals = [
  'signatures',
  'service',
  'environment',
  'recent',
  'meaning',
  'effective',
] as const;

/** A precedent as it stood when it was shown: what spoke for it, and the log-odds that the default made of it. */
export type ShownEvidence = Readonly<Record<(typeof correctableSignals)[number] | 'logOdds', number>>;

/** Added to the default's log-odds: `bias`, `logOdds` times themselves, and each signal times its weight. */
export type MatchCorrection = Readonly<
  Record<(typeof correctableSignals)[number] | 'logOdds' | 'bias', number>
>;

/** A shown precedent and what people said of it; those of one incident are held back together. */
export type JudgedPrecedent = { incidentId: string; worked: boolean; shown: ShownEvidence };

/** `correction` is null where the default does as well. The losses are null while there are too few verdicts. */
export type MatchFit = {
  correction: MatchCorrection | null;
  labelled: number;
  lossDefault: number | null;
  lossCorrected: number | null;
};

/** Below these nothing is fitted. */
export const minVerdicts = { all: 40, ofEach: 8 } as const;
/** Signals are at most 1 and each weight's prior deviation is a third, so that few verdicts move little. */
const penalty = 9;
const folds = 5;
/** Held-back loss must fall by this share of the default's, and by more than its own standard error. */
const minGain = 0.01;
/** Keeps one sure mistake from being infinitely bad. */
const minProbability = 1e-6;

/**
 * Fits the correction to a team's verdicts and keeps it only if, fitted without them, it foretells the verdicts of
 * other incidents better than the default does.
 */
export function fitMatchCorrection(judged: readonly JudgedPrecedent[]): MatchFit {
  const labelled = judged.length;
  const worked = judged.filter((each) => each.worked).length;
  if (labelled < minVerdicts.all || Math.min(worked, labelled - worked) < minVerdicts.ofEach) {
    return { correction: null, labelled, lossDefault: null, lossCorrected: null };
  }
  const incidents = [...new Set(judged.map(({ incidentId }) => incidentId))].sort();
  const foldOf = new Map(incidents.map((id, at) => [id, at % folds]));
  const inFold = (each: JudgedPrecedent, fold: number) => foldOf.get(each.incidentId) === fold;
  const heldOut: { byDefault: number; corrected: number }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const fitted = correctionOf(judged.filter((each) => !inFold(each, fold)));
    for (const each of judged.filter((other) => inFold(other, fold))) {
      heldOut.push({ byDefault: lossOf(each, null), corrected: lossOf(each, fitted) });
    }
  }
  const lossDefault = mean(heldOut.map(({ byDefault }) => byDefault));
  const lossCorrected = mean(heldOut.map(({ corrected }) => corrected));
  const gain = lossDefault - lossCorrected;
  const noise = Math.sqrt(
    mean(heldOut.map((each) => (each.byDefault - each.corrected - gain) ** 2)) / labelled,
  );
  const correction = correctionOf(judged);
  const isSound = Object.values(correction).every(Number.isFinite);
  const isBetter = isSound && gain > minGain * lossDefault && gain > noise;
  return { correction: isBetter ? correction : null, labelled, lossDefault, lossCorrected };
}

/** 0–1: the confidence in a precedent, by the default's log-odds and the team's correction, if there is one. */
export function correctedConfidence(correction: MatchCorrection | null, shown: ShownEvidence): number {
  if (correction === null) return sigmoid(shown.logOdds);
  const weights = [correction.bias, ...inputNames.map((name) => correction[name])];
  return sigmoid(shown.logOdds + dot(inputsOf(shown), weights));
}

const inputNames = ['logOdds', ...correctableSignals] as const;

function inputsOf(shown: ShownEvidence): number[] {
  return [1, ...inputNames.map((name) => shown[name])];
}

function correctionOf(judged: readonly JudgedPrecedent[]): MatchCorrection {
  const rows = judged.map(({ shown, worked }) => ({
    x: inputsOf(shown),
    label: worked ? 1 : 0,
    weight: 1,
    offset: shown.logOdds,
  }));
  const names = ['bias', ...inputNames] as const;
  const weights = logisticWeights(
    rows,
    names.map(() => penalty),
  );
  return Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) as MatchCorrection;
}

function lossOf({ shown, worked }: JudgedPrecedent, correction: MatchCorrection | null): number {
  const confidence = correctedConfidence(correction, shown);
  return -Math.log(Math.max(minProbability, worked ? confidence : 1 - confidence));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
