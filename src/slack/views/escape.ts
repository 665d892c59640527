const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Longest piece of library text that one escape gives back: what a section block holds. */
const sectionChars = 3_000;

const lookalikes = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' } as const;

/**
 * Text without control characters, bidirectional overrides and broken surrogates; newlines stay.
 * Fit for Slack's plain_text, which formats nothing.
 */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replaceAll('\t', ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g, '')
  );
}

/** At most `max` UTF-16 units, cut between graphemes, with "…" when something is gone. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const grapheme = segmenter.segment(text.slice(0, max + 64)).containing(max - 1);
  return `${text.slice(0, grapheme?.index ?? 0).trimEnd()}…`;
}

/**
 * Plain text → mrkdwn that shows it and does nothing: no mention, no disguised link, no formatting that
 * could close ours. Code in backticks stays code. Never longer than `max`.
 */
export function escapeMrkdwn(text: string, max: number = sectionChars): string {
  const named = cleanText(text).replace(/<@([A-Z0-9]+)(?:\|[^<>\n]*)?>/g, '@$1');
  return shrinkToFit(named, max, (piece) =>
    piece
      .split(/(?<=^|[\s([{"',.:;])(`[^`\n]*[^`\s]`)(?=$|[\s)\]}"',.:;!?])/m)
      .map((part, index) => (index % 2 === 1 ? escapeEntities(part) : escapeProse(part, index > 0)))
      .join(''),
  );
}

/**
 * A command as code, a span or (when it has backticks or several lines) a block; '' for an empty one.
 * Only a run of three backticks changes. Never longer than `max`, 8 at least.
 */
export function quoteCode(command: string, max = 1_000): string {
  const clean = cleanText(command).trim();
  if (clean === '') return '';
  const isBlock = /[`\n]/.test(clean);
  const fence = isBlock ? ['```\n', '\n```'] : ['`', '`'];
  const inside = shrinkToFit(clean, max - fence.join('').length, (piece) =>
    escapeEntities(piece.replaceAll('```', '``ˋ')),
  );
  return fence.join(inside);
}

/** `code` in a single line: a lookalike stands for a backtick. For places where a block cannot be. */
export function quoteCodeInline(command: string, max = 300): string {
  const clean = cleanText(command)
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('`', lookalikes['`']);
  return quoteCode(clean, max);
}

/** Our own mrkdwn cut to `max`, after a line where that loses little, without leaving half an entity, half a link or an open code block. */
export function clipMrkdwn(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = max - '\n```'.length;
  const lineEnd = text.lastIndexOf('\n', room - 2);
  const cut = (lineEnd > room / 2 ? `${text.slice(0, lineEnd)}\n…` : clip(text, room))
    .replace(/&[a-z]{0,3}…$/, '…')
    .replace(/<[^<>]*…$/, '…');
  return (cut.split('```').length - 1) % 2 === 1 ? `${cut}\n\`\`\`` : cut;
}

function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What could close bold, italic or a strike, ours or a neighbour's, becomes its lookalike; `MAX_CONN` and `~/x` stay. */
function escapeProse(text: string, followsCode: boolean): string {
  const closer = followsCode ? /(?<=^|[^\s])([_~])(?![\p{L}\p{N}])/gu : /(?<=[^\s])([_~])(?![\p{L}\p{N}])/gu;
  return escapeEntities(
    text
      .replaceAll('*', lookalikes['*'])
      .replaceAll('`', lookalikes['`'])
      .replace(closer, (mark) => (mark === '_' ? lookalikes._ : lookalikes['~'])),
  );
}

/** The longest clipped `text` whose rendering fits: one character renders to five at most (`&amp;`). */
function shrinkToFit(text: string, max: number, render: (piece: string) => string): string {
  let room = Math.min(text.length, max);
  for (;;) {
    const rendered = render(clip(text, room));
    if (rendered.length <= max || room <= 0) return room <= 0 ? '' : rendered;
    room -= Math.max(1, Math.ceil((rendered.length - max) / 5));
  }
}
