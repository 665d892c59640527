import type { SimContext } from './sim-context.ts';

/** Carries out one call and gives its answer without `ok`; throws SlackError to answer `{ok:false,error}`. */
export type WebApiMethod = (context: SimContext, body: Record<string, unknown>) => Record<string, unknown>;
