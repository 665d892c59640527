import { isJson } from './schema-check.ts';
import { SlackError } from './slack-error.ts';
import { blockTextLength, maxBlockText, validateBlocks } from './validate-blocks.ts';

const maxAttachments = 100;

/** Throws invalid_blocks, naming the places, or msg_blocks_too_long. */
export function validateMessageBlocks(blocks: readonly unknown[]): void {
  const problems = validateBlocks(blocks, 'message');
  if (problems.length > 0) throw new SlackError('invalid_blocks', problems);
  if (blockTextLength(blocks) > maxBlockText) throw new SlackError('msg_blocks_too_long');
}

/** Legacy attachments are loose; the blocks inside them are not. Throws invalid_attachments, too_many_attachments or as above. */
export function validateAttachments(attachments: readonly unknown[]): void {
  if (attachments.length > maxAttachments) throw new SlackError('too_many_attachments');
  for (const attachment of attachments) {
    if (!isJson(attachment)) throw new SlackError('invalid_attachments');
    if (Array.isArray(attachment.blocks)) validateMessageBlocks(attachment.blocks);
  }
}
