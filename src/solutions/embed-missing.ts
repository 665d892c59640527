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
import { reindex } from './reindex.ts';

const batchSize = 64;
/** A job is short, so that a stop need not wait and no job outlives its time; the next one goes on. */
const jobMs = 10_000;

/**
 * Gives every active solution that lacks one its embedding by the configured model; once none lacks it, lets go of
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

async function embedAll(ctx: Ctx, embedder: Embedder, missing: Unembedded[]): Promise<void> {
  const texts = missing.map((solution) => featuresOfSolution(solution.content).text);
  const vectors = await embedder.embed(texts, 'document');
  await addEmbeddings(
    ctx,
    embedder.model,
    missing.flatMap(({ solutionId, version }, place) => {
      const embedding = vectors[place];
      return embedding === undefined ? [] : [{ solutionId, version, embedding }];
    }),
  );
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
