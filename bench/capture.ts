import { basename, join } from 'node:path';
import { captureByRules } from '../src/capture/capture-by-rules.ts';
import type { DraftedSolution } from '../src/library/draft.ts';
import { type GoldLabel, readGold } from './gold-label.ts';
import { readLabelledThreads } from './labelled-threads.ts';
import { readSlackThreads } from './slack-threads.ts';

const root = join(import.meta.dirname, '..');
const incidents = join(root, '../shared/data/incidents/slack-export/incidents');
/** Chats made up for this, in many voices, labelled by who did not know the rules. */
export const writtenThreads = join(import.meta.dirname, 'threads/written.jsonl');

export type CaptureScore = {
  threads: number;
  precision: number;
  recall: number;
  outcomeAccuracy: number;
  causeFound: number;
  fixFound: number;
};

/**
 * A predicted step is right when the message that tells it tells a gold step not yet matched; steps that only look
 * are left out of precision and recall. Outcome accuracy is over matched steps.
 */
export function scoreCapture(pairs: readonly { gold: GoldLabel; draft: DraftedSolution }[]): CaptureScore {
  const sum = {
    predicted: 0,
    expected: 0,
    matched: 0,
    rightOutcome: 0,
    causes: 0,
    causeFound: 0,
    fixes: 0,
    fixFound: 0,
  };
  for (const { gold, draft } of pairs) {
    const unmatched = [...gold.steps];
    sum.expected += unmatched.length;
    for (const step of draft.content.steps.filter((each) => each.outcome !== 'informational')) {
      const ts = step.evidence[0]?.ts ?? '';
      const isRepeated =
        gold.steps.some((each) => each.ts.includes(ts)) && !unmatched.some((each) => each.ts.includes(ts));
      const duplicateStep = gold.steps.find((each) => each.ts.length > 1 && each.ts.includes(ts));
      if (isRepeated && duplicateStep !== undefined) continue;
      sum.predicted++;
      const same = unmatched.filter((each) => each.ts.includes(ts));
      const match = same.find((each) => each.outcome === step.outcome) ?? same[0];
      if (match === undefined) continue;
      unmatched.splice(unmatched.indexOf(match), 1);
      sum.matched++;
      if (match.outcome === step.outcome) sum.rightOutcome++;
    }
    if (gold.cause !== null) {
      sum.causes++;
      if (mentions(draft.content.rootCause, gold.cause)) sum.causeFound++;
    }
    if (gold.fix !== null) {
      sum.fixes++;
      if (mentions(draft.content.fix.immediate, gold.fix)) sum.fixFound++;
    }
  }
  return {
    threads: pairs.length,
    precision: share(sum.matched, sum.predicted),
    recall: share(sum.matched, sum.expected),
    outcomeAccuracy: share(sum.rightOutcome, sum.matched),
    causeFound: share(sum.causeFound, sum.causes),
    fixFound: share(sum.fixFound, sum.fixes),
  };
}

function mentions(text: string | null, words: readonly string[]): boolean {
  const lowerText = text?.toLowerCase() ?? '';
  return words.some((word) => lowerText.includes(word.toLowerCase()));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** Prints how well the rules alone read the incidents that have gold labels, the written chats, and further labelled threads (a file of lines, a folder). */
export async function benchCapture(paths: string[]): Promise<void> {
  print(goldLine());
  for (const path of [writtenThreads, ...paths]) {
    const pairs = readLabelledThreads(path).map(({ thread, gold }) => ({
      gold,
      draft: captureByRules(thread),
    }));
    print([`capture: ${pairs.length} threads of ${basename(path)}`, ...scoreLines(scoreCapture(pairs))]);
  }
}

function goldLine(): string[] {
  const threads = readSlackThreads(incidents);
  if (threads.length === 0) return ['capture: gold skipped, ../shared/data/incidents is not here'];
  const drafts = new Map(threads.map((thread) => [thread.root.ts, captureByRules(thread)]));
  const pairs = readGold().flatMap((gold) => {
    const draft = drafts.get(gold.thread_ts);
    return draft === undefined ? [] : [{ gold, draft }];
  });
  const score = scoreCapture(pairs);
  const proven = [...drafts.values()].filter((draft) => draft.proven).length;
  return [
    `capture: ${proven} of ${threads.length} incidents give a draft with a fix; gold labels for ${score.threads}`,
    ...scoreLines(score),
  ];
}

function scoreLines(score: CaptureScore): string[] {
  return [
    `  step precision   ${score.precision.toFixed(3)}`,
    `  step recall      ${score.recall.toFixed(3)}`,
    `  outcome accuracy ${score.outcomeAccuracy.toFixed(3)}`,
    `  cause found      ${score.causeFound.toFixed(3)}`,
    `  fix found        ${score.fixFound.toFixed(3)}`,
  ];
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
