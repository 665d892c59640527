import { discardButton, editButton, saveButton } from './draft-buttons.ts';
import { actions, type Block, section } from './limits.ts';
import { ageWords, link, titleWords } from './wording.ts';

/** A draft that waits for a person. */
export type WaitingDraft = {
  solutionId: string;
  title: string;
  channelId: string;
  threadTs: string;
  permalink: string | null;
  ageDays: number;
  proven: boolean;
};

/** Two blocks per draft: what it is, and its buttons. */
export function draftBlocks(draft: WaitingDraft): Block[] {
  const words = [
    ageWords(draft.ageDays),
    link(draft.permalink, 'the thread'),
    ...(draft.proven ? [] : ['nobody said that it held']),
  ];
  const line = `*${titleWords(draft.title, 200)}*\n${words.join(' · ')}`;
  const { solutionId } = draft;
  return [section(line), actions(saveButton(solutionId), editButton(solutionId), discardButton(solutionId))];
}
