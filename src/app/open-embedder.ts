import type { Config, EmbedderConfig } from '../config.ts';
import type { Embedder } from '../embed/embedder.ts';
import { lexicalEmbedder } from '../embed/lexical.ts';
import { createOpenAiSource } from '../embed/openai.ts';
import { semanticEmbedder } from '../embed/semantic.ts';
import {
  type EmbeddingSource,
  measureDimensions,
  prefixMark,
  sizedEmbedder,
} from '../embed/sized-embedder.ts';
import { createTransformersSource } from '../embed/transformers.ts';
import type { Db } from '../store/connection/db.ts';
import { embeddedModels, ensureEmbeddingIndex, modelName } from '../store/search/embeddings.ts';

const defaultModels = {
  openai: 'text-embedding-3-small',
  transformers: 'Xenova/all-MiniLM-L6-v2',
} as const;

/** How long an earlier model that failed is not asked again: meanwhile the new index answers as far as it goes. */
const backoffMs = 60_000;

/** The configured embedder with its index in the library. Throws 'config' or 'model', with what to do. */
export async function openEmbedder(config: Config, db: Db, workspaceId: string): Promise<Embedder> {
  const embedder = await embedderOf(config.embedder, async (source) => {
    // A service that is away for a moment must not keep the bot from starting: the library knows the length.
    const known = (await embeddedModels({ db, workspaceId })).map(({ model }) => partsOf(model));
    return known.find((parts) => parts?.source === modelName(source))?.dimensions ?? null;
  });
  await ensureEmbeddingIndex(db, embedder.model, embedder.dimensions);
  return embedder;
}

/** The configured embedder. How long its vectors are is asked of it once, unless it is set. */
export async function embedderOf(
  config: EmbedderConfig,
  known: (source: string) => Promise<number | null> = async () => null,
): Promise<Embedder> {
  const configured = await configuredEmbedder(config, known);
  const created = new Map<string, Embedder | null>();
  const failedAt = new Map<string, number>();
  return {
    ...configured,
    earlier: (model) => {
      // Once: a model inside this process is loaded by the first question.
      const embedder = created.get(model) ?? earlierEmbedder(config, model);
      created.set(model, embedder);
      if (embedder === null || performance.now() - (failedAt.get(model) ?? -Infinity) < backoffMs)
        return null;
      return {
        ...embedder,
        embed: async (texts, purpose) => {
          try {
            return await embedder.embed(texts, purpose);
          } catch (error) {
            failedAt.set(model, performance.now());
            throw error;
          }
        },
      };
    },
  };
}

async function configuredEmbedder(
  config: EmbedderConfig,
  known: (source: string) => Promise<number | null>,
): Promise<Embedder> {
  if (config.kind === 'lexical') return lexicalEmbedder;
  if (config.kind === 'semantic') return semanticEmbedder;
  const source = sourceOf(config.kind, config, modelOf(config, config.kind));
  if (source === null) return semanticEmbedder;
  if (config.kind === 'openai' && config.dimensions !== null) return sizedEmbedder(source, config.dimensions);
  try {
    return sizedEmbedder(source, await measureDimensions(source));
  } catch (error) {
    const dimensions = await known(source.name);
    if (dimensions === null) throw error;
    return sizedEmbedder(source, dimensions);
  }
}

/** By its name and what is still set: a built-in one always, a service's while its URL or key is. */
function earlierEmbedder(config: EmbedderConfig, model: string): Embedder | null {
  const builtIn = [semanticEmbedder, lexicalEmbedder].find((embedder) => embedder.model === model);
  if (builtIn !== undefined) return builtIn;
  const parts = partsOf(model);
  if (parts === null) return null;
  const prefixes = parts.mark === '' ? { query: '', document: '' } : config.prefixes;
  // Its documents were embedded behind a prefix that nobody knows any more.
  if (prefixMark(prefixes) !== parts.mark) return null;
  const isConfigured = parts.dimensions === config.dimensions || parts.model === modelOf(config, parts.kind);
  const dimensions = isConfigured ? parts.dimensions : null;
  const source = sourceOf(parts.kind, { ...config, prefixes, dimensions }, parts.model);
  return source === null ? null : { ...sizedEmbedder(source, parts.dimensions), model };
}

function modelOf(config: EmbedderConfig, kind: 'openai' | 'transformers'): string {
  return config.model ?? defaultModels[kind];
}

function sourceOf(
  kind: 'openai' | 'transformers',
  config: Pick<EmbedderConfig, 'service' | 'dimensions' | 'prefixes'>,
  model: string,
): EmbeddingSource | null {
  const { service, dimensions, prefixes } = config;
  if (kind === 'transformers') return createTransformersSource({ model, prefixes });
  return service === null ? null : createOpenAiSource({ ...service, model, dimensions, prefixes });
}

/** `openai:nomic-embed-text+1a2b3c:768`: provider, model, mark of a prefix, dimensions. */
function partsOf(name: string) {
  const parts = /^(openai|transformers):(.+?)(\+[0-9a-f]{6})?:(\d+)$/.exec(name);
  if (parts === null) return null;
  const [, kind, model = '', mark = '', dimensions] = parts;
  return {
    kind: kind === 'openai' ? ('openai' as const) : ('transformers' as const),
    model,
    mark,
    dimensions: Number(dimensions),
    source: name.slice(0, name.lastIndexOf(':')),
  };
}
