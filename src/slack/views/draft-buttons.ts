import { actionIds } from '../action-ids.ts';
import { type Block, button } from './limits.ts';

export function saveButton(solutionId: string): Block {
  return button({ label: 'Save', actionId: actionIds.saveDraft, value: solutionId, style: 'primary' });
}

export function editButton(solutionId: string, label = 'Edit'): Block {
  return button({ label, actionId: actionIds.editDraft, value: solutionId });
}

/** Asks before it discards. */
export function discardButton(solutionId: string): Block {
  return button({
    label: 'Discard',
    actionId: actionIds.discardDraft,
    value: solutionId,
    style: 'danger',
    confirm: {
      title: 'Discard this draft?',
      text: 'The next incident like this will not get it. The thread itself stays as it is.',
      confirm: 'Discard',
      deny: 'Keep it',
    },
  });
}

/** Shows the draft beside the saved fix that it may be the same as. */
export function mergeButton(draftId: string, intoId: string): Block {
  const value = JSON.stringify({ draftId, intoId });
  return button({ label: 'Merge with…', actionId: actionIds.merge, value });
}

/** Takes back that a thread counts to a fix. */
export function markDistinctButton(draftId: string): Block {
  return button({ label: 'Not the same', actionId: actionIds.markDistinct, value: draftId });
}
