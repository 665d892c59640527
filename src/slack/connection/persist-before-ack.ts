import type { Receiver, ReceiverEvent } from '@slack/bolt';
import type { Log } from '../../log.ts';

/** Writes what we need of an event; resolves once it is in the database, or at once when it is none of ours. */
export type PersistEvent = (envelope: EventEnvelope) => Promise<void>;

export type EventEnvelope = { eventId: string; eventTime: number; event: Record<string, unknown> };

/** Work that has begun and not ended, so that a stop can wait for it. */
export type InFlight = { settled(): Promise<void> };

/**
 * Wraps a receiver so that an event is in the database before Slack gets its acknowledgement. Bolt acknowledges
 * inside processEvent, before any listener runs; when ours throws, HTTP answers 500 and Socket Mode sends no
 * acknowledgement, and Slack sends the event again.
 */
export function persistBeforeAck(receiver: Receiver, persist: PersistEvent, log: Log): InFlight {
  const inFlight = new Set<Promise<void>>();
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => {
    const processEvent = app.processEvent.bind(app);
    const wrapped = async (event: ReceiverEvent) => {
      const envelope = envelopeOf(event);
      if (envelope !== null) await persist(envelope);
      await processEvent(event);
    };
    const tracked = (event: ReceiverEvent): Promise<void> => {
      const work = wrapped(event);
      inFlight.add(work);
      // The receiver hears of the failure through `work`; here it only ends the tracking.
      work.then(
        () => inFlight.delete(work),
        (error: unknown) => {
          inFlight.delete(work);
          log.warn({ err: error }, 'an event could not be persisted; Slack will send it again');
        },
      );
      return work;
    };
    init(
      new Proxy(app, {
        get: (target, name) => (name === 'processEvent' ? tracked : Reflect.get(target, name)),
      }),
    );
  };
  return {
    settled: async () => {
      await Promise.allSettled(inFlight);
    },
  };
}

function envelopeOf(received: ReceiverEvent): EventEnvelope | null {
  const body = received.body as Record<string, unknown>;
  if (body.type !== 'event_callback' || typeof body.event_id !== 'string') return null;
  const event = body.event;
  if (typeof event !== 'object' || event === null) return null;
  return {
    eventId: body.event_id,
    eventTime: typeof body.event_time === 'number' ? body.event_time : 0,
    event: event as Record<string, unknown>,
  };
}
