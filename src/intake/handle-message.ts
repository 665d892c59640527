import type { Ctx } from '../store/ctx.ts';
import { followThread } from './follow-thread.ts';
import { handleRoot } from './handle-root.ts';
import type { InboxMessage } from './messages/inbox-event.ts';

/**
 * A message of a watched channel: opens an incident, follows one, or ends one. Handling it twice changes nothing.
 * False for a reply in a thread that is no incident, or not yet.
 */
export async function handleMessage(ctx: Ctx, message: InboxMessage): Promise<boolean> {
  if (message.threadTs !== null) return followThread(ctx, message, message.threadTs);
  await handleRoot(ctx, message);
  return true;
}
