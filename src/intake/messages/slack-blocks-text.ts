import { decodeSlackText, readLink } from './slack-text.ts';

type Json = Readonly<Record<string, unknown>>;

/** Deeper than any block that Slack accepts; stops at junk that nests without end. */
const maxDepth = 12;

export function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The words of Block Kit blocks, a block per paragraph; buttons, menus and dividers say nothing. */
export function readBlocks(blocks: unknown): string {
  return joinLines(listOf(blocks).map((block) => readBlock(block, 0)));
}

export function joinLines(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n');
}

function readBlock(value: unknown, depth: number): string {
  const block = recordOf(value);
  if (depth > maxDepth) return '';
  const inside = (list: unknown): string[] => listOf(list).map((item) => readBlock(item, depth + 1));
  switch (block.type) {
    case 'rich_text':
    case 'rich_text_section':
    case 'rich_text_list':
    case 'rich_text_preformatted':
    case 'rich_text_quote':
      return readRichText(block, depth);
    case 'actions':
    case 'divider':
    case 'input':
    case 'file':
    case 'button':
    case 'context_actions':
      return '';
    case 'markdown':
      return stringOf(block.text);
    case 'table':
    case 'data_table':
      return joinLines([readText(block.caption), ...listOf(block.rows).map((row) => readRow(row, depth))]);
    case 'image':
      return joinLines([readText(block.title), stringOf(block.alt_text)]);
    default:
      // Sections, headers, contexts, cards, and blocks younger than this code: all keep words in these places.
      return joinLines([
        ...['title', 'subtitle', 'text', 'description', 'body'].map((name) => readText(block[name])),
        ...inside(block.fields),
        ...inside(block.elements),
        ...inside(block.cards),
      ]);
  }
}

/** A text object, a bare string, or rich text in a text object's place. */
function readText(value: unknown): string {
  if (typeof value === 'string') return decodeSlackText(value);
  const object = recordOf(value);
  if (object.type === 'rich_text') return readBlock(object, 1);
  return decodeSlackText(stringOf(object.text));
}

function readRow(row: unknown, depth: number): string {
  const cells = Array.isArray(row) ? row : listOf(recordOf(row).cells);
  return cells
    .map((cell) => (typeof cell === 'string' ? cell : readBlock(cell, depth + 1).replaceAll('\n', ' ')))
    .join(' | ');
}

function readRichText(block: Json, depth: number): string {
  const elements = listOf(block.elements);
  const indent = '  '.repeat(
    Math.min(8, Math.max(0, Number.isInteger(block.indent) ? Number(block.indent) : 0)),
  );
  switch (block.type) {
    case 'rich_text_preformatted':
      return `\`\`\`\n${readInline(elements, false)}\n\`\`\``;
    case 'rich_text_quote':
      return readInline(elements, true)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'rich_text_list': {
      const first = Number.isInteger(block.offset) ? Number(block.offset) + 1 : 1;
      return joinLines(
        elements.map((item, index) => {
          const mark = block.style === 'ordered' ? `${first + index}.` : '•';
          return `${indent}${mark} ${readBlock(item, depth + 1)}`;
        }),
      );
    }
    case 'rich_text_section':
      return readInline(elements, true);
    default:
      return joinLines(elements.map((element) => readBlock(element, depth + 1)));
  }
}

function readInline(elements: readonly unknown[], markCode: boolean): string {
  let out = '';
  for (const value of elements) {
    const element = recordOf(value);
    const words = readElement(element);
    const isCode = markCode && recordOf(element.style).code === true && words !== '';
    out += isCode ? `\`${words}\`` : words;
  }
  return out;
}

function readElement(element: Json): string {
  const text = stringOf(element.text);
  switch (element.type) {
    case 'link':
      return readLink(stringOf(element.url), text);
    case 'user':
      return `<@${stringOf(element.user_id)}>`;
    case 'channel':
      return `#${stringOf(element.channel_id)}`;
    case 'usergroup':
      return `@${stringOf(element.usergroup_id)}`;
    case 'broadcast':
      return `@${stringOf(element.range)}`;
    case 'emoji':
      return `:${stringOf(element.name)}:`;
    case 'date':
      return stringOf(element.fallback);
    case 'color':
      return stringOf(element.value);
    default:
      return text;
  }
}
