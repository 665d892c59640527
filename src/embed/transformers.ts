import { PrecedentError } from '../errors.ts';
import { type EmbeddingSource, type Prefixes, prefixMark } from './sized-embedder.ts';

/** As much of @huggingface/transformers as is used here (its version 3). */
export type TransformersModule = {
  pipeline(
    task: 'feature-extraction',
    model: string,
  ): Promise<
    (texts: string[], options: { pooling: 'mean'; normalize: true }) => Promise<{ tolist(): number[][] }>
  >;
};

const packageName = '@huggingface/transformers';
const maxBatchSize = 16;
const queryMs = 1_500;

/**
 * A model inside this process, with the package that the operator installed. It is loaded (and at the first time
 * downloaded) when first asked; mean pooling. `load` stands in for the package in tests.
 */
export function createTransformersSource(
  options: { model: string; prefixes: Prefixes },
  load: () => Promise<TransformersModule> = () => import(packageName) as Promise<TransformersModule>,
): EmbeddingSource {
  let extractor: ReturnType<TransformersModule['pipeline']> | undefined;
  const loadedExtractor = async () => {
    extractor ??= load().then(
      (transformers) => transformers.pipeline('feature-extraction', options.model),
      (error: unknown) => {
        throw loadError(error);
      },
    );
    try {
      return await extractor;
    } catch (error) {
      // A download that broke off may work the next time.
      extractor = undefined;
      throw error;
    }
  };
  const embed = async (texts: string[]) => {
    try {
      const extract = await loadedExtractor();
      const vectors: number[][] = [];
      for (let from = 0; from < texts.length; from += maxBatchSize) {
        const batch = texts.slice(from, from + maxBatchSize);
        vectors.push(...(await extract(batch, { pooling: 'mean', normalize: true })).tolist());
      }
      return vectors;
    } catch (error) {
      if (error instanceof PrecedentError) throw error;
      throw new PrecedentError(
        'model',
        'The embedding model could not be run in this process; check PRECEDENT_EMBEDDER_MODEL, and that it is here or can be downloaded.',
      );
    }
  };
  return {
    name: `transformers:${options.model}${prefixMark(options.prefixes)}`,
    embed: (texts, purpose) => {
      const embeddings = embed(texts.map((text) => options.prefixes[purpose] + text));
      return purpose === 'query' ? withTimeout(embeddings) : embeddings;
    },
  };
}

function loadError(error: unknown): PrecedentError {
  const isAbsent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  return new PrecedentError(
    'config',
    isAbsent
      ? `PRECEDENT_EMBEDDER=transformers needs a package that is not installed. Run: npm install ${packageName}`
      : `The package ${packageName} is installed and does not load on this machine.`,
  );
}

/** An answer waits for its query; the work itself cannot be stopped, and ends unseen. */
async function withTimeout(embeddings: Promise<number[][]>): Promise<number[][]> {
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new PrecedentError('model', 'The embedding model did not answer in time.')),
      queryMs,
    );
  });
  try {
    return await Promise.race([embeddings, timedOut]);
  } finally {
    clearTimeout(timer);
    embeddings.catch(() => undefined);
  }
}
