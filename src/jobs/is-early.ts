import type { InboxEvent } from '../intake/messages/inbox-event.ts';
import { timeOfTs } from '../library/message.ts';
import type { Scope } from '../store/ctx.ts';
import { findIncidentByThread } from '../store/incidents/incidents.ts';
import { isMessageStored } from '../store/incidents/messages.ts';
import { findOutboxByMessage } from '../store/outbox/outbox.ts';

/** How much later than its target an event may be and still have overtaken it on another way. */
const maxOvertakingMs = 60_000;

/**
 * Whether an event may have come before the message that it belongs to. Slack hands events to any socket of any replica,
 * so a reply or a ✅ can be here before its root, and an edit or a deletion before the reply that it changes.
 */
export async function isEarly(scope: Scope, event: InboxEvent): Promise<boolean> {
  const target = targetOf(event);
  if (target === null) return false;
  const { channelId, ts } = target;
  if (new Date(event.at).getTime() - timeOfTs(ts).getTime() > maxOvertakingMs) return false;
  if ((await findIncidentByThread(scope, channelId, ts)) !== null) return false;
  if ((await findOutboxByMessage(scope, channelId, ts)) !== null) return false;
  return !(await isMessageStored(scope, channelId, ts));
}

function targetOf(event: InboxEvent): { channelId: string; ts: string } | null {
  switch (event.kind) {
    case 'reaction':
    case 'deleted':
      return event;
    case 'edited':
      // A root that was not kept may have been talk: its edit can open an incident by itself.
      return event.message.threadTs === null ? null : event.message;
    case 'message': {
      const { channelId, threadTs } = event.message;
      return threadTs === null ? null : { channelId, ts: threadTs };
    }
    case 'channel':
      return null;
  }
}
