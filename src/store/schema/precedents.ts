import { boolean, foreignKey, index, integer, pgTable, primaryKey, real } from 'drizzle-orm/pg-core';
import type { Verdict } from '../../library/effectiveness.ts';
import type { MatchCorrection, ShownEvidence } from '../../library/match-correction.ts';
import { at, jsonb, text, workspaceId } from './columns.ts';
import { incidents } from './incidents.ts';
import { solutions } from './solutions.ts';

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
    createdAt: at('created_at').notNull(),
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
    markedAt: at('marked_at').notNull(),
    /** Taken off at `markedAt`: kept, so that an older event which comes late does not bring it back. */
    isRemoved: boolean('is_removed').notNull().default(false),
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
  fittedAt: at('fitted_at').notNull(),
});
