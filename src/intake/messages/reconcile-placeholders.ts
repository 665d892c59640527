import type { InboxMessage } from './inbox-event.ts';

const placeholder = /\[[a-z0-9-]+-\d{1,6}\]/g;

/**
 * Messages of a thread are redacted before it is known what those just before them brought, so two of them may
 * have taken the same placeholder for different values, or different ones for the same. What the thread has
 * `known` so far stands, and the message is told in its terms; values it brings alone get numbers of their own.
 */
export function reconcilePlaceholders(
  message: InboxMessage,
  known: Readonly<Record<string, string>>,
): InboxMessage {
  const used = new Set(Object.values(known));
  const renamed = new Map<string, string>();
  const placeholders: Record<string, string> = {};
  for (const [hash, own] of Object.entries(message.placeholders)) {
    const reconciled = known[hash] ?? nextFree(own, used);
    used.add(reconciled);
    placeholders[hash] = reconciled;
    if (reconciled !== own) renamed.set(own, reconciled);
  }
  if (renamed.size === 0) return { ...message, placeholders };
  const applyRenames = (text: string) => text.replace(placeholder, (own) => renamed.get(own) ?? own);
  const applyRenamesOrNull = (text: string | null) => (text === null ? null : applyRenames(text));
  const { alert } = message;
  return {
    ...message,
    placeholders,
    text: applyRenames(message.text),
    alert: alert && {
      ...alert,
      title: applyRenames(alert.title),
      service: applyRenamesOrNull(alert.service),
      environment: applyRenamesOrNull(alert.environment),
    },
  };
}

function nextFree(own: string, used: ReadonlySet<string>): string {
  const [, label = '', number = '1'] = /^\[(.+)-(\d+)\]$/.exec(own) ?? [];
  let free = Number(number);
  while (used.has(`[${label}-${free}]`)) free += 1;
  return `[${label}-${free}]`;
}
