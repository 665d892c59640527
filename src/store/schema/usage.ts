import { bigint, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { text, workspaceId } from './columns.ts';

/** What the model was asked for on a day (UTC, "2026-03-02"), and what is set aside for calls under way. */
export const modelUsage = pgTable(
  'model_usage',
  {
    workspaceId: workspaceId(),
    day: text('day').notNull(),
    purpose: text('purpose').notNull(),
    inputTokens: bigint('input_tokens', { mode: 'number' }).notNull(),
    outputTokens: bigint('output_tokens', { mode: 'number' }).notNull(),
    cacheReadTokens: bigint('cache_read_tokens', { mode: 'number' }).notNull(),
    cacheWriteTokens: bigint('cache_write_tokens', { mode: 'number' }).notNull(),
    reservedTokens: bigint('reserved_tokens', { mode: 'number' }).notNull(),
    calls: integer('calls').notNull(),
    failures: integer('failures').notNull(),
    /** Calls that the budget left no room for. */
    refusals: integer('refusals').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.day, t.purpose] })],
);
