const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Slack's "&amp;", "&lt;" and "&gt;" as the characters they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
}

/**
 * Slack's mrkdwn as a person reads it: links by their label, no mentions, emoji or emphasis, entities decoded. Code
 * spans stay as typed, and so do wildcards ("logs-*", "*.example").
 */
export function plainText(text: string): string {
  const spans: string[] = [];
  const masked = text.replace(/[\uE000\uE001]/g, '').replace(/`[^`\n]{1,600}`/g, (span) => {
    spans.push(span);
    return `\uE000${spans.length - 1}\uE001`;
  });
  const plain = masked
    .replace(/<([#!])([^|>\n]{1,100})\|([^>\n]{1,200})>/g, (_, sign, __, label) =>
      sign === '#' ? `#${label}` : label,
    )
    .replace(/<[@!#][^>\n]{1,100}>/g, '')
    .replace(/<[a-z]+:[^|>\n]{1,2000}\|([^>\n]{1,500})>/gi, '$1')
    .replace(/<((?:https?:|mailto:)[^>\n]{1,2000})>/gi, '$1')
    .replace(/(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])/g, '')
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, '')
    .replace(emphasis('\\*'), '$1')
    .replace(emphasis('_'), '$1')
    .replace(emphasis('~'), '$1')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
  return decodeEntities(plain.replace(/\uE000(\d+)\uE001/g, (_, at) => spans[Number(at)] ?? ''));
}

/** A balanced pair around words: what opens it follows no word, path or wildcard's hyphen, and what closes it ends one. */
function emphasis(mark: string): RegExp {
  return new RegExp(
    `(?<![\\w*./~-])${mark}(?=[^\\s./*-])([^*\\n]{0,399}?[^\\s./*-]|[^\\s./*-])${mark}(?![\\w*/])`,
    'g',
  );
}

/** A first line in bold, with the emoji before it; wildcards ("*.example") may stand in it. */
export const boldHeadline: RegExp =
  /^\s*(?::[a-z0-9_+-]+:\s*)*\*(?=[^\s./*-])([\s\S]{2,300}?[^\s./*-])\*\s*(?:\n|$)/i;
