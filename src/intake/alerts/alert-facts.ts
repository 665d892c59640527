import type { SlackMessage } from '../messages/read-message.ts';
import { listOf, readBlocks, recordOf, stringOf } from '../messages/slack-blocks-text.ts';
import { decodeSlackText } from '../messages/slack-text.ts';
import { type AlertColour, readColour } from './alert-severity.ts';

/** What a bot's post says, taken apart. `labels` have lower-case names with single spaces; a name may come twice. */
export type AlertFacts = {
  botName: string;
  /** The lines that may carry the headline, the likeliest first. */
  headlines: string[];
  labels: Array<readonly [name: string, value: string]>;
  colour: AlertColour | null;
  body: string;
  links: string;
};

type Json = Readonly<Record<string, unknown>>;

/** Without links' addresses, emphasis and code marks: the words only. */
function plainWords(text: string): string {
  return text.replace(/<(?:https?|mailto):[^|<>\n]*\|([^<>\n]*)>/gi, '$1');
}

export function readAlertFacts(message: SlackMessage): AlertFacts {
  const raw = recordOf(message);
  const attachments = listOf(raw.attachments).map(recordOf);
  const text = read(raw.text);
  const blocks = readBlocksPlain(raw.blocks);
  const labels: Array<readonly [string, string]> = [];
  for (const attachment of attachments) labels.push(...fieldLabels(listOf(attachment.fields).map(recordOf)));
  const bodies = [text, blocks];
  const headlines = [...firstLines(text), ...firstLines(blocks)];
  for (const attachment of attachments) {
    const parts = ['pretext', 'title', 'text', 'fallback'].map((name) => read(attachment[name]));
    const inside = readBlocksPlain(attachment.blocks);
    const fieldTitles = listOf(attachment.fields)
      .map(recordOf)
      .filter((field) => read(field.value) === '')
      .map((field) => read(field.title));
    headlines.push(...parts.slice(0, 3).flatMap(firstLines), ...firstLines(inside));
    headlines.push(...fieldTitles.slice(0, 1), ...firstLines(parts[3] ?? ''));
    bodies.push(...parts.slice(0, 3), inside);
  }
  const body = bodies.filter((part) => part !== '').join('\n');
  labels.push(...bodyLabels(body));
  return {
    botName: stringOf(raw.username) || stringOf(recordOf(raw.bot_profile).name),
    headlines: [...new Set(headlines.map(tidy).filter((line) => line !== ''))],
    labels,
    colour:
      attachments
        .map((attachment) => readColour(stringOf(attachment.color)))
        .find((colour) => colour !== null) ?? null,
    body,
    links: attachments.map((attachment) => stringOf(attachment.title_link)).join(' '),
  };
}

function read(value: unknown): string {
  return decodeSlackText(plainWords(stringOf(value))).trim();
}

/** Blocks hold `<url|label>` inside their text objects: labels only, as in `read`. */
function readBlocksPlain(blocks: unknown): string {
  return readBlocks(blocks).replace(/ \(https?:\/\/[^\s)]*\)/g, '');
}

function firstLines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 3);
}

function tidy(line: string): string {
  return line
    .replace(/(?<!\w)[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Fields with a title; those without come in pairs at AWS's backup notes: a bare name, then its value in code. */
function fieldLabels(fields: Json[]): Array<readonly [string, string]> {
  const labels: Array<readonly [string, string]> = [];
  let name = '';
  for (const field of fields) {
    const title = read(field.title);
    const value = read(field.value);
    if (title !== '' && value !== '') labels.push([labelName(title), bare(value)]);
    else if (title === '' && value.startsWith('`') && name !== '')
      labels.push([labelName(name), bare(value)]);
    name = title === '' && !value.startsWith('`') && value.length <= 40 ? value : '';
    if (value.startsWith('`{')) labels.push(...jsonLabels(bare(value)));
  }
  return labels;
}

/** EventBridge's `detail`: what it says flat, in strings and numbers. */
function jsonLabels(value: string): Array<readonly [string, string]> {
  try {
    return Object.entries(recordOf(JSON.parse(value))).flatMap(([name, item]) =>
      typeof item === 'string' || typeof item === 'number' ? [[labelName(name), String(item)] as const] : [],
    );
  } catch {
    return [];
  }
}

const labelLine =
  /^[ \t>•*-]{0,8}([A-Za-z][\w ./@-]{0,39}?)[*_`]{0,3}[ \t]{0,3}[:=][*_`]{0,3}[ \t]{1,3}(\S.{0,300})$/gm;
const tag =
  /(?<![\w:./-])(service|env|environment|host|hostname|cluster|region|kube_namespace|namespace|team|app|instance|job|severity|priority):([\w./@-]{1,80})/g;

/** `*Severity:* critical`, `• *alertname:* \`Foo\``, ` - job = api`, and Datadog's `service:checkout` tags. */
function bodyLabels(body: string): Array<readonly [string, string]> {
  const lines = [...body.matchAll(labelLine)].map(
    ([, name = '', value = '']) => [labelName(name), bare(value)] as const,
  );
  const twoLines = [
    ...body.matchAll(/^\*([A-Za-z][\w /-]{0,39}):?\*:?[ \t]{0,3}\n[ \t]{0,3}(\S.{0,300})$/gm),
  ];
  const stacked = twoLines.map(([, name = '', value = '']) => [labelName(name), bare(value)] as const);
  const tags = [...body.matchAll(tag)].map(([, name = '', value = '']) => [labelName(name), value] as const);
  return [...lines, ...stacked, ...tags];
}

function labelName(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[*_`:\s./-]+/g, ' ')
    .trim()
    .toLowerCase();
}

function bare(value: string): string {
  return value.replace(/^[`*_"\s]+|[`*_"\s]+$/g, '').trim();
}
