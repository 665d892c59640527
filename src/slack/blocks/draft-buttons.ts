import { type Block, button } from './limits.ts';

export function saveButton(solutionId: string): Block {
  return button({ label: 'Save', actionId: 'save_draft', value: solutionId, style: 'primary' });
}

export function editButton(solutionId: string, label = 'Edit'): Block {
  return button({ label, actionId: 'edit_draft', value: solutionId });
}

/** Asks before it discards. */
export function discardButton(solutionId: string): Block {
  return button({
    label: 'Discard',
    actionId: 'discard_draft',
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
