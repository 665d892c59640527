import type { SimEphemeral, SimMessage } from '../slack-sim/slack-sim.ts';
import type { Notice } from './page-context.ts';
import type { PageState } from './page-state.ts';

/** One line of a pane: a message, what only this person sees, or a word from Slackbot. */
export type Line =
  | { kind: 'message'; ts: string; message: SimMessage }
  | { kind: 'ephemeral'; ts: string; ephemeral: SimEphemeral }
  | { kind: 'notice'; ts: string; notice: Notice };

type Seen = { state: PageState; me: string; notices: Notice[]; dismissed: ReadonlySet<string> };

/** A reply that stands in its thread alone, not in the channel. */
function isThreadOnly(message: SimMessage): boolean {
  return (
    message.thread_ts !== undefined &&
    message.thread_ts !== message.ts &&
    message.subtype !== 'thread_broadcast'
  );
}

/** What a person sees in a channel, oldest first. */
export function channelLines(channel: string, seen: Seen): Line[] {
  return lines(seen, {
    message: (one) => one.channel === channel && !isThreadOnly(one),
    private: (one) => one.channel === channel && one.threadTs === undefined,
  });
}

/** What a person sees in a thread, its root first. */
export function threadLines(thread: { channel: string; ts: string }, seen: Seen): Line[] {
  return lines(seen, {
    message: (one) => one.channel === thread.channel && (one.ts === thread.ts || one.thread_ts === thread.ts),
    private: (one) => one.channel === thread.channel && one.threadTs === thread.ts,
  });
}

/** The replies of a thread, oldest first. */
export function repliesOf(root: SimMessage, messages: SimMessage[]): SimMessage[] {
  return messages
    .filter((one) => one.channel === root.channel && one.thread_ts === root.ts && one.ts !== root.ts)
    .toSorted((a, b) => Number(a.ts) - Number(b.ts));
}

function lines(
  seen: Seen,
  belongs: {
    message(one: SimMessage): boolean;
    private(one: { channel: string; threadTs: string | undefined }): boolean;
  },
): Line[] {
  const mine = (one: { id: string; user: string; channel: string; threadTs: string | undefined }) =>
    one.user === seen.me && !seen.dismissed.has(one.id) && belongs.private(one);
  return [
    ...seen.state.messages
      .filter(belongs.message)
      .map((message): Line => ({ kind: 'message', ts: message.ts, message })),
    ...seen.state.ephemerals
      .filter((one) => mine({ ...one, threadTs: one.thread_ts }))
      .map((ephemeral): Line => ({ kind: 'ephemeral', ts: ephemeral.ts, ephemeral })),
    ...seen.notices
      .filter((one) => mine({ ...one, threadTs: one.threadTs }))
      .map((notice): Line => ({ kind: 'notice', ts: notice.ts, notice })),
  ].toSorted((a, b) => Number(a.ts) - Number(b.ts));
}
