import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PrecedentError } from '../../src/errors.ts';
import type { Model, TokensSpent } from '../../src/llm/model.ts';
import { withTokenBudget } from '../../src/llm/with-token-budget.ts';

const request = {
  purpose: 'capture' as const,
  system: 's'.repeat(300),
  prompt: 'p'.repeat(3_000),
  schema: z.object({ ok: z.boolean() }),
  maxTokens: 400,
};
const cost: TokensSpent = { input: 1_000, output: 20, cacheRead: 0, cacheWrite: 0 };

/** A model that spends and then does as it is told, behind a ledger of one number. */
function budget(left: number, answer: () => unknown) {
  const seen = { asked: 0, reserved: [] as number[], settled: [] as unknown[] };
  const model: Model = {
    name: 'told',
    structured: async (asked) => {
      seen.asked += 1;
      asked.onSpent?.(cost);
      return asked.schema.parse(answer());
    },
  };
  const kept = withTokenBudget(model, async (_, tokens) => {
    seen.reserved.push(tokens);
    return tokens > left ? null : async (call) => void seen.settled.push(call);
  });
  return { kept, seen };
}

describe('keepToBudget', () => {
  it('sets aside more than the request can cost, and settles what it did cost', async () => {
    const { kept, seen } = budget(10_000, () => ({ ok: true }));
    expect(await kept.structured(request)).toEqual({ ok: true });
    expect(seen.reserved[0]).toBeGreaterThanOrEqual(3_300 / 4 + 400);
    expect(seen.settled).toEqual([{ spent: cost, failed: false }]);
  });

  it('sets aside about a token for each character of a script that takes as many', async () => {
    const { kept, seen } = budget(10_000, () => ({ ok: true }));
    await kept.structured({ ...request, prompt: '障害が発生'.repeat(600) });
    expect(seen.reserved[0]).toBeGreaterThanOrEqual(3_000 + 400);
  });

  it('does not ask when there is no room, and says which setting raises the limit', async () => {
    const { kept, seen } = budget(100, () => ({ ok: true }));
    const error: unknown = await kept.structured(request).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PrecedentError);
    expect(error).toMatchObject({
      code: 'model',
      message: expect.stringContaining('PRECEDENT_MODEL_DAILY_TOKENS'),
    });
    expect(seen).toMatchObject({ asked: 0, settled: [] });
  });

  it('settles a failed call too, and lets its failure through', async () => {
    const { kept, seen } = budget(10_000, () => {
      throw new PrecedentError('model', 'no');
    });
    await expect(kept.structured(request)).rejects.toThrow('no');
    expect(seen.settled).toEqual([{ spent: cost, failed: true }]);
  });
});
