import { pgTable } from 'drizzle-orm/pg-core';
import { at, text } from './columns.ts';

export const workspaces = pgTable('workspaces', {
  workspaceId: text('workspace_id').primaryKey(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  botUserId: text('bot_user_id').notNull(),
  botId: text('bot_id').notNull(),
  updatedAt: at('updated_at').notNull(),
  /** What the hashes of placeholders and alerts are keyed by; null until it is first needed (hash-key.ts). */
  hashKey: text('hash_key'),
});
