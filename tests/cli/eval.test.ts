import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainBm25 } from '../../bench/bm25.ts';
import { evaluate } from '../../src/cli/eval.ts';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import { createRedactor } from '../../src/privacy/redact.ts';

let folder: string;

const documents = [
  {
    _id: '1',
    title: 'NullPointerException in the scheduler when a queue is removed',
    text: 'removing a leaf queue',
  },
  {
    _id: '2',
    title: 'Scheduler dies with NullPointerException after a queue was removed',
    text: 'leaf queue gone',
  },
  { _id: '3', title: 'Upgrade the documentation theme', text: 'the header is too tall on phones' },
  { _id: '4', title: 'DataNode leaks file descriptors on failed transfers', text: 'sockets stay open' },
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-eval-'));
  const lines = (entries: object[]) => `${entries.map((each) => JSON.stringify(each)).join('\n')}\n`;
  writeFileSync(join(folder, 'corpus.jsonl'), lines(documents));
  writeFileSync(join(folder, 'queries.jsonl'), lines([documents[1], documents[2]].map((each) => each ?? {})));
  writeFileSync(join(folder, 'qrels.tsv'), 'query-id\tcorpus-id\tscore\n2\t1\t1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function evaluated(path: string): Promise<Record<string, unknown>> {
  let report: unknown;
  const out = {
    json: (value: unknown) => {
      report = value;
    },
    line: () => {},
    note: () => {},
  };
  await evaluate(
    { path, json: true },
    { out, plainBm25, redactor: createRedactor(), embedder: lexicalEmbedder },
  );
  return report as Record<string, unknown>;
}

it('finds the duplicate, never the query itself, and stays silent on what is first of its kind', async () => {
  const report = await evaluated(folder);
  expect(Object.keys(report)).toEqual([
    'dataset',
    'documents',
    'queries',
    'novel',
    'precedent',
    'bm25',
    'ratio',
    'search_ms',
  ]);
  expect(report).toMatchObject({
    documents: 4,
    queries: 1,
    novel: 1,
    precedent: { hit1: 1, mrr: 1, coverage: 1, precision_shown: 1, false_match_novel: 0 },
    bm25: { hit1: 1, mrr: 1 },
  });
});

it('says which file is missing', async () => {
  await expect(evaluated(join(folder, 'nowhere'))).rejects.toThrow(
    /qrels\.tsv cannot be read\. A dataset is a folder/,
  );
});
