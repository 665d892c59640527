import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { PrecedentError } from '../errors.ts';
import { type EmbeddingSource, type Prefixes, prefixMark } from './sized-embedder.ts';

export type OpenAiOptions = {
  /** With its /v1, as every provider writes it. */
  baseUrl: string;
  apiKey: string | null;
  model: string;
  /** Sent along only when set: many models have one length only, and some services refuse to be asked for another. */
  dimensions: number | null;
  prefixes: Prefixes;
  /** How long a query may take in all, retries included: an answer waits for it. 1.5 s by default. */
  queryMs?: number;
};

const maxBatchSize = 64;
const maxAttempts = 4;
const defaultQueryMs = 1_500;
/** A model on a laptop's processor takes its time over a full batch; one text alone must not hold a person up. */
const documentMs = (texts: number) => 5_000 + 1_000 * texts;
const firstBackoffMs = 500;
const maxBackoffMs = 30_000;

const responseSchema = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.number()) })),
});

/**
 * Any service with OpenAI's `/v1/embeddings`. Batches of 64; 429, 5xx, broken connections and time-outs are tried
 * again, after what `retry-after` asks for, as long as there is time. Errors are static words: services quote what
 * they were given.
 */
export function createOpenAiSource(options: OpenAiOptions): EmbeddingSource {
  return {
    name: `openai:${options.model}${prefixMark(options.prefixes)}`,
    embed: async (texts, purpose) => {
      const vectors: number[][] = [];
      for (let from = 0; from < texts.length; from += maxBatchSize) {
        const batch = texts.slice(from, from + maxBatchSize).map((text) => options.prefixes[purpose] + text);
        vectors.push(...(await embedBatch(options, batch, purpose)));
      }
      return vectors;
    },
  };
}

async function embedBatch(
  options: OpenAiOptions,
  texts: string[],
  purpose: 'query' | 'document',
): Promise<number[][]> {
  const isQuery = purpose === 'query';
  const requestMs = isQuery ? (options.queryMs ?? defaultQueryMs) : documentMs(texts.length);
  const deadline = performance.now() + (isQuery ? requestMs : 2 * requestMs);
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await request(options, texts, Math.min(requestMs, deadline - performance.now()));
    if ('vectors' in outcome) return outcome.vectors;
    const pauseMs = outcome.retryAfterMs ?? backoffMs(attempt);
    if (!outcome.retryable || attempt === maxAttempts || performance.now() + pauseMs >= deadline)
      throw outcome.error;
    await wait(pauseMs);
  }
}

type Outcome =
  | { vectors: number[][] }
  | { error: PrecedentError; retryable: boolean; retryAfterMs: number | null };

async function request(options: OpenAiOptions, texts: string[], timeoutMs: number): Promise<Outcome> {
  const failure = (message: string, retryable = false, retryAfterMs: number | null = null): Outcome => ({
    error: new PrecedentError('model', message),
    retryable,
    retryAfterMs,
  });
  let body: unknown;
  try {
    const response = await fetch(`${options.baseUrl.replace(/\/+$/, '')}/embeddings`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(options.apiKey === null ? {} : { authorization: `Bearer ${options.apiKey}` }),
      },
      body: JSON.stringify({
        model: options.model,
        input: texts,
        ...(options.dimensions === null ? {} : { dimensions: options.dimensions }),
      }),
      // Neither the key nor the words go where nobody configured them to go.
      redirect: 'error',
      signal: AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs))),
    });
    if (!response.ok) {
      await response.body?.cancel();
      const retryable = response.status === 429 || response.status >= 500;
      return failure(
        `The embedding service answered ${response.status}${hintOf(response.status)}.`,
        retryable,
        retryAfterMs(response.headers),
      );
    }
    body = await response.json();
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return failure('The embedding service did not answer in time.', true);
    }
    if (error instanceof SyntaxError) return failure(invalidResponse);
    return failure(
      'The embedding service cannot be reached; check PRECEDENT_EMBEDDER_URL and the network.',
      true,
    );
  }
  const read = responseSchema.safeParse(body);
  if (!read.success || read.data.data.length !== texts.length) return failure(invalidResponse);
  return { vectors: sortByIndex(read.data.data) };
}

const invalidResponse =
  'The embedding service did not answer in the shape of OpenAI’s /v1/embeddings; check PRECEDENT_EMBEDDER_URL.';

function hintOf(status: number): string {
  if (status === 401 || status === 403) return '; check PRECEDENT_EMBEDDER_KEY';
  if (status === 404) return '; check PRECEDENT_EMBEDDER_URL (with its /v1) and PRECEDENT_EMBEDDER_MODEL';
  if (status === 400 || status === 422) {
    return '; check PRECEDENT_EMBEDDER_MODEL and PRECEDENT_EMBEDDER_DIMENSIONS';
  }
  return '';
}

/** Services may answer in another order than asked, and say which is which. */
function sortByIndex(data: { index?: number | undefined; embedding: number[] }[]): number[][] {
  return data
    .map((each, place) => ({ place: each.index ?? place, embedding: each.embedding }))
    .sort((a, b) => a.place - b.place)
    .map((each) => each.embedding);
}

/** Seconds or a date (RFC 9110), or OpenAI's own milliseconds; null when it says nothing that can be read. */
function retryAfterMs(headers: Headers): number | null {
  const milliseconds = headers.get('retry-after-ms');
  if (milliseconds !== null && Number.isFinite(Number(milliseconds)))
    return Math.max(0, Number(milliseconds));
  const retryAfter = headers.get('retry-after');
  if (retryAfter === null) return null;
  const seconds = Number(retryAfter);
  const pause = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(pause) ? Math.max(0, pause) : null;
}

function backoffMs(attempt: number): number {
  const ceilingMs = Math.min(maxBackoffMs, firstBackoffMs * 2 ** (attempt - 1));
  return ceilingMs * (0.5 + Math.random() / 2);
}
