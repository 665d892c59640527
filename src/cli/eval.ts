import type { Embedder } from '../embed/embedder.ts';
import { percentile } from '../library/percentile.ts';
import type { Redactor } from '../privacy/redact.ts';
import { rankScores } from './dataset/rank-scores.ts';
import { readDataset } from './dataset/read-dataset.ts';
import { searchDataset } from './dataset/search-dataset.ts';
import type { Output } from './output.ts';

type Baseline = (documents: { id: string; text: string }[]) => (query: string) => string[];

/**
 * `precedent eval <dataset> [--json]`: how well the bot finds known duplicates, beside a baseline on the same words.
 * `precision_shown`: of all answers given, to known and to novel queries, how many put a duplicate first.
 * `coverage`: of the queries with a duplicate, how many were answered.
 */
export async function evaluate(
  input: { path: string; json: boolean },
  io: { out: Output; plainBm25: Baseline; redactor: Redactor; embedder: Embedder },
): Promise<void> {
  const dataset = readDataset(input.path);
  const { documents, queries, relevant } = dataset;
  const baseline = io.plainBm25(
    documents.map((each) => ({ id: each.id, text: `${each.title} ${each.text}` })),
  );
  const answers = await searchDataset(dataset, io, input.json ? () => {} : io.out.note);
  const known = answers.flatMap(({ id, findings }) => {
    const right = relevant.get(id);
    return right === undefined ? [] : [{ ...findings, relevant: right }];
  });
  const novel = answers.filter(({ id }) => !relevant.has(id));
  const answered = known.filter(({ silent }) => !silent);
  const falseMatches = novel.filter(({ findings }) => !findings.silent).length;
  const right = answered.filter(({ shown, relevant }) => relevant.has(shown[0]?.solutionId ?? '')).length;
  const ours = rankScores(
    known.map(({ shown, below, relevant }) => ({
      ranked: [...shown, ...below].map(({ solutionId }) => solutionId),
      relevant,
    })),
  );
  const theirs = rankScores(
    queries.flatMap(({ id, title, text }) => {
      const right = relevant.get(id);
      return right === undefined
        ? []
        : [{ ranked: baseline(`${title} ${text}`).filter((found) => found !== id), relevant: right }];
    }),
  );
  const times = answers.map(({ searchMs }) => searchMs);
  const report = {
    dataset: input.path,
    documents: documents.length,
    queries: known.length,
    novel: novel.length,
    precedent: rounded({
      ...ours,
      coverage: share(answered.length, known.length),
      precision_shown: share(right, answered.length + falseMatches),
      false_match_novel: share(falseMatches, novel.length),
    }),
    bm25: rounded(theirs),
    ratio: rounded({ mrr: share(ours.mrr, theirs.mrr), hit1: share(ours.hit1, theirs.hit1) }),
    search_ms: rounded({ p50: percentile(times, 0.5), p95: percentile(times, 0.95) }),
  };
  if (input.json) io.out.json(report);
  else io.out.line(inWords(report));
}

function inWords({
  precedent,
  bm25,
  ratio,
  ...report
}: Record<'documents' | 'queries' | 'novel', number> &
  Record<'precedent' | 'bm25' | 'ratio', Record<string, number>>) {
  return [
    `${report.documents} documents, ${report.queries} queries with a duplicate, ${report.novel} first of their kind`,
    `hit@1 ${precedent.hit1}, MRR ${precedent.mrr}; plain BM25 ${bm25.hit1}, ${bm25.mrr}; ratios ${ratio.hit1}, ${ratio.mrr}`,
    `answered ${precedent.coverage} of the known, right ${precedent.precision_shown} of the times it spoke, spoke to ${precedent.false_match_novel} of the novel`,
  ].join('\n');
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function rounded<T extends Record<string, number>>(values: T): T {
  const entries = Object.entries(values).map(([name, value]) => [name, Math.round(value * 1_000) / 1_000]);
  return Object.fromEntries(entries) as T;
}
