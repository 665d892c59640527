import type { ActionId } from '../action-ids.ts';
import { cleanText, clip, clipMrkdwn } from './escape.ts';

/** One Block Kit block or element. */
export type Block = Record<string, unknown>;
/** A message: `text` is what notifications and screen readers get. */
export type Body = { text: string; blocks: Block[] };
/** A part of a message that may be left out when there is no room. */
type Optional = { optional: Block };
export type Part = Block | Optional;

/** Slack's limits (docs.slack.dev/reference/block-kit); `messageChars` keeps clear of `msg_blocks_too_long`. */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  messageChars: 10_000,
  fallbackChars: 300,
  sectionChars: 3_000,
  headerChars: 150,
  contextElements: 10,
  contextChars: 2_000,
  actionElements: 25,
  buttonChars: 75,
  inputChars: 3_000,
  modalTitleChars: 24,
} as const;

const interactive = new Set(['actions', 'context_actions', 'input']);

/** mrkdwn in which Slack itself links and mentions nothing: only our own `<…>` act. Never empty. */
function mrkdwn(text: string, max: number = limits.sectionChars): Block {
  return { type: 'mrkdwn', text: clipMrkdwn(text, max) || '–', verbatim: true };
}

/** Never empty: Slack refuses an empty text. */
export function plainText(text: string, max: number): Block {
  const clean = cleanText(text).replace(/\s+/g, ' ').trim();
  return { type: 'plain_text', text: clip(clean, max) || '–', emoji: true };
}

export function section(text: string, accessory?: Block): Block {
  return { type: 'section', text: mrkdwn(text), ...(accessory && { accessory }) };
}

export function context(...texts: string[]): Block {
  const elements = texts.slice(0, limits.contextElements).map((text) => mrkdwn(text, limits.contextChars));
  return { type: 'context', elements };
}

export function header(text: string): Block {
  return { type: 'header', text: plainText(text, limits.headerChars) };
}

export function divider(): Block {
  return { type: 'divider' };
}

type ButtonOptions = {
  label: string;
  actionId: ActionId;
  /** Ids of ours only: Slack takes 2,000 characters. */
  value: string;
  style?: 'primary' | 'danger';
  confirm?: { title: string; text: string; confirm: string; deny: string };
};

export function button(options: ButtonOptions): Block {
  const { label, actionId, value, style, confirm } = options;
  return {
    type: 'button',
    text: plainText(label, limits.buttonChars),
    action_id: actionId,
    value,
    ...(style && { style }),
    ...(confirm && {
      confirm: {
        title: plainText(confirm.title, 100),
        text: plainText(confirm.text, 300),
        confirm: plainText(confirm.confirm, 30),
        deny: plainText(confirm.deny, 30),
      },
    }),
  };
}

export function actions(...elements: Block[]): Block {
  return { type: 'actions', elements: elements.slice(0, limits.actionElements) };
}

export function optional(block: Block): Optional {
  return { optional: block };
}

/**
 * A message within Slack's limits. Without room the optional parts go, the last first, then what has no
 * buttons, the last first; the first block stays.
 */
export function body(text: string, parts: Part[]): Body {
  const kept = fitting(parts, limits.messageBlocks, limits.messageChars);
  return { text: clipMrkdwn(text.replace(/\s+/g, ' ').trim(), limits.fallbackChars), blocks: kept };
}

/** The parts that fit, in their order, as `body` chooses them; for a modal or Home as well. */
export function fitting(parts: Part[], maxBlocks: number, maxChars: number): Block[] {
  const items = parts.map((part) => {
    const block = isOptional(part) ? part.optional : part;
    return { block, isOptional: isOptional(part), chars: charsOf(block) };
  });
  const exceedsLimits = () =>
    items.length > maxBlocks || items.reduce((sum, item) => sum + item.chars, 0) > maxChars;
  while (exceedsLimits()) {
    let index = items.findLastIndex((item) => item.isOptional);
    if (index < 0) index = items.findLastIndex((item, at) => at > 0 && !isInteractive(item.block));
    if (index < 0) index = items.length - 1;
    items.splice(index, 1);
  }
  return items.map((item) => item.block);
}

/** All the words of a block that a person reads, counted in UTF-16 units. */
export function charsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let chars = 0;
  for (const [key, inner] of Object.entries(value)) {
    const isWords = key === 'text' || key === 'title' || key === 'label' || key === 'name';
    chars += typeof inner === 'string' ? (isWords ? inner.length : 0) : charsOf(inner);
  }
  return chars;
}

function isOptional(part: Part): part is Optional {
  return 'optional' in part && typeof part.optional === 'object' && !('type' in part);
}

function isInteractive(block: Block): boolean {
  return interactive.has(String(block.type)) || 'accessory' in block;
}
