import { join } from 'node:path';
import { captureByRules } from '../src/capture/capture-by-rules.ts';
import type { CapturedThread } from '../src/capture/sentences/read-sentences.ts';
import type { DraftedSolution } from '../src/library/draft.ts';
import { compareTs } from '../src/library/message.ts';
import { readSlackThreads } from './slack-threads.ts';

const chat = join(import.meta.dirname, '../../shared/data/support-chat/slack-export/ubuntu-support');
const seed = 20_261_121;
const sampleSize = 30;

/** The threads in an order that is as good as random and the same on every machine. */
function shuffled(threads: readonly CapturedThread[]): CapturedThread[] {
  const pool = threads.toSorted((a, b) => compareTs(a.root.ts, b.root.ts));
  let state = seed;
  const randomBelow = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let last = pool.length - 1; last > 0; last -= 1) {
    const other = randomBelow(last + 1);
    [pool[last], pool[other]] = [pool[other] as CapturedThread, pool[last] as CapturedThread];
  }
  return pool;
}

/**
 * Prints 30 threads of the support chat beside what the rules draft of them, for a person to judge: the first 30 of
 * the shuffled ones in which the rules see a step, because without one there is no draft.
 */
export async function benchSupportChat(): Promise<void> {
  const threads = readSlackThreads(chat);
  if (threads.length === 0) {
    process.stdout.write('support-chat: skipped, ../shared/data/support-chat is not here\n');
    return;
  }
  const drafts = shuffled(threads)
    .map((thread) => ({ thread, draft: captureByRules(thread) }))
    .filter(({ draft }) => draft.content.steps.length > 0);
  for (const [index, { thread, draft }] of drafts.slice(0, sampleSize).entries()) {
    process.stdout.write(`${sideBySide(index + 1, thread, draft)}\n\n`);
  }
  const proven = drafts.filter(({ draft }) => draft.proven).length;
  process.stdout.write(
    `support-chat: ${threads.length} threads, ${drafts.length} with a step, ${proven} with a fix that is shown to work\n`,
  );
}

function sideBySide(number: number, thread: CapturedThread, draft: DraftedSolution): string {
  const messageLines = [thread.root, ...thread.replies].map(
    (message) => `  ${message.userId ?? 'bot'}: ${message.text.replaceAll('\n', ' ⏎ ')}`,
  );
  const { title, rootCause, fix, steps } = draft.content;
  return [
    `=== ${number}  ${thread.root.ts}`,
    ...messageLines,
    `--- title: ${title}`,
    `    ${draft.proven ? 'a fix is shown to work' : 'no fix is shown to work'}; cause: ${rootCause ?? 'none'}; fix: ${fix.immediate ?? 'none'}`,
    ...steps.map(
      (step) => `    [${step.outcome}] ${step.text}${step.command === null ? '' : `  $ ${step.command}`}`,
    ),
  ].join('\n');
}
