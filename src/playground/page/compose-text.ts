import type { SimChannel, SimUser } from '../slack-sim/slack-sim.ts';

/**
 * Turns what a person typed into Slack's wire format, as Slack's own composer does: & < > escaped,
 * @name and #channel made references, @here and its kin made broadcasts, addresses made links; code left alone.
 */
export function composeText(typed: string, users: SimUser[], channels: SimChannel[]): string {
  const escaped = typed.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : linked(part, users, channels)))
    .join('');
}

function linked(text: string, users: SimUser[], channels: SimChannel[]): string {
  return text
    .replace(/https?:\/\/[^\s|]+[^\s|.,;:!?)\]}]/g, (address) => `<${address}>`)
    .replace(/(?<![\w/@.<])@([a-z0-9][\w.-]*\w|\w)/gi, (whole, name: string) => {
      if (/^(here|channel|everyone)$/.test(name)) return `<!${name}>`;
      const user = users.find((one) => one.name.toLowerCase() === name.toLowerCase());
      return user === undefined ? whole : `<@${user.id}>`;
    })
    .replace(/(?<![\w/#&<])#([a-z0-9_-]+)/gi, (whole, name: string) => {
      const channel = channels.find((one) => one.name === name.toLowerCase());
      return channel === undefined ? whole : `<#${channel.id}>`;
    });
}

/** The reverse, for the edit box: references by name again, entities undone. */
export function typedText(wire: string, users: SimUser[], channels: SimChannel[]): string {
  return wire
    .replace(/<@([A-Z0-9]+)>/g, (whole, id: string) => {
      const user = users.find((one) => one.id === id);
      return user === undefined ? whole : `@${user.name}`;
    })
    .replace(/<#([A-Z0-9]+)(?:\|[^>]*)?>/g, (whole, id: string) => {
      const channel = channels.find((one) => one.id === id);
      return channel === undefined ? whole : `#${channel.name}`;
    })
    .replace(/<!(here|channel|everyone)>/g, '@$1')
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
