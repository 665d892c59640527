import { boolean, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { AnswerSensitivity } from '../../library/answer-sensitivity.ts';
import { at, text, workspaceId } from './columns.ts';

export type ChannelMode = 'incidents' | 'alerts' | 'mixed';

export const channels = pgTable(
  'channels',
  {
    workspaceId: workspaceId(),
    channelId: text('channel_id').notNull(),
    name: text('name').notNull(),
    isPrivate: boolean('is_private').notNull(),
    isExtShared: boolean('is_ext_shared').notNull(),
    mode: text('mode').$type<ChannelMode>().notNull(),
    /** False after `unwatch`: the row stays, because solutions name the channel. */
    watched: boolean('watched').notNull(),
    watchedBy: text('watched_by'),
    watchedAt: at('watched_at'),
    digest: boolean('digest').notNull().default(true),
    /** Hours without a word after which an open incident counts as over. */
    quietHours: integer('quiet_hours').notNull().default(24),
    /** How sure the bot must be before it speaks here. */
    answerSensitivity: text('answer_sensitivity').$type<AnswerSensitivity>().notNull().default('normal'),
    /** A fix that the thread shows to work is saved without asking. */
    autoSave: boolean('auto_save').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.channelId] })],
);

export type BackfillState = 'running' | 'done' | 'stopped' | 'unreadable';

/** How far the reading of a channel's past has come; a channel has at most one. */
export const backfills = pgTable(
  'backfills',
  {
    workspaceId: workspaceId(),
    channelId: text('channel_id').notNull(),
    state: text('state').$type<BackfillState>().notNull(),
    /** Read from `latest` down to `oldest`, both exclusive; what is newer than `position` has been read. */
    latest: text('latest').notNull(),
    oldest: text('oldest').notNull(),
    position: text('position').notNull(),
    messages: integer('messages').notNull(),
    /** Each job is for one step: a job of a step that is over does nothing. */
    step: integer('step').notNull(),
    /** Names the one message that tells the progress, and the thread that it stands in. */
    outboxKey: text('outbox_key').notNull(),
    threadTs: text('thread_ts'),
    startedBy: text('started_by').notNull(),
    startedAt: at('started_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.channelId] })],
);
