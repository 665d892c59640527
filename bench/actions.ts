import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionFeatures } from '../src/capture/actions/action-likelihood.ts';
import { writtenThreads } from './capture.ts';
import { type LabelledThread, readGoldThreads, readLabelledThreads } from './labelled-threads.ts';
import { fitSparse, probabilityOf, type SparseRow } from './sparse-logistic.ts';

/** What fewer threads say is the talk of one team. */
const minThreads = 6;
const ridge = 4;
const folds = 5;
const table = join(import.meta.dirname, '../src/capture/lexicon/action-weights.ts');

/**
 * How well the words alone tell which messages speak of an act, each thread by what the others taught; with `--write`
 * the weights that all teach become `src/capture/rules/act-weights.ts`. Further labelled threads may be named.
 */
export async function benchActions(args: string[]): Promise<void> {
  const paths = args.filter((arg) => arg !== '--write');
  const gold = readGoldThreads();
  if (gold.length === 0) process.stdout.write('acts: without the gold threads, ../shared/data is not here\n');
  const labelled = [...gold, ...[writtenThreads, ...paths].flatMap(readLabelledThreads)];
  const threads = labelled.map(rowsOf);
  const judged = threads.flatMap((rows, at) => rows.map((row) => ({ row, fold: at % folds })));
  const likelihoods = Array.from({ length: folds }, (_, fold) => {
    const fit = fitSparse(
      threads.filter((rows, at) => rows.length > 0 && at % folds !== fold),
      { minThreads, ridge },
    );
    return judged
      .filter((each) => each.fold === fold)
      .map(({ row }) => ({ row, p: probabilityOf(fit, row.features) }));
  }).flat();
  process.stdout.write(
    `acts: ${judged.length} messages of ${threads.length} threads, each by the other four fifths\n`,
  );
  for (const from of [0.3, 0.5, 0.7]) {
    const predicted = likelihoods.filter(({ p }) => p >= from);
    const right = predicted.filter(({ row }) => row.label === 1).length;
    const all = judged.filter(({ row }) => row.label === 1).length;
    process.stdout.write(
      `  from ${from}: precision ${(right / predicted.length).toFixed(3)}, recall ${(right / all).toFixed(3)}\n`,
    );
  }
  if (args.includes('--write')) writeTable(fitSparse(threads, { minThreads, ridge }));
}

/** Replies of people; the first message is the trouble, and bots do nothing. */
function rowsOf({ thread, gold }: LabelledThread): SparseRow[] {
  const actionTs = new Set(gold.steps.flatMap(({ ts }) => ts));
  const of = thread.replies.length + 1;
  return thread.replies.flatMap((message, index) => {
    if (message.isBot) return [];
    const features = actionFeatures(message.text, { at: index + 1, of });
    return [{ features, label: actionTs.has(message.ts) ? 1 : 0 }];
  });
}

function writeTable(weights: ReadonlyMap<string, number>): void {
  const rounded = [...weights].map(([feature, weight]) => [feature, weight.toFixed(1)] as const);
  const groups = Map.groupBy(
    rounded.filter(([, weight]) => Number(weight) !== 0),
    ([, weight]) => weight,
  );
  const lines = [...groups]
    .sort(([a], [b]) => Number(b) - Number(a))
    .map(
      ([weight, each]) =>
        `${weight}: ${each
          .map(([feature]) => feature)
          .sort()
          .join(' | ')}`,
    );
  const source = readFileSync(table, 'utf8');
  writeFileSync(
    table,
    source.replace(/(?<=const table = `\n)[^`]*/, () => `${lines.join('\n')}\n`),
  );
}
