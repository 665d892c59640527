import { problemOf } from '../../src/cli/dataset/dataset-problem.ts';
import { type Dataset, readDataset } from '../../src/cli/dataset/read-dataset.ts';
import { dot } from '../../src/library/logistic.ts';
import { calibrationInputs, leadOf, strengthOf, strengthWeights } from '../../src/match/confidence.ts';
import { strongestOtherProblem } from '../../src/match/rank.ts';
import { queryOf, type Signals, signalsOf } from '../../src/match/signals.ts';
import { createRedactor } from '../../src/privacy/redact.ts';
import { documentOf } from '../../src/text/search-document.ts';
import { featuresOf } from '../../src/text/search-features.ts';
import { seededRandom, shuffled } from '../seeded-random.ts';
import { type Entry, type LibraryInMemory, libraryInMemory } from './library-in-memory.ts';
import { type Example, type Fit, fitLogistic, fitRanking, type Group, probabilityOf } from './regression.ts';

/** The signals that a dataset without services, verdicts or times can teach. */
const fitted = ['alike', 'titleCovered', 'titleRecalled'] as const satisfies (keyof Signals)[];
const candidates = 60;
const folds = 5;
const rankingRidge = 0.1;
const calibrationRidge = 0.003;
/** Sizes of library, and how many of each are drawn; null is the whole dataset. */
const draws: [size: number | null, times: number][] = [
  [20, 150],
  [50, 80],
  [150, 24],
  [500, 8],
  [1_200, 5],
  [null, 1],
];
/** Of each query so many candidates teach the calibration. */
const trainedPerQuery = 5;

/** One of the first candidates of a query in a library: what `confidenceOf` sees, and whether it is a duplicate. */
type Case = { query: string; library: number; place: number; inputs: number[]; right: boolean };

/**
 * `npm run bench -- fit <dataset>`: fits the weights of `src/match/confidence.ts` on a dataset of known duplicates and
 * prints them, with what they reach on queries that the fit did not see (5 folds over the queries).
 */
export async function benchFit(path: string | undefined): Promise<void> {
  if (path === undefined) throw new Error('npm run bench -- fit <dataset>');
  const dataset = readDataset(path);
  const entries = await entriesOf(dataset);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const queries = dataset.queries.flatMap(({ id }) => byId.get(id) ?? []);
  const random = seededRandom(7);
  const foldOf = new Map(shuffled(queries, random).map(({ id }, at) => [id, at % folds]));
  const isRight = (query: string, document: string) => dataset.relevant.get(query)?.has(document) ?? false;

  const whole = libraryInMemory(entries);
  const groups = new Map(queries.map((query) => [query.id, groupOf(whole, query, isRight)]));
  const known = queries.filter(({ id }) => dataset.relevant.has(id));
  const rankings = Array.from({ length: folds }, (_, fold) =>
    fitRanking(
      known.filter(({ id }) => foldOf.get(id) !== fold).flatMap(({ id }) => [groups.get(id) ?? []]),
      rankingRidge,
    ),
  );
  const ranking = fitRanking(
    known.flatMap(({ id }) => [groups.get(id) ?? []]),
    rankingRidge,
  );
  const unseen = known.map(({ id }) => placeOf(groups.get(id) ?? [], rankings[foldOf.get(id) ?? 0] ?? []));
  const seen = known.map(({ id }) => placeOf(groups.get(id) ?? [], ranking));
  const rankSummary = (places: number[]) =>
    `hit@1 ${share(places, (place) => place === 1)}, hit@10 ${share(places, (place) => place <= 10)}, MRR ${mean(places.map((place) => 1 / place))}`;
  printLine(`ranking, queries unseen by the fit: ${rankSummary(unseen)}; seen: ${rankSummary(seen)}`);
  printLine(`strengthWeights: ${JSON.stringify(named(fitted, ranking))}`);

  const cases: Case[] = [];
  for (const [size, times] of draws) {
    for (let time = 0; time < times; time++) {
      const drawn = size === null ? { entries, queries } : draw(size, queries, entries, dataset, random);
      const library = size === null ? whole : libraryInMemory(drawn.entries);
      for (const query of drawn.queries) cases.push(...casesOf(library, query, ranking, isRight));
    }
  }
  const examples = examplesOf(cases);
  const fits = Array.from({ length: folds }, (_, fold) =>
    fitLogistic(
      examples.filter(({ query }) => foldOf.get(query) !== fold),
      calibrationRidge,
    ),
  );
  const fit = fitLogistic(examples, calibrationRidge);
  printLine(`calibration: ${JSON.stringify({ bias: round(fit.bias), ...named(inputNames, fit.weights) })}`);
  report(cases, (each) => fits[foldOf.get(each.query) ?? 0] ?? fit, dataset);
}

const inputNames = Object.keys(calibrationInputs({ strength: 0, lead: 0, titleCovered: 0 }, 1));

async function entriesOf(dataset: Dataset): Promise<Entry[]> {
  const redactor = createRedactor();
  const entries: Entry[] = [];
  for (const document of dataset.documents) {
    const features = featuresOf(await problemOf(redactor, document));
    entries.push({ id: document.id, query: queryOf(features), document: documentOf(features) });
  }
  return entries;
}

function groupOf(
  library: LibraryInMemory,
  query: Entry,
  isRight: (query: string, document: string) => boolean,
): Group {
  return library.candidates(query.query, candidates, query.id).map((candidate) => {
    const signals = signalsOf(query.query, candidate.document, library.idf, candidate);
    return { inputs: fitted.map((name) => signals[name]), right: isRight(query.id, candidate.id) };
  });
}

/** A library of `size` in which the duplicates of its queries stand, and of the rest whatever comes. */
function draw(size: number, queries: Entry[], entries: Entry[], dataset: Dataset, random: () => number) {
  const drawnQueries = shuffled(queries, random).slice(0, Math.max(4, Math.floor(size / 8)));
  const drawnQueryIds = new Set(drawnQueries.map(({ id }) => id));
  const relevantIds = new Set(drawnQueries.flatMap(({ id }) => [...(dataset.relevant.get(id) ?? [])]));
  const duplicates = entries.filter(({ id }) => relevantIds.has(id));
  const others = shuffled(
    entries.filter(({ id }) => !relevantIds.has(id) && !drawnQueryIds.has(id)),
    random,
  );
  return { queries: drawnQueries, entries: [...duplicates, ...others].slice(0, size) };
}

function casesOf(
  library: LibraryInMemory,
  query: Entry,
  ranking: number[],
  isRight: (query: string, document: string) => boolean,
): Case[] {
  const refitted = Object.fromEntries(fitted.map((name, at) => [name, ranking[at] ?? 0]));
  const weights = { ...strengthWeights, ...refitted };
  const ranked = library
    .candidates(query.query, candidates, query.id)
    .map((candidate) => {
      const signals = signalsOf(query.query, candidate.document, library.idf, candidate);
      const { id, document } = candidate;
      return { id, document, strength: strengthOf(signals, weights), titleCovered: signals.titleCovered };
    })
    .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
  return ranked.slice(0, trainedPerQuery).map((each, at) => {
    const lead = leadOf(each.strength, strongestOtherProblem(each.document, ranked, library.idf));
    return {
      query: query.id,
      library: library.size,
      place: at + 1,
      inputs: Object.values(calibrationInputs({ ...each, lead }, library.size)),
      right: isRight(query.id, each.id),
    };
  });
}

/** Each size of library counts the same, but for the large ones: it is there that a team has much to lose. */
const large = { from: 1_000, weight: 6 };
/** The first candidate is the one that the bot speaks of. */
const firstWeight = 3;

/** The cases as they teach the calibration. */
function examplesOf(cases: Case[]): (Example & { query: string })[] {
  const ofSize = new Map<number, number>();
  for (const { library } of cases) ofSize.set(library, (ofSize.get(library) ?? 0) + 1);
  return cases.map(({ query, library, place, inputs, right }) => {
    const size = library > large.from ? large.weight : 1;
    const first = place === 1 ? firstWeight : 1;
    const weight = (size * first * cases.length) / (ofSize.get(library) ?? 1);
    return { query, inputs, label: right ? 1 : 0, weight };
  });
}

function report(cases: Case[], fitOf: (each: Case) => Fit, dataset: Dataset): void {
  const firsts = cases
    .filter(({ place }) => place === 1)
    .map((each) => ({ ...each, p: probabilityOf(fitOf(each), each.inputs) }));
  for (const library of new Set(firsts.map((each) => each.library))) {
    const here = firsts.filter((each) => each.library === library);
    const known = here.filter(({ query }) => dataset.relevant.has(query));
    const novel = here.filter(({ query }) => !dataset.relevant.has(query));
    printLine(
      `library of ${library}: ${here.length} queries, mean confidence ${mean(here.map(({ p }) => p))}, right ${share(here, ({ right }) => right)}`,
    );
    for (const threshold of [0.5, 0.6, 0.65, 0.7, 0.75, 0.8]) {
      const shown = here.filter(({ p }) => p >= threshold);
      printLine(
        `  from ${threshold}: precision ${share(shown, ({ right }) => right)}, coverage ${share(known, ({ p }) => p >= threshold)}, spoke to novel ${share(novel, ({ p }) => p >= threshold)}`,
      );
    }
    for (let decile = 0; decile < 10; decile++) {
      const within = here.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === decile);
      if (within.length > 0)
        printLine(
          `  confidence .${decile}: ${within.length} queries, right ${share(within, ({ right }) => right)}`,
        );
    }
  }
}

/** 1 is the best; Infinity when no right candidate is among them. */
function placeOf(group: Group, weights: number[]): number {
  const ranked = group.toSorted((a, b) => dot(b.inputs, weights) - dot(a.inputs, weights));
  const at = ranked.findIndex(({ right }) => right);
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

function named(names: readonly string[], values: number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, round(values[at] ?? 0)]));
}

function share<T>(values: T[], is: (value: T) => boolean): number {
  return values.length === 0 ? Number.NaN : round(values.filter(is).length / values.length);
}

function mean(values: number[]): number {
  return round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
