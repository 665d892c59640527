import type { InboxMessage } from './inbox-event.ts';

const placeholder = /\[[a-z0-9-]+-\d{1,6}\]/g;

/**
 * Messages of a thread are redacted before it is known what those just before them brought, so two of them may
 * have taken the same placeholder for different values, or different ones for the same. What the thread has
 * `known` so far stands, and the message is told in its terms; values it brings alone get numbers of their own.
 */
export function settlePlaceholders(
  message: InboxMessage,
  known: Readonly<Record<string, string>>,
): InboxMessage {
  const taken = new Set(Object.values(known));
  const renamed = new Map<string, string>();
  const placeholders: Record<string, string> = {};
  for (const [hash, own] of Object.entries(message.placeholders)) {
    const settled = known[hash] ?? nextFree(own, taken);
    taken.add(settled);
    placeholders[hash] = settled;
    if (settled !== own) renamed.set(own, settled);
  }
  if (renamed.size === 0) return { ...message, placeholders };
  const tell = (text: string) => text.replace(placeholder, (own) => renamed.get(own) ?? own);
  const tellOrNull = (text: string | null) => (text === null ? null : tell(text));
  const { alert } = message;
  return {
    ...message,
    placeholders,
    text: tell(message.text),
    alert: alert && {
      ...alert,
      title: tell(alert.title),
      service: tellOrNull(alert.service),
      environment: tellOrNull(alert.environment),
    },
  };
}

function nextFree(own: string, taken: ReadonlySet<string>): string {
  const [, label = '', number = '1'] = /^\[(.+)-(\d+)\]$/.exec(own) ?? [];
  let free = Number(number);
  while (taken.has(`[${label}-${free}]`)) free += 1;
  return `[${label}-${free}]`;
}
