import { PrecedentError } from '../errors.ts';
import { estimateInput } from './estimate-tokens.ts';
import type { Model, Purpose, TokensSpent } from './model.ts';

/** What a call cost, null when unknown: then nothing is counted. */
export type Settle = (call: { spent: TokensSpent | null; failed: boolean }) => Promise<void>;

/**
 * Where a workspace's use of today is kept, for all replicas. Sets tokens aside and gives back how to put what was
 * spent in their place; null when today's limit leaves no room for them.
 */
export type ReserveTokens = (purpose: Purpose, tokens: number) => Promise<Settle | null>;

/**
 * The same model, within a daily budget: the most that a call can cost is set aside before it, and what it did cost
 * is written down after. A call for which there is no room throws PrecedentError('model') and is not made.
 */
export function withTokenBudget(model: Model, reserve: ReserveTokens): Model {
  return {
    name: model.name,
    structured: async (request) => {
      const settle = await reserve(request.purpose, estimateInput(request) + request.maxTokens);
      if (settle === null) {
        throw new PrecedentError(
          'model',
          "The model was not asked: today's budget is used up. PRECEDENT_MODEL_DAILY_TOKENS raises it.",
        );
      }
      let spent: TokensSpent | null = null;
      let failed = true;
      try {
        const answer = await model.structured({
          ...request,
          onSpent: (tokens) => {
            spent = tokens;
            request.onSpent?.(tokens);
          },
        });
        failed = false;
        return answer;
      } finally {
        await settle({ spent, failed });
      }
    },
  };
}
