import { SlackError } from './slack-error.ts';
import { validateAttachments, validateMessageBlocks } from './validate-message.ts';

/** Slack refuses longer text in chat.postMessage and its kin. */
const maxTextLength = 40_000;

type MessageContent = {
  text?: string;
  blocks?: unknown[];
  attachments?: unknown[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
};

function readArray(value: unknown, error: string): unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new SlackError(error);
  return value;
}

function readMetadata(value: unknown): MessageContent['metadata'] {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') throw new SlackError('invalid_metadata_format');
  if (Object.keys(value).length === 0) return undefined;
  const type = 'event_type' in value ? value.event_type : undefined;
  const payload = 'event_payload' in value ? value.event_payload : undefined;
  if (typeof type !== 'string' || typeof payload !== 'object' || payload === null) {
    throw new SlackError('invalid_metadata_schema');
  }
  return { event_type: type, event_payload: { ...payload } };
}

/** Reads and checks text, blocks, attachments and metadata of a call. Throws what Slack would answer. */
export function readContent(body: Record<string, unknown>): MessageContent {
  const content: MessageContent = {};
  if (body.text !== undefined && body.text !== null) content.text = String(body.text);
  if ((content.text?.length ?? 0) > maxTextLength) throw new SlackError('msg_too_long');
  const blocks = readArray(body.blocks, 'invalid_blocks_format');
  const attachments = readArray(body.attachments, 'invalid_attachments');
  const metadata = readMetadata(body.metadata);
  if (blocks) {
    validateMessageBlocks(blocks);
    content.blocks = blocks;
  }
  if (attachments) {
    validateAttachments(attachments);
    content.attachments = attachments;
  }
  if (metadata) content.metadata = metadata;
  return content;
}

/** A new message needs something to show. Throws no_text. */
export function requireContent(content: MessageContent): void {
  const nothing = !content.text && !content.blocks?.length && !content.attachments?.length;
  if (nothing) throw new SlackError('no_text');
}
