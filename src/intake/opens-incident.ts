import type { ChannelMode } from '../store/channels/channels.ts';
import { looksLikeProblem } from '../text/problem-cues.ts';
import type { InboxMessage } from './messages/inbox-event.ts';

/** Whether a root message is an incident in a channel of this mode. */
export function opensIncident(mode: ChannelMode, message: InboxMessage): boolean {
  if (message.alert?.state === 'firing') return true;
  const words = message.text.replace(/<@[A-Z0-9]+>/g, ' ').trim();
  if (message.isBot || mode === 'alerts' || words === '') return false;
  if (message.mentionsBot && asksForHelp(words)) return false;
  return mode === 'incidents' || looksLikeProblem(message.text);
}

/** Whether a root message of the past was an incident: a bot that edits in place leaves an alert that only says "resolved". */
export function wasIncident(mode: ChannelMode, message: InboxMessage): boolean {
  return message.alert?.state === 'resolved' || opensIncident(mode, message);
}

/** A mention with these words, or with none, asks how the bot works. */
function asksForHelp(words: string): boolean {
  return /^(?:help)?[\s\p{P}]*$/iu.test(words.trim());
}
