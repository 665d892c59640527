import type { PrecedentView } from '../../match/describe-precedents.ts';
import { type Block, fitting, limits, plainText } from './limits.ts';
import { precedentDetails } from './precedent-parts.ts';

/** What is behind **Show more**: a precedent with all its steps and commands, and why it was shown. */
export function precedentModal(view: PrecedentView): Block {
  return {
    type: 'modal',
    title: plainText('What was done then', limits.modalTitleChars),
    close: plainText('Close', limits.modalTitleChars),
    blocks: fitting(precedentDetails(view), limits.viewBlocks, limits.messageChars),
  };
}
