import type { WebClient } from '@slack/web-api';
import type { Body } from '../../store/outbox/outbox.ts';
import { escapeMrkdwn } from '../views/escape.ts';

const rememberMs = 3_600_000;
const maxRemembered = 2_000;
const maxNameChars = 40;
const mention = /<@([UW][A-Z0-9]+)>/g;

/** A person's display name, escaped; "someone" when Slack does not say. Kept in memory for an hour, never on disk. */
export function createPersonNames(
  reads: WebClient,
  now: () => number = Date.now,
): (userId: string) => Promise<string> {
  const known = new Map<string, { name: string; until: number }>();
  return async (userId) => {
    const remembered = known.get(userId);
    if (remembered !== undefined && remembered.until > now()) return remembered.name;
    const name = await fetchName(reads, userId);
    // Asked again next time: Slack may only have been busy.
    if (name === null) return 'someone';
    if (known.size >= maxRemembered) known.clear();
    known.set(userId, { name, until: now() + rememberMs });
    return name;
  };
}

async function fetchName(reads: WebClient, userId: string): Promise<string | null> {
  try {
    const { user } = await reads.users.info({ user: userId });
    const names = [user?.profile?.display_name, user?.profile?.real_name, user?.real_name, user?.name];
    const name = names.find((each) => each !== undefined && each.trim() !== '');
    return name === undefined ? null : escapeMrkdwn(name.replace(/\s+/g, ' ').trim(), maxNameChars);
  } catch {
    return null;
  }
}

/** The message with people's names where it would mention them: a mention notifies, and nobody asked for them. */
export async function nameWithoutMention(
  body: Body,
  nameOf: (userId: string) => Promise<string>,
): Promise<Body> {
  const ids = new Set([...JSON.stringify(body).matchAll(mention)].map((match) => match[1] ?? ''));
  if (ids.size === 0) return body;
  const names = new Map<string, string>();
  for (const id of ids) names.set(id, await nameOf(id));
  const inText = (text: string) => text.replace(mention, (_, id: string) => names.get(id) ?? 'someone');
  return mapStrings(body, inText) as Body;
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapStrings(each, change)]));
}
