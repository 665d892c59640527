import { fitMatchCorrection } from '../library/match-correction.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/connection/db.ts';
import { judgedPrecedents, saveFit } from '../store/precedents/match-corrections.ts';

export type RefitDeps = { db: Db; workspaceId: string; now: () => Date; log: Log };

/** Weighs the matching by the team's own verdicts, where that foretells held-back verdicts better than the default. */
export async function refitMatching(deps: RefitDeps): Promise<void> {
  const fit = fitMatchCorrection(await judgedPrecedents(deps.db, deps.workspaceId));
  await saveFit(deps.db, deps.workspaceId, fit, deps.now());
  const { labelled, lossDefault, lossCorrected } = fit;
  deps.log.info({ labelled, lossDefault, lossCorrected, kept: fit.correction !== null }, 'refitted matching');
}
