import { foreignKey, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { at, jsonb, text, workspaceId } from './columns.ts';

/** Every message the bot means to stand in Slack, by its natural key; `ts` is known once it stands there. */
export const outbox = pgTable(
  'outbox',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    kind: text('kind').$type<'answer' | 'draft' | 'reminder' | 'digest' | 'welcome' | 'notice'>().notNull(),
    channelId: text('channel_id').notNull(),
    threadTs: text('thread_ts'),
    incidentId: text('incident_id'),
    solutionId: text('solution_id'),
    body: jsonb('body').$type<{ text: string; blocks: Record<string, unknown>[] }>().notNull(),
    /** Counts the changes of `body`; `sentRevision` is the one that stands in Slack. */
    revision: integer('revision').notNull(),
    sentRevision: integer('sent_revision'),
    attempts: integer('attempts').notNull(),
    /** Who delivers it holds it until then: two workers never post the same message. */
    claimedUntil: at('claimed_until'),
    ts: text('ts'),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key] }),
    index('outbox_by_message').on(t.workspaceId, t.channelId, t.ts),
    index('outbox_by_incident').on(t.workspaceId, t.incidentId),
    index('outbox_by_solution').on(t.workspaceId, t.solutionId),
  ],
);

export type MentionKind = 'solution' | 'draft' | 'incident' | 'person';

/**
 * What a message of the outbox shows or speaks of, by id: a solution (or past draft) whose words it shows, the draft that
 * it is about, an incident that it lists, a person whom it names.
 */
export const outboxMentions = pgTable(
  'outbox_mentions',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    kind: text('kind').$type<MentionKind>().notNull(),
    id: text('id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key, t.kind, t.id] }),
    index('outbox_mentions_by_id').on(t.workspaceId, t.kind, t.id),
    foreignKey({
      name: 'outbox_mentions_message',
      columns: [t.workspaceId, t.key],
      foreignColumns: [outbox.workspaceId, outbox.key],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);
