import { compareTs } from './message-ts.ts';
import { announce, type ChannelMessages, type SimState } from './sim-state.ts';
import type { SimMessage } from './slack-sim.ts';

function log(state: SimState, channel: string): ChannelMessages {
  let messages = state.messages.get(channel);
  if (!messages) {
    messages = { byTs: new Map(), ordered: [] };
    state.messages.set(channel, messages);
  }
  return messages;
}

/** Every message of a channel, thread replies included, oldest first. */
export function messagesOf(state: SimState, channel: string): readonly SimMessage[] {
  return state.messages.get(channel)?.ordered ?? [];
}

export function messageAt(state: SimState, channel: string, ts: string): SimMessage | undefined {
  return state.messages.get(channel)?.byTs.get(ts);
}

/** The parent and its replies, oldest first; empty when there is no such message. */
export function threadOf(state: SimState, channel: string, threadTs: string): SimMessage[] {
  return messagesOf(state, channel).filter(
    (message) => message.ts === threadTs || message.thread_ts === threadTs,
  );
}

/** What the channel itself shows: no replies, unless they were broadcast. */
export function topLevelOf(state: SimState, channel: string): SimMessage[] {
  return messagesOf(state, channel).filter(
    (message) =>
      message.thread_ts === undefined ||
      message.thread_ts === message.ts ||
      message.subtype === 'thread_broadcast',
  );
}

/** Keeps the message in order of its ts and brings its parent's reply fields up to date. */
export function insertMessage(state: SimState, message: SimMessage): void {
  const messages = log(state, message.channel);
  messages.byTs.set(message.ts, message);
  let index = messages.ordered.length;
  while (index > 0) {
    const before = messages.ordered[index - 1];
    if (before === undefined || compareTs(before.ts, message.ts) <= 0) break;
    index -= 1;
  }
  messages.ordered.splice(index, 0, message);
  announce(state, { kind: 'message', message });
  if (message.thread_ts !== undefined && message.thread_ts !== message.ts) {
    refreshParent(state, message.channel, message.thread_ts);
  }
}

export function removeMessage(state: SimState, message: SimMessage): void {
  const messages = log(state, message.channel);
  messages.byTs.delete(message.ts);
  const index = messages.ordered.indexOf(message);
  if (index >= 0) messages.ordered.splice(index, 1);
  announce(state, { kind: 'deleted', channel: message.channel, ts: message.ts });
  if (message.thread_ts !== undefined && message.thread_ts !== message.ts) {
    refreshParent(state, message.channel, message.thread_ts);
  }
}

function refreshParent(state: SimState, channel: string, threadTs: string): void {
  const parent = messageAt(state, channel, threadTs);
  if (!parent) return;
  const replies = threadOf(state, channel, threadTs).filter((message) => message.ts !== threadTs);
  const latest = replies.at(-1);
  if (latest) {
    const users = [...new Set(replies.map((reply) => reply.user ?? reply.bot_id ?? ''))];
    parent.thread_ts = threadTs;
    parent.reply_count = replies.length;
    parent.latest_reply = latest.ts;
    parent.reply_users = users;
    parent.reply_users_count = users.length;
  } else {
    delete parent.thread_ts;
    delete parent.reply_count;
    delete parent.latest_reply;
    delete parent.reply_users;
    delete parent.reply_users_count;
  }
  announce(state, { kind: 'message', message: parent });
}
