import { fitMatchCorrection } from '../library/match-correction.ts';
import type { Ctx } from '../store/ctx.ts';
import { judgedPrecedents, saveFit } from '../store/precedents/match-corrections.ts';

/** Weighs the matching by the team's own verdicts, where that foretells held-back verdicts better than the default. */
export async function refitMatching(ctx: Ctx): Promise<void> {
  const fit = fitMatchCorrection(await judgedPrecedents(ctx));
  await saveFit(ctx, fit, ctx.now());
  const { labelled, lossDefault, lossCorrected } = fit;
  ctx.log.info({ labelled, lossDefault, lossCorrected, kept: fit.correction !== null }, 'refitted matching');
}
