import { PrecedentError } from '../../errors.ts';
import { timeOfTs } from '../../library/message.ts';
import { exportedThreads, type PlacedMessage } from '../slack-export/export-threads.ts';
import { type ExportedChannel, type SlackExport, slackTs } from '../slack-export/read-export.ts';

export type FoundThread = { channel: ExportedChannel; thread: PlacedMessage[] };

const maxListed = 5;

/**
 * The thread in which a message stands, by the message's `ts` or its permalink. Throws 'not_found' with the nearest
 * threads in time.
 */
export function findThread(slackExport: SlackExport, wanted: string): FoundThread {
  const ts = tsOf(wanted);
  const all: FoundThread[] = [];
  for (const channel of slackExport.channels) {
    for (const thread of exportedThreads(slackExport, channel)) {
      if (thread.some((message) => message.ts === ts)) return { channel, thread };
      all.push({ channel, thread });
    }
  }
  throw new PrecedentError(
    'not_found',
    `The export has no message ${wanted}. A thread goes by the "ts" of its first message, or by a message's link (its end, p1700000000000100). ${nearest(all, ts)}`,
  );
}

/** "https://team.slack.com/archives/C1/p1700000000000100" → "1700000000.000100". */
function tsOf(wanted: string): string {
  const [, seconds, micros] = /(?:^|\/)p(\d{10})(\d{6})(?:\?|$)/.exec(wanted) ?? [];
  return seconds === undefined ? wanted : `${seconds}.${micros}`;
}

function nearest(all: readonly FoundThread[], ts: string): string {
  const threads = all.filter(({ thread }) => thread.length > 1);
  if (threads.length === 0) return 'The export holds no thread with a reply.';
  const distanceOf = ({ thread }: FoundThread) =>
    slackTs.test(ts) ? Math.abs(timeOfTs(thread[0]?.ts ?? '0').getTime() - timeOfTs(ts).getTime()) : 0;
  const listed = threads
    .toSorted((a, b) => distanceOf(a) - distanceOf(b))
    .slice(0, maxListed)
    .map(({ channel, thread }) => `${thread[0]?.ts} (#${channel.name})`);
  return `${slackTs.test(ts) ? 'Nearest in time' : 'Some of its threads'}: ${listed.join(', ')}.`;
}
