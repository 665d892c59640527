import { joinLines, listOf, readBlocks, recordOf, stringOf } from './slack-blocks-text.ts';
import { decodeSlackText } from './slack-text.ts';

/** A Slack message as events, history, exports and webhooks give it: nothing in it can be relied on. */
export type SlackMessage = {
  ts?: string;
  type?: string;
  subtype?: string;
  text?: string;
  user?: string;
  bot_id?: string;
  bot_profile?: { name?: string; [key: string]: unknown };
  app_id?: string;
  username?: string;
  channel?: string;
  thread_ts?: string;
  blocks?: unknown[];
  attachments?: unknown[];
  files?: unknown[];
  edited?: { user?: string; ts?: string };
  root?: unknown;
  hidden?: boolean;
  metadata?: unknown;
  [key: string]: unknown;
};

export type MessageReading = { text: string; isBot: boolean; author: string | null; botName: string | null };

/** Slack's own limit for the text of a message. */
const maxTextChars = 40_000;

/**
 * What a person would read in a message, in the order they would read it: text, blocks, attachments, file
 * names; words that Slack sends twice come once. Never throws. `author` is a user id (a bot's too, if it has
 * one). Previews of pasted links are left out: they are not the writer's words, and Slack adds them later.
 */
export function readMessage(message: SlackMessage): MessageReading {
  const raw = recordOf(message);
  const ownText = decodeSlackText(stringOf(raw.text));
  const words = mergeTextAndBlocks(ownText, readBlocks(raw.blocks));
  const attachments = listOf(raw.attachments).filter((item) => !isPreview(recordOf(item), words));
  const body = attachments.reduce<string>((soFar, item) => addAttachment(soFar, recordOf(item)), words);
  const text = joinLines([body, ...listOf(raw.files).map(readFile)]);
  const isBot = isFromBot(raw);
  return {
    text: truncate(text.trim()),
    isBot,
    author: stringOf(raw.user) || null,
    botName: isBot ? stringOf(raw.username) || stringOf(recordOf(raw.bot_profile).name) || null : null,
  };
}

/** Webhook posts carry a name or attachments but no user; Slackbot is a user that nobody is. */
export function isFromBot(message: SlackMessage): boolean {
  const raw = recordOf(message);
  if (raw.subtype === 'bot_message' || raw.user === 'USLACKBOT') return true;
  if (stringOf(raw.bot_id) !== '' || stringOf(recordOf(raw.bot_profile).id) !== '') return true;
  if (stringOf(raw.user) !== '') return false;
  return stringOf(raw.username) !== '' || listOf(raw.attachments).length > 0;
}

/** A message that someone shared is theirs to show; every other attachment with `from_url` is a link preview. */
function isPreview(attachment: Readonly<Record<string, unknown>>, ownWords: string): boolean {
  if (attachment.is_share === true || ownWords.trim() === '') return false;
  return stringOf(attachment.from_url) !== '' || stringOf(attachment.app_unfurl_url) !== '';
}

function addAttachment(before: string, attachment: Readonly<Record<string, unknown>>): string {
  const decode = (name: string): string => decodeSlackText(stringOf(attachment[name]));
  const title = decode('title');
  const titleLink = stringOf(attachment.title_link);
  let text = before;
  const add = (part: string): void => {
    text = addUnlessPresent(text, part);
  };
  add(decode('pretext'));
  add(decode('author_name'));
  add(title);
  if (titleLink !== '' && title !== '' && !text.includes(titleLink)) text += ` (${titleLink})`;
  add(decode('text'));
  add(readBlocks(attachment.blocks));
  const fields = joinLines(listOf(attachment.fields).map((field) => readField(recordOf(field))));
  if (fields !== '') text = joinLines([text, fields]);
  if (text === before && fields === '') add(decode('fallback').replace('[no preview available]', ''));
  return text;
}

function readField(field: Readonly<Record<string, unknown>>): string {
  const title = decodeSlackText(stringOf(field.title)).trim().replace(/:$/, '');
  const value = decodeSlackText(stringOf(field.value)).trim();
  return title === '' || value === '' ? title + value : `${title}: ${value}`;
}

function readFile(value: unknown): string {
  const file = recordOf(value);
  const name = stringOf(file.name) || stringOf(file.title);
  const preview = file.mode === 'snippet' ? stringOf(file.preview).trim() : '';
  return joinLines([
    name === '' ? '' : `[file: ${name}]`,
    preview === '' ? '' : `\`\`\`\n${preview}\n\`\`\``,
  ]);
}

/** Text and blocks mostly say the same: keep the fuller one, and the text where they are equal. */
function mergeTextAndBlocks(text: string, blocks: string): string {
  const fromText = bareWords(text);
  const fromBlocks = bareWords(blocks);
  if (containsWords(fromText, fromBlocks)) return text;
  if (containsWords(fromBlocks, fromText)) return blocks;
  const textLines = new Set(text.split('\n').map(bareWords));
  return joinLines([text, ...blocks.split('\n').filter((line) => !textLines.has(bareWords(line)))]);
}

function addUnlessPresent(before: string, part: string): string {
  if (part.trim() === '' || containsWords(bareWords(before), bareWords(part))) return before;
  return joinLines([before, part]);
}

function containsWords(all: string, some: string): boolean {
  return ` ${all} `.includes(` ${some} `) || some === '';
}

function bareWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function truncate(text: string): string {
  if (text.length <= maxTextChars) return text;
  const kept = text.slice(0, maxTextChars);
  // Half of a surrogate pair is no character, and Postgres refuses it.
  return /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}
