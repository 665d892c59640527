import { boolean, foreignKey, index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import type { IncidentStatus, ResolutionSignal } from '../../library/incident.ts';
import type { Severity } from '../../text/severity.ts';
import { at, jsonb, text, workspaceId } from './columns.ts';

export const incidents = pgTable(
  'incidents',
  {
    workspaceId: workspaceId(),
    incidentId: text('incident_id').notNull(),
    channelId: text('channel_id').notNull(),
    threadTs: text('thread_ts').notNull(),
    status: text('status').$type<IncidentStatus>().notNull(),
    title: text('title').notNull(),
    symptoms: text('symptoms').notNull(),
    signatures: text('signatures').array().notNull(),
    service: text('service'),
    environment: text('environment'),
    severity: text('severity').$type<Severity>(),
    alertKey: text('alert_key'),
    openedBy: text('opened_by'),
    openedAt: at('opened_at').notNull(),
    resolvedAt: at('resolved_at'),
    resolvedBy: text('resolved_by'),
    resolutionSignal: text('resolution_signal').$type<ResolutionSignal>(),
    lastActivityAt: at('last_activity_at').notNull(),
    /** How often the same alert fired again while this incident was open. */
    recurrences: integer('recurrences').notNull().default(0),
    /** What stands for what in this thread: {hash: placeholder}, never the value. */
    placeholders: jsonb('placeholders').$type<Record<string, string>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.incidentId] }),
    uniqueIndex('incidents_by_thread').on(t.workspaceId, t.channelId, t.threadTs),
    index('incidents_by_alert').on(t.workspaceId, t.channelId, t.alertKey),
    index('incidents_by_time').on(t.workspaceId, t.channelId, t.openedAt),
  ],
);

export const messages = pgTable(
  'messages',
  {
    workspaceId: workspaceId(),
    channelId: text('channel_id').notNull(),
    ts: text('ts').notNull(),
    incidentId: text('incident_id').notNull(),
    userId: text('user_id'),
    isBot: boolean('is_bot').notNull(),
    text: text('text').notNull(),
    editedAt: at('edited_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.channelId, t.ts] }),
    index('messages_by_incident').on(t.workspaceId, t.incidentId, t.ts),
    foreignKey({
      name: 'messages_incident',
      columns: [t.workspaceId, t.incidentId],
      foreignColumns: [incidents.workspaceId, incidents.incidentId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/** The ending reactions on an incident's root: it is over while one of them stands. */
export const rootReactions = pgTable(
  'root_reactions',
  {
    workspaceId: workspaceId(),
    incidentId: text('incident_id').notNull(),
    userId: text('user_id').notNull(),
    emoji: text('emoji').notNull(),
    /** When it was put on, or taken off. */
    reactedAt: at('reacted_at').notNull(),
    /** Kept after it is taken off, so that an older event which comes late does not bring it back. */
    isRemoved: boolean('is_removed').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.incidentId, t.userId, t.emoji] }),
    foreignKey({
      name: 'root_reactions_incident',
      columns: [t.workspaceId, t.incidentId],
      foreignColumns: [incidents.workspaceId, incidents.incidentId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);
