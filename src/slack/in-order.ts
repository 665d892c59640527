import type { EventEnvelope, KeepEvent } from './keep-first.ts';

/**
 * Keeps the events of a channel in the order in which they came: a short reply must not overtake its root while
 * the root's long paste is still being redacted. Channels do not wait for each other.
 */
export function inOrder(keep: KeepEvent): KeepEvent {
  const last = new Map<string, Promise<void>>();
  return async (envelope) => {
    const channel = channelOf(envelope);
    const before = last.get(channel) ?? Promise.resolve();
    // One that could not be kept is Slack's to send again, and no reason to refuse those behind it.
    const work = before.then(
      () => keep(envelope),
      () => keep(envelope),
    );
    last.set(channel, work);
    try {
      await work;
    } finally {
      if (last.get(channel) === work) last.delete(channel);
    }
  };
}

function channelOf({ event }: EventEnvelope): string {
  const item = event.item as { channel?: unknown } | undefined;
  return String(item?.channel ?? event.channel ?? '');
}
