import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CapturedThread } from '../src/capture/sentences/read-sentences.ts';
import { compareTs, type Message, timeOfTs } from '../src/library/message.ts';

const slackMessage = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  reactions: z.array(z.object({ name: z.string() })).default([]),
});
type SlackMessage = z.infer<typeof slackMessage>;

/** The threads of one channel folder of a Slack export, in order of time; empty when the folder is not there. */
export function readSlackThreads(folder: string): CapturedThread[] {
  if (!existsSync(folder)) return [];
  const byThread = new Map<string, SlackMessage[]>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const messages = z.array(slackMessage).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    for (const message of messages) {
      const key = message.thread_ts ?? message.ts;
      byThread.set(key, [...(byThread.get(key) ?? []), message]);
    }
  }
  return [...byThread.values()].flatMap((messages) =>
    asThread(messages.sort((a, b) => compareTs(a.ts, b.ts))),
  );
}

function asThread(messages: readonly SlackMessage[]): CapturedThread[] {
  const [root, ...replies] = messages;
  if (root === undefined) return [];
  const isResolved = root.reactions.some((reaction) => reaction.name === 'white_check_mark');
  return [
    {
      root: asMessage(root),
      replies: replies.map(asMessage),
      openedAt: timeOfTs(root.ts),
      resolvedAt: isResolved ? timeOfTs(messages.at(-1)?.ts ?? root.ts) : null,
    },
  ];
}

function asMessage(message: SlackMessage): Message {
  return {
    ts: message.ts,
    userId: message.user ?? null,
    isBot: message.bot_id !== undefined,
    text: message.text,
    editedAt: null,
  };
}
