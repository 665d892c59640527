import type { WaitingDraft } from '../../solutions/waiting-drafts.ts';
import { discardButton, editButton, saveButton } from './draft-buttons.ts';
import { actions, type Block, section } from './limits.ts';
import { ageWords, link, titleWords } from './wording.ts';

/** Two blocks per draft: what it is, and its buttons. */
export function draftBlocks(draft: WaitingDraft): Block[] {
  const { solutionId, hasFix } = draft;
  const words = [
    ageWords(draft.ageDays),
    link(draft.permalink, 'the thread'),
    ...(draft.proven ? [] : [hasFix ? 'nobody said that it held' : 'no fix yet']),
  ];
  const line = `*${titleWords(draft.title, 200)}*\n${words.join(' · ')}`;
  const first = hasFix
    ? [saveButton(solutionId), editButton(solutionId)]
    : [editButton(solutionId, 'Write the fix')];
  return [section(line), actions(...first, discardButton(solutionId))];
}
