import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CapturedThread } from '../src/capture/sentences/read-sentences.ts';
import { timeOfTs } from '../src/library/message.ts';
import { type GoldLabel, goldLabel, readGold } from './gold-label.ts';
import { readSlackThreads } from './slack-threads.ts';

/** `bots`: the users that are alert tools. */
const labelledThread = z.object({
  name: z.string().optional(),
  thread: z.array(z.object({ ts: z.string(), user: z.string(), text: z.string() })).min(1),
  bots: z.array(z.string()).default([]),
  resolved: z.boolean(),
  ...goldLabel.omit({ thread_ts: true }).shape,
});

export type LabelledThread = { thread: CapturedThread; gold: GoldLabel };

const incidents = join(import.meta.dirname, '../../shared/data/incidents/slack-export/incidents');

/** The real incidents that have gold labels; none where the shared data is absent. */
export function readGoldThreads(): LabelledThread[] {
  const threads = new Map(readSlackThreads(incidents).map((thread) => [thread.root.ts, thread]));
  return readGold().flatMap((gold) => {
    const thread = threads.get(gold.thread_ts);
    return thread === undefined ? [] : [{ thread, gold }];
  });
}

/** Of a file with a thread on each line, or of a folder with a thread in each `.json`. Throws what zod says of a line that is none. */
export function readLabelledThreads(path: string): LabelledThread[] {
  const texts = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => readFileSync(join(path, name), 'utf8'))
    : readFileSync(path, 'utf8').trimEnd().split('\n');
  return texts.map((text) => asLabelled(labelledThread.parse(JSON.parse(text))));
}

function asLabelled({
  thread,
  bots,
  resolved,
  steps,
  cause,
  fix,
}: z.infer<typeof labelledThread>): LabelledThread {
  const [root, ...replies] = thread.map(({ ts, user, text }) => {
    const isBot = bots.includes(user);
    return { ts, userId: isBot ? null : user, isBot, text, editedAt: null };
  });
  if (root === undefined) throw new Error('A labelled thread has no message.');
  const end = thread.at(-1)?.ts ?? root.ts;
  return {
    thread: { root, replies, openedAt: timeOfTs(root.ts), resolvedAt: resolved ? timeOfTs(end) : null },
    gold: { thread_ts: root.ts, steps, cause, fix },
  };
}
