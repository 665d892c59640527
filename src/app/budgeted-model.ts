import type { Config } from '../config.ts';
import { createClaude } from '../llm/claude.ts';
import type { Model } from '../llm/model.ts';
import { withTokenBudget } from '../llm/with-token-budget.ts';
import type { Db } from '../store/connection/db.ts';
import { reserveTokens, settleTokens } from '../store/usage/model-usage.ts';

/** The configured model, or null: then everything works by rules. */
export function modelOf(config: Config): Model | null {
  if (config.claude === null) return null;
  const { apiKey, baseUrl, model } = config.claude;
  return createClaude({
    apiKey,
    ...(baseUrl === null ? {} : { baseUrl }),
    ...(model === null ? {} : { model }),
  });
}

/** The configured model within the workspace's daily budget, or null. */
export function budgetedModelOf(
  config: Config,
  of: { db: Db; workspaceId: string; now: () => Date },
): Model | null {
  const model = modelOf(config);
  if (model === null) return null;
  return withTokenBudget(model, async (purpose, tokens) => {
    const key = { workspaceId: of.workspaceId, day: of.now().toISOString().slice(0, 10), purpose };
    if (!(await reserveTokens(of.db, key, tokens, config.modelDailyTokens))) return null;
    return ({ spent, failed }) => settleTokens(of.db, key, { reserved: tokens, spent, failed });
  });
}
