import { PrecedentError } from '../../errors.ts';
import { type PlacedMessage, placedThread } from '../slack-export/export-threads.ts';
import { type RawMessage, slackTs } from '../slack-export/read-export.ts';

const form = 'Write {"thread":[Slack messages],"reactions_on_root":["white_check_mark"]} on each line.';

/**
 * The thread of one line of `explain --jsonl`; its `reactions_on_root` (names, or Slack's own objects) join those of
 * its first message. Throws 'usage' with the line's number and nothing of its text.
 */
export function readThreadLine(line: string, number: number): PlacedMessage[] {
  const value = parse(line, number);
  const { thread, reactions_on_root: reactions = [] } = value;
  if (!Array.isArray(thread)) refuse(number, 'has no list "thread"');
  if (!Array.isArray(reactions)) refuse(number, 'has "reactions_on_root" that are no list');
  for (const [index, message] of thread.entries()) {
    if (typeof message !== 'object' || message === null || Array.isArray(message))
      refuse(number, `has something in "thread" that is no message (place ${index + 1})`);
    if (typeof message.ts !== 'string' || !slackTs.test(message.ts))
      refuse(
        number,
        `has a message (place ${index + 1}) without a "ts" of Slack's, like "1700000000.000100"`,
      );
  }
  const [root, ...replies] = placedThread(thread as RawMessage[]);
  if (root === undefined) return [];
  const own = Array.isArray(root.raw.reactions) ? root.raw.reactions : [];
  const named = reactions.map((each: unknown) => (typeof each === 'string' ? { name: each } : each));
  return [{ ...root, raw: { ...root.raw, reactions: [...own, ...named] } }, ...replies];
}

function parse(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // V8's words quote the line, and the line may hold a secret.
    refuse(number, 'is no valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(number, 'is no JSON object');
  return value as Record<string, unknown>;
}

function refuse(number: number, what: string): never {
  throw new PrecedentError('usage', `Line ${number} ${what}. ${form}`);
}
