import type { BlockAction } from '@slack/bolt';
import { PrecedentError } from '../../errors.ts';

/** Who pressed a button, and in which channel Slack says they did; null in the App Home and in a modal. */
export function presserOf(body: BlockAction): { userId: string; channelId: string | null } {
  return { userId: body.user.id, channelId: body.channel?.id ?? null };
}

/** What we put into the button. It can be made up: it says what is meant, never who may. */
export function buttonValue(action: BlockAction['actions'][number]): string {
  const value = (action as { value?: unknown }).value;
  if (typeof value === 'string') return value;
  throw new PrecedentError('usage', 'This button is from an older message and no longer works.');
}

/** The same where it is JSON; null for what is none. */
export function buttonJson(action: BlockAction['actions'][number]): unknown {
  try {
    return JSON.parse(buttonValue(action));
  } catch {
    return null;
  }
}

/** A sentence that only who pressed gets to see, below the message. */
export function ephemeralReply(text: string): never {
  return { response_type: 'ephemeral', replace_original: false, text } as never;
}
