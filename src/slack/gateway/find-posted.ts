import type { WebClient } from '@slack/web-api';
import { compareTs } from '../../library/message.ts';
import type { Log } from '../../log.ts';
import type { MessageGateway } from '../../outbox/message-gateway.ts';

/** What the metadata of our messages is called; their outbox key is in it. */
export const messageEventType = 'precedent_message';

const pageSize = 200;
/** 4,000 messages since: a message that was posted that long ago is looked for by a person. */
const maxPages = 20;

/** The clocks of Slack and of this machine need not agree to the second. */
const clockSkewSeconds = 5;

/**
 * The ts of our first message with this key in the channel or the thread, posted at or after `since`; null when there
 * is none. Reads page by page until the messages since then are through.
 */
export async function findPosted(
  reads: WebClient,
  message: Parameters<MessageGateway['findPosted']>[0],
  log: Log,
): Promise<string | null> {
  const { channelId, threadTs, key, since } = message;
  const oldest = String(Math.floor(since.getTime() / 1000) - clockSkewSeconds);
  const found: string[] = [];
  let cursor = '';
  for (let page = 0; page < maxPages; page += 1) {
    const query = {
      channel: channelId,
      include_all_metadata: true,
      limit: pageSize,
      oldest,
      ...(cursor === '' ? {} : { cursor }),
    };
    const answer =
      threadTs === null
        ? await reads.conversations.history(query)
        : await reads.conversations.replies({ ...query, ts: threadTs });
    for (const { ts, metadata } of answer.messages ?? []) {
      const payload = metadata?.event_payload as { key?: unknown } | undefined;
      if (ts !== undefined && metadata?.event_type === messageEventType && payload?.key === key)
        found.push(ts);
    }
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (found.length > 0 || cursor === '') return found.toSorted(compareTs)[0] ?? null;
  }
  log.warn(
    { key, pages: maxPages },
    'too many messages came since this one may have been posted; it is taken for not posted',
  );
  return null;
}
