import { boolean, foreignKey, index, integer, pgTable, primaryKey, real } from 'drizzle-orm/pg-core';
import type { OccurrenceOutcome } from '../../library/occurrence-outcome.ts';
import type { SavedBy, SolutionContent, SolutionStatus } from '../../library/solution.ts';
import { at, jsonb, text, workspaceId } from './columns.ts';

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
    occurredAt: at('occurred_at').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    decidedBy: text('decided_by'),
    /** Who put it into the library; null for what does not stand there. */
    savedBy: text('saved_by').$type<SavedBy>(),
    /** When people were reminded of the draft; once is enough. */
    remindedAt: at('reminded_at'),
    /** The solution that this draft was linked to instead of becoming one; its status is then `retired`. */
    mergedInto: text('merged_into'),
    /** A person said that it is not the same as what it was linked to: the bot links it to no other by itself. */
    isDistinct: boolean('is_distinct').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.solutionId] }),
    index('solutions_by_status').on(t.workspaceId, t.status, t.createdAt),
    index('solutions_by_source').on(t.workspaceId, t.sourceChannelId, t.sourceThreadTs),
  ],
);

/** The threads, besides its own, in which a solution was seen again, and what came of it there. */
export const solutionOccurrences = pgTable(
  'solution_occurrences',
  {
    workspaceId: workspaceId(),
    solutionId: text('solution_id').notNull(),
    channelId: text('channel_id').notNull(),
    threadTs: text('thread_ts').notNull(),
    incidentId: text('incident_id'),
    /** The draft of that thread; it keeps its words, retired. */
    draftId: text('draft_id').notNull(),
    occurredAt: at('occurred_at').notNull(),
    outcome: text('outcome').$type<OccurrenceOutcome>().notNull(),
    timeToResolutionMinutes: real('time_to_resolution_minutes'),
    /** The version that took words of the draft over, by a person's merge; null when only its outcome counts. */
    mergedVersion: integer('merged_version'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.solutionId, t.channelId, t.threadTs] }),
    index('solution_occurrences_by_thread').on(t.workspaceId, t.channelId, t.threadTs),
    foreignKey({
      name: 'solution_occurrences_solution',
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
    changedAt: at('changed_at').notNull(),
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
