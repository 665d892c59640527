/**
 * Every button of ours, by what it does. The ids themselves never change: messages that stand in Slack carry them,
 * whatever we call the action today.
 */
export const actionIds = {
  saveDraft: 'save_draft',
  editDraft: 'edit_draft',
  discardDraft: 'discard_draft',
  merge: 'merge_with',
  markDistinct: 'keep_apart',
  showHistory: 'show_history',
  restoreVersion: 'restore_version',
  usePrecedent: 'use_precedent',
  giveVerdict: 'precedent_feedback',
  givePartialVerdict: 'precedent_feedback_partly',
  showPrecedent: 'show_precedent',
  startBackfill: 'learn_past',
  declineBackfill: 'leave_past',
  stopBackfill: 'stop_backfill',
  reviewDrafts: 'review_drafts',
} as const;
export type ActionId = (typeof actionIds)[keyof typeof actionIds];

/** Every form of ours. */
export const formIds = {
  editSolution: 'edit_solution',
  mergeDraft: 'merge_draft',
  editSettings: 'edit_settings',
} as const;
export type FormId = (typeof formIds)[keyof typeof formIds];

/** The entries of a message's "More actions" menu, as slack-manifest.yml declares them. */
export const shortcutIds = {
  findPastFixes: 'find_past_fixes',
  saveTheFix: 'save_the_fix',
} as const;

/** Whatever is not in `known`: Slack waits for an acknowledgement of that, too. */
export function anyOtherThan(known: Readonly<Record<string, string>>): RegExp {
  return new RegExp(`^(?!(?:${Object.values(known).join('|')})$)`);
}
