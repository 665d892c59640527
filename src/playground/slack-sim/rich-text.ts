type RichTextElement = Record<string, unknown>;

const inlinePattern =
  /<@([A-Z0-9]+)(?:\|[^>]*)?>|<#([A-Z0-9]+)(?:\|[^>]*)?>|<!(here|channel|everyone)>|<(https?:[^|>]+)(?:\|([^>]*))?>|`([^`\n]+)`|\*([^*\n]+)\*|:([a-z0-9_+-]+):/g;

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function inlineElements(text: string): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let last = 0;
  for (const match of text.matchAll(inlinePattern)) {
    if (match.index > last) elements.push({ type: 'text', text: unescaped(text.slice(last, match.index)) });
    last = match.index + match[0].length;
    const [, user, channel, range, url, label, code, bold, emoji] = match;
    if (user) elements.push({ type: 'user', user_id: user });
    else if (channel) elements.push({ type: 'channel', channel_id: channel });
    else if (range) elements.push({ type: 'broadcast', range });
    else if (url)
      elements.push({ type: 'link', url: unescaped(url), ...(label ? { text: unescaped(label) } : {}) });
    else if (code) elements.push({ type: 'text', text: unescaped(code), style: { code: true } });
    else if (bold) elements.push({ type: 'text', text: unescaped(bold), style: { bold: true } });
    else if (emoji) elements.push({ type: 'emoji', name: emoji });
  }
  if (last < text.length) elements.push({ type: 'text', text: unescaped(text.slice(last)) });
  return elements;
}

/** The rich_text block that Slack's clients attach to what a person types; code fences become their own element. */
export function richTextOf(text: string): RichTextElement[] {
  const elements: RichTextElement[] = [];
  for (const [index, part] of text.split('```').entries()) {
    if (part === '') continue;
    if (index % 2 === 1) {
      elements.push({
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: unescaped(part) }],
        border: 0,
      });
    } else {
      elements.push({ type: 'rich_text_section', elements: inlineElements(part) });
    }
  }
  return [{ type: 'rich_text', block_id: 'rich1', elements }];
}
