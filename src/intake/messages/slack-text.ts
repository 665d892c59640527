const token = /<([^<>\n]{1,4000})>/g;
const entity = /&(amp|lt|gt);/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };
const link = /^[a-z][a-z0-9+.-]{0,20}:/i;

/** Slack's three escapes, and no others, back to the characters they stand for. */
function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(entity, (all, name: string) => entities[name] ?? all) : text;
}

/**
 * Slack's markup as a person reads it: links as `label (url)` or `url`, channels as `#name`, `<!here>` as
 * `@here`, dates as their fallback, escapes decoded. A mention stays `<@U123>`: the id is all there is to
 * know who it was. Angle brackets that are not Slack's stay as they are.
 */
export function decodeSlackText(text: string): string {
  if (!text.includes('<')) return decodeEntities(text);
  let out = '';
  let end = 0;
  for (const match of text.matchAll(token)) {
    out += decodeEntities(text.slice(end, match.index)) + readToken(match[1] ?? '', match[0]);
    end = match.index + match[0].length;
  }
  return out + decodeEntities(text.slice(end));
}

function readToken(inner: string, whole: string): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : decodeEntities(inner.slice(bar + 1));
  const rest = target.slice(1);
  if (target.startsWith('@') && /^[A-Z0-9]+$/.test(rest)) return `<@${rest}>`;
  if (target.startsWith('#')) return `#${label.replace(/^#/, '') || rest}`;
  if (target.startsWith('!')) return readSpecial(rest, label);
  if (link.test(target)) return readLink(decodeEntities(target), label);
  return decodeEntities(whole);
}

function readSpecial(name: string, label: string): string {
  if (name.startsWith('date^')) return label || (name.split('^')[1] ?? '');
  if (name.startsWith('subteam^')) return label ? `@${label.replace(/^@/, '')}` : `@${name.slice(8)}`;
  return `@${name.split('^')[0] ?? name}`;
}

/** `label (url)`; the label alone where Slack itself made the link out of it (`example.com`, an address). */
export function readLink(url: string, label: string): string {
  const bare = url.replace(/^(?:mailto:|tel:|https?:\/\/)/i, '').replace(/\/$/, '');
  if (label === '') return /^(?:mailto|tel):/i.test(url) ? bare : url;
  if (label === url) return url;
  return label === bare || label === `${bare}/` ? label : `${label} (${url})`;
}
