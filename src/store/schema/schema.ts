import {
  bigint,
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  smallint,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { AnswerSensitivity } from '../../library/answer-sensitivity.ts';
import type { Verdict } from '../../library/effectiveness.ts';
import type { IncidentStatus, ResolutionSignal } from '../../library/incident.ts';
import type { MatchCorrection, ShownEvidence } from '../../library/match-correction.ts';
import type { OccurrenceOutcome } from '../../library/occurrence-outcome.ts';
import type { SolutionContent, SolutionStatus } from '../../library/solution.ts';
import { cleanJson, cleanText } from '../../text/clean-text.ts';
import type { Severity } from '../../text/severity.ts';

const text = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: cleanText,
});

const jsonb = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: cleanJson,
  fromDriver: (value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
});

/** pgvector's half precision, of any dimension: each embedding model has its own, and its own partial index. */
const halfvec = customType<{ data: number[]; driverData: string }>({
  dataType: () => 'halfvec',
  toDriver: (value) => `[${value.join(',')}]`,
  fromDriver: (value) => JSON.parse(value) as number[],
});

/** pgvector's sparse vector over hashed terms, in its own text form ("{id:weight,…}/dimensions"). */
const sparsevec = customType<{ data: string; driverData: string }>({ dataType: () => 'sparsevec' });

const timestamptz = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const workspaceId = () => text('workspace_id').notNull();

export const workspaces = pgTable('workspaces', {
  workspaceId: text('workspace_id').primaryKey(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  botUserId: text('bot_user_id').notNull(),
  botId: text('bot_id').notNull(),
  updatedAt: timestamptz('updated_at').notNull(),
});

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
    watchedAt: timestamptz('watched_at'),
    digest: boolean('digest').notNull().default(true),
    /** Hours without a word after which an open incident counts as over. */
    quietHours: integer('quiet_hours').notNull().default(24),
    /** How sure the bot must be before it speaks here. */
    answerSensitivity: text('answers').$type<AnswerSensitivity>().notNull().default('normal'),
    /** A fix that the thread shows to work is saved without asking. */
    autoSave: boolean('auto_save').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.channelId] })],
);

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
    openedAt: timestamptz('opened_at').notNull(),
    resolvedAt: timestamptz('resolved_at'),
    resolvedBy: text('resolved_by'),
    resolutionSignal: text('resolution_signal').$type<ResolutionSignal>(),
    lastActivityAt: timestamptz('last_activity_at').notNull(),
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
    editedAt: timestamptz('edited_at'),
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

/** The ending reactions on an incident's root, so that the incident reopens only when the last of them is taken off. */
export const rootReactions = pgTable(
  'root_reactions',
  {
    workspaceId: workspaceId(),
    incidentId: text('incident_id').notNull(),
    userId: text('user_id').notNull(),
    emoji: text('emoji').notNull(),
    /** When it was put on, or taken off. */
    reactedAt: timestamptz('reacted_at').notNull(),
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

export const solutions = pgTable(
  'solutions',
  {
    workspaceId: workspaceId(),
    solutionId: text('solution_id').notNull(),
    status: text('status').$type<SolutionStatus>().notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<SolutionContent>().notNull(),
    proven: boolean('proven').notNull(),
    incidentId: text('incident_id'),
    sourceChannelId: text('source_channel_id').notNull(),
    sourceThreadTs: text('source_thread_ts').notNull(),
    visibility: text('visibility').$type<'workspace' | 'channel'>().notNull(),
    timeToResolutionMinutes: real('time_to_resolution_minutes'),
    occurredAt: timestamptz('occurred_at').notNull(),
    createdAt: timestamptz('created_at').notNull(),
    updatedAt: timestamptz('updated_at').notNull(),
    decidedBy: text('decided_by'),
    /** When people were reminded of the draft; once is enough. */
    remindedAt: timestamptz('reminded_at'),
    /** The solution that this draft was counted to instead of becoming one; its status is then `retired`. */
    mergedInto: text('merged_into'),
    /** A person said that it is not the same as what it was counted to: it is never counted to another by itself. */
    isDistinct: boolean('kept_apart').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.solutionId] }),
    index('solutions_by_status').on(t.workspaceId, t.status, t.createdAt),
    index('solutions_by_source').on(t.workspaceId, t.sourceChannelId, t.sourceThreadTs),
  ],
);

/** The threads, besides its own, in which a solution was seen again, and what came of it there. */
export const solutionOccurrences = pgTable(
  'solution_sources',
  {
    workspaceId: workspaceId(),
    solutionId: text('solution_id').notNull(),
    channelId: text('channel_id').notNull(),
    threadTs: text('thread_ts').notNull(),
    incidentId: text('incident_id'),
    /** The draft of that thread; it keeps its words, retired. */
    draftId: text('draft_id').notNull(),
    occurredAt: timestamptz('occurred_at').notNull(),
    outcome: text('outcome').$type<OccurrenceOutcome>().notNull(),
    timeToResolutionMinutes: real('time_to_resolution_minutes'),
    /** The version that took words of the draft over, by a person's merge; null when only its outcome counts. */
    mergedVersion: integer('merged_version'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.solutionId, t.channelId, t.threadTs] }),
    index('solution_sources_by_thread').on(t.workspaceId, t.channelId, t.threadTs),
    foreignKey({
      name: 'solution_sources_solution',
      columns: [t.workspaceId, t.solutionId],
      foreignColumns: [solutions.workspaceId, solutions.solutionId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

export const solutionVersions = pgTable(
  'solution_versions',
  {
    workspaceId: workspaceId(),
    solutionId: text('solution_id').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<SolutionContent>().notNull(),
    changedBy: text('changed_by'),
    changedAt: timestamptz('changed_at').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.solutionId, t.version] }),
    foreignKey({
      name: 'solution_versions_solution',
      columns: [t.workspaceId, t.solutionId],
      foreignColumns: [solutions.workspaceId, solutions.solutionId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/** What finds an active solution: its terms with their BM25 weights, and its signatures. */
export const solutionSearch = pgTable(
  'solution_search',
  {
    workspaceId: workspaceId(),
    solutionId: text('solution_id').notNull(),
    /** How its text was read into terms; see indexVersion. */
    version: smallint('version').notNull().default(0),
    termIds: integer('term_ids').array().notNull(),
    /** BM25 weights, without the idf. */
    terms: sparsevec('terms').notNull(),
    titleIds: integer('title_ids').array().notNull().default([]),
    /** 1 + ln of the counts in title and symptoms. */
    problem: sparsevec('trouble').notNull().default('{}/536870912'),
    signatures: text('signatures').array().notNull(),
    service: text('service'),
    environment: text('environment'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.solutionId] }),
    index('solution_search_terms').using('gin', t.termIds),
    foreignKey({
      name: 'solution_search_solution',
      columns: [t.workspaceId, t.solutionId],
      foreignColumns: [solutions.workspaceId, solutions.solutionId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/** A solution's embedding by each model that serves or is being built; what is missing here is still to be made. */
export const solutionEmbeddings = pgTable(
  'solution_embeddings',
  {
    workspaceId: workspaceId(),
    solutionId: text('solution_id').notNull(),
    embeddingModel: text('embedding_model').notNull(),
    embedding: halfvec('embedding').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.solutionId, t.embeddingModel] }),
    index('solution_embeddings_by_model').on(t.workspaceId, t.embeddingModel),
    foreignKey({
      name: 'solution_embeddings_solution',
      columns: [t.workspaceId, t.solutionId],
      foreignColumns: [solutions.workspaceId, solutions.solutionId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/** In how many active solutions of the workspace a term occurs: the idf of the query side. Of term 0: how many there are. */
export const termCounts = pgTable(
  'term_counts',
  {
    workspaceId: workspaceId(),
    termId: integer('term_id').notNull(),
    solutions: integer('solutions').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.termId] })],
);

export const precedents = pgTable(
  'precedents',
  {
    workspaceId: workspaceId(),
    incidentId: text('incident_id').notNull(),
    solutionId: text('solution_id').notNull(),
    rank: integer('rank').notNull(),
    confidence: real('confidence').notNull(),
    why: jsonb('why').$type<string[]>().notNull(),
    /** The precedent that reactions on the answer speak of. */
    inUse: boolean('in_use').notNull(),
    /** What spoke for it when it was shown; null where that was not kept. */
    signals: jsonb('signals').$type<ShownEvidence>(),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.incidentId, t.solutionId] }),
    index('precedents_by_solution').on(t.workspaceId, t.solutionId),
    foreignKey({
      name: 'precedents_incident',
      columns: [t.workspaceId, t.incidentId],
      foreignColumns: [incidents.workspaceId, incidents.incidentId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    foreignKey({
      name: 'precedents_solution',
      columns: [t.workspaceId, t.solutionId],
      foreignColumns: [solutions.workspaceId, solutions.solutionId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/** Each mark a person left: a reaction, or the feedback button. The person's verdict is their latest mark. */
export const feedbackMarks = pgTable(
  'feedback_marks',
  {
    workspaceId: workspaceId(),
    incidentId: text('incident_id').notNull(),
    solutionId: text('solution_id').notNull(),
    userId: text('user_id').notNull(),
    /** An emoji's name, or "button". */
    mark: text('mark').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    markedAt: timestamptz('marked_at').notNull(),
    /** Taken off at `markedAt`: kept, so that an older event which comes late does not bring it back. */
    isRemoved: boolean('taken_back').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.incidentId, t.solutionId, t.userId, t.mark] }),
    index('feedback_marks_by_solution').on(t.workspaceId, t.solutionId),
    foreignKey({
      name: 'feedback_marks_precedent',
      columns: [t.workspaceId, t.incidentId, t.solutionId],
      foreignColumns: [precedents.workspaceId, precedents.incidentId, precedents.solutionId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/** What a team's verdicts made of the weights, at the last nightly fit; without a correction the default stands. */
export const matchCorrections = pgTable('match_corrections', {
  workspaceId: text('workspace_id').primaryKey(),
  correction: jsonb('correction').$type<MatchCorrection>(),
  labelled: integer('labelled').notNull(),
  /** Of held-back verdicts; null while there are too few to fit. */
  lossDefault: real('loss_default'),
  lossCorrected: real('loss_corrected'),
  fittedAt: timestamptz('fitted_at').notNull(),
});

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
    claimedUntil: timestamptz('claimed_until'),
    ts: text('ts'),
    createdAt: timestamptz('created_at').notNull(),
    sentAt: timestamptz('sent_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key] }),
    index('outbox_by_message').on(t.workspaceId, t.channelId, t.ts),
    index('outbox_by_incident').on(t.workspaceId, t.incidentId),
    index('outbox_by_solution').on(t.workspaceId, t.solutionId),
  ],
);

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
    startedAt: timestamptz('started_at').notNull(),
    updatedAt: timestamptz('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.channelId] })],
);
