/** A piece of a line of Slack's mrkdwn. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; inner: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; label: string }
  | { kind: 'user' | 'channel'; id: string; label?: string }
  | { kind: 'broadcast'; name: string }
  | { kind: 'emoji'; name: string };

/** A paragraph, a quotation or a code block. */
export type MrkdwnBlock =
  | { kind: 'paragraph' | 'quote'; inner: Inline[] }
  | { kind: 'code-block'; text: string };

const openers = '(?<![\\p{L}\\p{N}])';
const closers = '(?![\\p{L}\\p{N}])';
const styled = (mark: string) =>
  `${openers}${mark}(?![\\s${mark}])([^${mark}\\n]*[^\\s${mark}])${mark}${closers}`;
const tokens = new RegExp(
  [
    '`([^`\\n]+)`',
    '<([^<>\\n]+)>',
    styled('\\*'),
    styled('_'),
    styled('~'),
    `${openers}:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):`,
    '(https?://[^\\s<>|]+[^\\s<>|.,;:!?)\\]}*_~])',
  ].join('|'),
  'gu',
);

/** Reads Slack's wire format (with &amp; &lt; &gt; escaped) as Slack does: no Markdown, no HTML, unsafe links as text. */
export function parseMrkdwn(source: string): MrkdwnBlock[] {
  const blocks: MrkdwnBlock[] = [];
  source.split(/```([\s\S]*?)```/).forEach((part, index) => {
    if (index % 2 === 1) {
      blocks.push({ kind: 'code-block', text: unescapeEntities(part.replace(/^\n|\n$/g, '')) });
      return;
    }
    const text = index === 0 ? part : part.replace(/^\n/, '');
    blocks.push(...paragraphs(text));
  });
  return blocks;
}

function paragraphs(text: string): MrkdwnBlock[] {
  const runs: { quote: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line);
    const last = runs.at(-1);
    const content = quoted?.[1] ?? line;
    if (last !== undefined && last.quote === (quoted !== null)) last.lines.push(content);
    else runs.push({ quote: quoted !== null, lines: [content] });
  }
  return runs
    .filter((run) => run.lines.some((line) => line.trim() !== ''))
    .map((run) => ({ kind: run.quote ? 'quote' : 'paragraph', inner: parseInline(run.lines.join('\n')) }));
}

/** Reads one run of text that may hold newlines but no code block. */
export function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(tokens)) {
    if (match.index > at) found.push(plain(text.slice(at, match.index)));
    found.push(token(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push(plain(text.slice(at)));
  return found;
}

function token(match: RegExpExecArray): Inline {
  const [whole, code, angle, bold, italic, strike, emoji, url] = match;
  if (code !== undefined) return { kind: 'code', text: unescapeEntities(code) };
  if (angle !== undefined) return angled(angle) ?? plain(whole);
  if (bold !== undefined) return { kind: 'bold', inner: parseInline(bold) };
  if (italic !== undefined) return { kind: 'italic', inner: parseInline(italic) };
  if (strike !== undefined) return { kind: 'strike', inner: parseInline(strike) };
  if (emoji !== undefined) return { kind: 'emoji', name: emoji };
  if (url !== undefined) return { kind: 'link', href: unescapeEntities(url), label: unescapeEntities(url) };
  return plain(whole);
}

function angled(inside: string): Inline | undefined {
  const [, target = '', label] = /^([^|]*)(?:\|(.*))?$/s.exec(inside) ?? [];
  const named = label === undefined ? {} : { label: unescapeEntities(label) };
  if (/^@[UWB][A-Z0-9]+$/.test(target)) return { kind: 'user', id: target.slice(1), ...named };
  if (/^#[CDG][A-Z0-9]+$/.test(target)) return { kind: 'channel', id: target.slice(1), ...named };
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', name: target.slice(1) };
  if (target.startsWith('!')) return { kind: 'text', text: unescapeEntities(label ?? target) };
  const href = safeHref(unescapeEntities(target));
  return href === undefined ? undefined : { kind: 'link', href, label: unescapeEntities(label ?? target) };
}

/** The address if a click on it is harmless (http, https, mailto), else undefined. */
export function safeHref(address: string): string | undefined {
  return /^(https?:\/\/|mailto:)\S+$/i.test(address) ? address : undefined;
}

function plain(text: string): Inline {
  return { kind: 'text', text: unescapeEntities(text) };
}

function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
