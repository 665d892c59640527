import type { InboxEvent } from '../../intake/messages/inbox-event.ts';
import type { EventEnvelope, PersistEvent } from './persist-before-ack.ts';

/**
 * Persists the events of a channel in the order in which they came: a short reply must not overtake its root while
 * the root's long paste is still being redacted. Only the reading waits its turn; writes go together with what else is
 * ready, and channels do not wait for each other.
 */
export function orderPerChannel(
  normalize: (envelope: EventEnvelope) => Promise<InboxEvent | null>,
  persist: (eventId: string, normalized: InboxEvent) => Promise<void>,
): PersistEvent {
  const last = new Map<string, Promise<unknown>>();
  return async (envelope) => {
    const channel = channelOf(envelope);
    const before = last.get(channel) ?? Promise.resolve();
    // One that could not be read is Slack's to send again, and no reason to refuse those behind it.
    const turn = before
      .catch(() => undefined)
      .then(async () => {
        const normalized = await normalize(envelope);
        // Begun within the turn, so that it goes in before what comes after; awaited outside it.
        return { persisted: normalized === null ? undefined : persist(envelope.eventId, normalized) };
      });
    last.set(channel, turn);
    try {
      const { persisted } = await turn;
      await persisted;
    } finally {
      if (last.get(channel) === turn) last.delete(channel);
    }
  };
}

function channelOf({ event }: EventEnvelope): string {
  const item = event.item as { channel?: unknown } | undefined;
  const channel = item?.channel ?? event.channel;
  return typeof channel === 'string' ? channel : '';
}
