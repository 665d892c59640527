import { createHash } from 'node:crypto';
import type { Embedder } from '../../src/embed/embedder.ts';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import { semanticEmbedder } from '../../src/embed/semantic.ts';
import { answerThresholds } from '../../src/match/answer-thresholds.ts';
import { calibrations, strengthWeights } from '../../src/match/confidence.ts';
import type { Signals } from '../../src/match/signals.ts';
import { plainBm25 } from '../bm25.ts';
import { seededRandom } from '../seeded-random.ts';
import { openIncidentLibrary } from './incident-library.ts';
import { type IncidentQuery, type IncidentSet, readIncidentSets, readNovelQueries } from './incident-sets.ts';
import { type Example, fitLogistic, fitRanking, type Group } from './regression.ts';

/** What was found for one query of a library. `kind`: `novel` is a query of a set that is not in it, or of none. */
type Answer = {
  library: string;
  kind: IncidentQuery['type'] | 'novel' | 'then';
  isTest: boolean;
  size: number;
  /** The place of the right thread, from 0; −1 where it is not found, or none is right. */
  place: number;
  bm25Place: number;
  confidence: number;
  candidates: { signals: Signals & { lead: number }; right: boolean }[];
};

const maxCandidates = 30;
/** Of the queries of other sets so many: every fourth. */
const novelShare = 4;
/** The fit never sees these worlds, nor half of the other sets, by a hash of the thread's name. */
const testWorlds = new Set(['i', 'j', 'k']);
/** Threads of several incidents of one kind in the real set: any of them is right. */
const sameKinds: readonly string[][] = [
  ['1581507900.000100', '1620648900.000112'],
  ['1626104640.000114', '1646912880.000119'],
  ['1599482340.000108', '1623244500.000113'],
  ['1582035180.000101', '1630793100.000115', '1668528180.000121'],
];
const known: ReadonlySet<Answer['kind']> = new Set(['paraphrase', 'typo', 'then']);

/**
 * `npm run bench -- incidents [--fit]`: descriptions of past incidents in other words, first-of-kind and other-service
 * ones, against libraries made of the incidents' threads, with each built-in embedder, beside plain BM25 over the
 * whole threads. `--fit` prints weights fitted on the half that is not tested.
 */
export async function benchIncidents(args: string[]): Promise<void> {
  const sets = readIncidentSets();
  const libraries = librariesOf(sets);
  for (const [name, embedder] of [
    ['semantic', semanticEmbedder],
    ['lexical', lexicalEmbedder],
  ] as const) {
    const answers: Answer[] = [];
    for (const library of libraries) answers.push(...(await askLibrary(library, sets, embedder)));
    report(name, answers);
    if (args.includes('--fit')) printFit(name, answers);
  }
}

type Library = { name: string; sets: IncidentSet[] };

/** Three worlds make a library; the written and the real threads one each. */
function librariesOf(sets: IncidentSet[]): Library[] {
  const named = (names: string[]) => sets.filter(({ name }) => names.includes(name));
  return [
    { name: 'worlds d e f', sets: named(['d', 'e', 'f']) },
    { name: 'worlds i j k', sets: named(['i', 'j', 'k']) },
    { name: 'written', sets: named(['written']) },
    { name: 'real', sets: named(['real']) },
  ].filter((library) => library.sets.length > 0);
}

async function askLibrary(
  { name, sets }: Library,
  all: IncidentSet[],
  embedder: Embedder,
): Promise<Answer[]> {
  const threads = sets.flatMap((set) => set.threads);
  const library = await openIncidentLibrary(threads, embedder);
  const bm25 = plainBm25(
    threads.map(({ id, messages }) => ({ id, text: messages.map(({ text }) => text).join(' ') })),
  );
  const novel = all
    .filter((set) => !sets.includes(set))
    .flatMap((set) =>
      set.queries
        .filter(({ type }, at) => type === 'paraphrase' && at % novelShare === 0)
        .map((query) => ({ set, query, kind: 'novel' as const })),
    );
  const own = sets.flatMap((set) => set.queries.map((query) => ({ set, query, kind: query.type })));
  const answers: Answer[] = [];
  const ask = async (set: IncidentSet, query: IncidentQuery, kind: Answer['kind']) => {
    const findings = await library.search(query.query, kind === 'then' ? query.next : undefined);
    const found = [...findings.shown, ...findings.below].slice(0, maxCandidates);
    const hasRight = known.has(kind) || kind === 'vague';
    const candidates = found.map(({ signals, solution }) => ({
      signals,
      right: hasRight && isSameKind(library.idOf(solution.source.threadTs), query.thread),
    }));
    const words = kind === 'then' ? `${query.query} ${query.next}` : query.query;
    answers.push({
      library: name,
      kind,
      isTest: testWorlds.has(set.name) || (!/^[a-h]$/.test(set.name) && isInTestHalf(query.thread)),
      size: threads.length,
      place: candidates.findIndex(({ right }) => right),
      bm25Place: hasRight ? bm25(words).findIndex((id) => isSameKind(id, query.thread)) : -1,
      confidence: found[0]?.confidence ?? 0,
      candidates,
    });
  };
  for (const { set, query, kind } of [...own, ...novel]) {
    await ask(set, query, kind);
    if (kind !== 'novel' && query.next !== undefined) await ask(set, query, 'then');
  }
  for (const query of readNovelQueries()) {
    await ask({ name, threads: [], queries: [] }, { query, thread: query, type: 'paraphrase' }, 'novel');
  }
  await library.close();
  return answers;
}

function isSameKind(a: string, b: string): boolean {
  return a === b || sameKinds.some((kind) => kind.includes(a) && kind.includes(b));
}

function isInTestHalf(thread: string): boolean {
  return (createHash('md5').update(thread).digest()[0] ?? 0) % 2 === 0;
}

function report(embedder: string, answers: Answer[]): void {
  const tested = answers.filter(({ isTest }) => isTest);
  for (const library of [...new Set(tested.map((each) => each.library)), 'all']) {
    const here = tested.filter((each) => library === 'all' || each.library === library);
    const asked = here.filter(({ kind }) => known.has(kind));
    const placed = (at: (answer: Answer) => number, below: number) =>
      interval(asked, (answer) => at(answer) >= 0 && at(answer) < below);
    printLine(`${embedder}, ${library}: ${asked.length} known, ${here.length - asked.length} others`);
    printLine(
      `  hit@1 ${placed(({ place }) => place, 1)}, hit@3 ${placed(({ place }) => place, 3)}, MRR ${mrr(asked, ({ place }) => place)}; BM25 over threads ${placed(({ bm25Place }) => bm25Place, 1)}, ${placed(({ bm25Place }) => bm25Place, 3)}, ${mrr(asked, ({ bm25Place }) => bm25Place)}`,
    );
    for (const [sensitivity, threshold] of Object.entries(answerThresholds)) {
      const speaks = ({ confidence }: Answer) => confidence >= threshold;
      const spoken = here.filter(speaks);
      const ofKind = (kind: Answer['kind']) => here.filter((each) => each.kind === kind);
      printLine(
        `  ${sensitivity} (${threshold}): coverage ${interval(asked, speaks)}, right when spoken to a known ${share(asked.filter(speaks), isRight)}, precision of all spoken ${share(spoken, isRight)}, first of kind answered ${share(ofKind('novel'), speaks)}, other service answered ${share(ofKind('other_service'), speaks)}, vague answered ${share(ofKind('vague'), speaks)}`,
      );
    }
  }
  for (let decile = 0; decile < 10; decile++) {
    const within = tested.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === decile);
    if (within.length > 0)
      printLine(
        `  ${embedder}, confidence .${decile}: ${within.length} queries, right ${share(within, isRight)}`,
      );
  }
}

function isRight({ place }: Answer): boolean {
  return place === 0;
}

/** Weights fitted on the half that is not tested; a negative for another service counts four times, for another set twice. */
function printFit(embedder: string, answers: Answer[]): void {
  const names = (Object.keys(strengthWeights) as (keyof Signals)[]).filter(
    (name) => name !== 'recent' && name !== 'effective',
  );
  const seen = answers.filter(({ isTest }) => !isTest);
  const groups: Group[] = seen
    .filter(({ kind }) => known.has(kind))
    .map(({ candidates }) =>
      candidates.map(({ signals, right }) => ({ inputs: names.map((name) => signals[name]), right })),
    );
  const ranking = fitRanking(groups, 0.01);
  printLine(`${embedder} strengthWeights: ${JSON.stringify(named(names, ranking))}`);
  const inputs = Object.keys(calibrations.semantic).filter(
    (name) => !['bias', 'unrelatedStrength'].includes(name),
  );
  const examples: Example[] = seen.flatMap(({ kind, candidates: [first] }) => {
    if (first === undefined || kind === 'vague') return [];
    const { signals, right } = first;
    const strength = names.reduce((sum, name) => sum + strengthWeights[name] * signals[name], 0);
    const weight = kind === 'other_service' ? 4 : kind === 'novel' ? 2 : 1;
    return [
      {
        inputs: [strength, signals.lead, signals.service, signals.subjectMissing],
        label: right ? 1 : 0,
        weight,
      },
    ];
  });
  const fit = fitLogistic(examples, 0.003);
  printLine(
    `${embedder} calibration: ${JSON.stringify({ bias: round(fit.bias), ...named(inputs, fit.weights) })}`,
  );
}

const resamples = 500;

/** A share with its 95 % interval, by resampling the queries. */
function interval<T>(values: T[], is: (value: T) => boolean): string {
  if (values.length === 0) return 'none';
  const random = seededRandom(7);
  const hits = values.map((value) => (is(value) ? 1 : 0));
  const shares = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < hits.length; drawn++) sum += hits[Math.floor(random() * hits.length)] ?? 0;
    return sum / hits.length;
  }).sort((a, b) => a - b);
  return `${share(values, is)} [${round(shares[12] ?? 0)}–${round(shares[487] ?? 0)}]`;
}

function share<T>(values: T[], is: (value: T) => boolean): number {
  return values.length === 0 ? Number.NaN : round(values.filter(is).length / values.length);
}

function mrr(answers: Answer[], at: (answer: Answer) => number): number {
  return round(
    answers.reduce((sum, answer) => sum + (at(answer) < 0 ? 0 : 1 / (1 + at(answer))), 0) / answers.length,
  );
}

function named(names: readonly string[], values: number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, round(values[at] ?? 0)]));
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
