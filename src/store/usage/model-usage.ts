import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { modelUsage } from '../schema/usage.ts';

export type UsageKey = { workspaceId: string; day: string; purpose: string };

export type ModelUsage = {
  purpose: string;
  inputTokens: number;
  outputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  /** Set aside for calls under way, or for calls that a kill cut off: those may have been billed. */
  reservedTokens: number;
  calls: number;
  failures: number;
  refusals: number;
};

const noUsage = {
  inputTokens: 0,
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  reservedTokens: 0,
  calls: 0,
  failures: 0,
  refusals: 0,
};

/** What of a row counts against the day's limit. */
const billedTokens = sql`${modelUsage.inputTokens} + ${modelUsage.outputTokens} + ${modelUsage.cacheReadTokens}
  + ${modelUsage.cacheWriteTokens} + ${modelUsage.reservedTokens}`;

/**
 * Sets tokens aside if the workspace's day, over all purposes, has room for them. Replicas ask one after the other,
 * so that together they stay within the limit.
 */
export async function reserveTokens(db: Db, key: UsageKey, tokens: number, limit: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`model_usage:${key.workspaceId}`}, 0))`,
    );
    const [day] = await tx
      .select({ used: sql<string>`coalesce(sum(${billedTokens}), 0)` })
      .from(modelUsage)
      .where(and(eq(modelUsage.workspaceId, key.workspaceId), eq(modelUsage.day, key.day)));
    const fits = Number(day?.used ?? 0) + tokens <= limit;
    const change = fits ? { reservedTokens: tokens } : { refusals: 1 };
    await tx
      .insert(modelUsage)
      .values({ ...key, ...noUsage, ...change })
      .onConflictDoUpdate({
        target: [modelUsage.workspaceId, modelUsage.day, modelUsage.purpose],
        set: fits
          ? { reservedTokens: sql`${modelUsage.reservedTokens} + ${tokens}` }
          : { refusals: sql`${modelUsage.refusals} + 1` },
      });
    return fits;
  });
}

/** Puts what a call cost in the place of what was set aside for it, on the day on which it was. */
export async function settleTokens(
  db: Db,
  key: UsageKey,
  call: {
    reserved: number;
    /** Null when the service told nothing: then nothing is counted. */
    spent: { input: number; output: number; cacheRead: number; cacheWrite: number } | null;
    failed: boolean;
  },
): Promise<void> {
  const spent = call.spent ?? { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  await db
    .update(modelUsage)
    .set({
      reservedTokens: sql`greatest(0, ${modelUsage.reservedTokens} - ${call.reserved})`,
      inputTokens: sql`${modelUsage.inputTokens} + ${spent.input}`,
      outputTokens: sql`${modelUsage.outputTokens} + ${spent.output}`,
      cacheReadTokens: sql`${modelUsage.cacheReadTokens} + ${spent.cacheRead}`,
      cacheWriteTokens: sql`${modelUsage.cacheWriteTokens} + ${spent.cacheWrite}`,
      calls: sql`${modelUsage.calls} + 1`,
      failures: sql`${modelUsage.failures} + ${call.failed ? 1 : 0}`,
    })
    .where(
      and(
        eq(modelUsage.workspaceId, key.workspaceId),
        eq(modelUsage.day, key.day),
        eq(modelUsage.purpose, key.purpose),
      ),
    );
}

/** A day's use by purpose, in order of their names; at most 20. */
export async function usageOfDay({ db, workspaceId }: Scope, day: string): Promise<ModelUsage[]> {
  return db
    .select({
      purpose: modelUsage.purpose,
      inputTokens: modelUsage.inputTokens,
      outputTokens: modelUsage.outputTokens,
      cacheReadTokens: modelUsage.cacheReadTokens,
      cacheWriteTokens: modelUsage.cacheWriteTokens,
      reservedTokens: modelUsage.reservedTokens,
      calls: modelUsage.calls,
      failures: modelUsage.failures,
      refusals: modelUsage.refusals,
    })
    .from(modelUsage)
    .where(and(eq(modelUsage.workspaceId, workspaceId), eq(modelUsage.day, day)))
    .orderBy(asc(modelUsage.purpose))
    .limit(20);
}
