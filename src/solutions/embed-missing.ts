import { setImmediate } from 'node:timers/promises';
import { type Embedder, embedderNamed } from '../embed/embedder.ts';
import { featuresOfSolution } from '../library/solution-features.ts';
import type { Ctx } from '../store/ctx.ts';
import {
  addEmbeddings,
  dropOtherEmbeddings,
  hasOtherModels,
  servingModel,
  solutionsWithoutEmbedding,
  type Unembedded,
} from '../store/search/embeddings.ts';
import { solutionsWithOutdatedIndex } from '../store/search/search-index.ts';
import { passagesOf } from '../text/passages.ts';
import { reindex } from './reindex.ts';
import { threadTexts } from './solution-document.ts';

const batchSize = 64;
/** A job is short, so that a stop need not wait and no job outlives its time; the next one goes on. */
const jobMs = 10_000;

/**
 * Gives every solution and past incident that lacks one its embedding by the configured model; once none lacks it, lets go of
 * the earlier model's. What is missing is the whole state, so a kill costs one batch. Returns whether it is whole;
 * when its time is up before that, another job goes on.
 */
export async function embedMissing(ctx: Ctx & { embedder: Embedder }, budgetMs = jobMs): Promise<boolean> {
  const { embedder } = ctx;
  const deadline = performance.now() + budgetMs;
  await reindex(ctx, deadline);
  await embedForEarlierModel(ctx);
  let after = '';
  while (performance.now() < deadline) {
    const missing = await solutionsWithoutEmbedding(ctx, embedder.model, {
      after,
      limit: batchSize,
    });
    const last = missing.at(-1);
    if (last === undefined) {
      // From the beginning once more: what was edited or saved meanwhile may stand before where we are.
      if (after !== '') {
        after = '';
        continue;
      }
      if (await hasOtherModels(ctx, embedder.model)) {
        const dropped = await dropOtherEmbeddings(ctx, embedder.model);
        ctx.log.info({ model: embedder.model, dropped }, 'the new search index is whole and serves');
      }
      return true;
    }
    await embedAll(ctx, embedder, missing);
    after = last.solutionId;
    // The built-in embedder never lets go by itself, and events want to be kept meanwhile.
    await setImmediate();
  }
  await ctx.enqueue({ name: 'embed' });
  return false;
}

/**
 * While an earlier model's index still answers, what was saved or edited since is to be found in it, too: first, because
 * it is a few and the new index may take hours. That model may be gone, which holds nothing up.
 */
async function embedForEarlierModel(ctx: Ctx & { embedder: Embedder }): Promise<void> {
  const serving = await servingModel(ctx, ctx.embedder.model);
  const earlier = serving === ctx.embedder.model ? null : embedderNamed(ctx.embedder, serving);
  if (earlier === null) return;
  const missing = await solutionsWithoutEmbedding(ctx, earlier.model, { after: '', limit: batchSize });
  if (missing.length === 0) return;
  try {
    await embedAll(ctx, earlier, missing);
  } catch (error) {
    ctx.log.warn(
      { err: error, model: earlier.model },
      'the earlier embedder did not answer; what is new is found by its words until the new index is whole',
    );
  }
}

/** What is made is kept at once, a few solutions at a time: a model that fails later costs those few. */
async function embedAll(ctx: Ctx, embedder: Embedder, missing: Unembedded[]): Promise<void> {
  let ready: { of: Unembedded; texts: string[] }[] = [];
  const flush = async () => {
    await embedTexts(ctx, embedder, ready);
    ready = [];
  };
  for (const of of missing) {
    const texts = [featuresOfSolution(of.content).text];
    // Vectors that hold only the words say nothing more of a passage than the index of words does.
    if (embedder.lexicalOnly !== true) texts.push(...(await passagesOfSolution(ctx, of)));
    const waiting = ready.reduce((sum, each) => sum + each.texts.length, 0);
    if (waiting > 0 && waiting + texts.length > batchSize) await flush();
    ready.push({ of, texts });
  }
  if (ready.length > 0) await flush();
}

async function embedTexts(
  ctx: Ctx,
  embedder: Embedder,
  ready: { of: Unembedded; texts: string[] }[],
): Promise<void> {
  const vectors = await embedder.embed(
    ready.flatMap(({ texts }) => texts),
    'document',
  );
  let from = 0;
  const made = ready.flatMap(({ of: { solutionId, version }, texts }) => {
    const [embedding, ...passages] = vectors.slice(from, from + texts.length);
    from += texts.length;
    return embedding === undefined ? [] : [{ solutionId, version, embedding, passages }];
  });
  await addEmbeddings(ctx, embedder.model, made);
}

/** Of its thread, as far as that is kept; else of what was found and done. */
async function passagesOfSolution(ctx: Ctx, { content, incidentId }: Unembedded): Promise<string[]> {
  const thread = await threadTexts(ctx, incidentId);
  if (thread.length > 1) return passagesOf(thread);
  const { rootCause, fix, steps } = content;
  const words = [rootCause, fix.immediate, fix.permanent, ...steps.map((step) => step.text)];
  return passagesOf(words.filter((text) => text !== null));
}

/** Starts the job when any solution lacks its embedding or was read by an earlier version, or an earlier model's are still there. */
export async function enqueueEmbedding(ctx: Ctx & { embedder: Embedder }): Promise<void> {
  const { embedder } = ctx;
  const missing = await solutionsWithoutEmbedding(ctx, embedder.model, {
    after: '',
    limit: 1,
  });
  const hasOthers = await hasOtherModels(ctx, embedder.model);
  const outdated = await solutionsWithOutdatedIndex(ctx, 1);
  if (missing.length > 0 || hasOthers || outdated.length > 0) await ctx.enqueue({ name: 'embed' });
}
