import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PrecedentError } from '../../errors.ts';

const entry = z.object({ _id: z.string(), title: z.string(), text: z.string() });

export type DatasetEntry = { id: string; title: string; text: string };
/** `relevant`: query id → the documents that people call duplicates of it; a query that is not in it is first of its kind. */
export type Dataset = {
  documents: DatasetEntry[];
  queries: DatasetEntry[];
  relevant: Map<string, Set<string>>;
};

/** Reads `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` (a head, then query, document, score) of a folder. Throws 'usage'. */
export function readDataset(folder: string): Dataset {
  const relevant = new Map<string, Set<string>>();
  const [, ...judgements] = readLines(folder, 'qrels.tsv');
  for (const line of judgements) {
    const [query = '', document = '', score] = line.split('\t');
    if (Number(score) <= 0 || query === document) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  return {
    documents: readEntries(folder, 'corpus.jsonl'),
    queries: readEntries(folder, 'queries.jsonl'),
    relevant,
  };
}

function readEntries(folder: string, name: string): DatasetEntry[] {
  return readLines(folder, name).map((line, index) => {
    try {
      const { _id, title, text } = entry.parse(JSON.parse(line));
      return { id: _id, title, text };
    } catch (cause) {
      throw new PrecedentError('usage', `Line ${index + 1} of ${name} is not {"_id", "title", "text"}.`, {
        cause,
      });
    }
  });
}

function readLines(folder: string, name: string): string[] {
  try {
    return readFileSync(join(folder, name), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
  } catch (cause) {
    throw new PrecedentError(
      'usage',
      `${join(folder, name)} cannot be read. A dataset is a folder with corpus.jsonl, queries.jsonl and qrels.tsv.`,
      { cause },
    );
  }
}
