import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { captureByRules } from '../src/capture/capture-by-rules.ts';
import type { DraftedSolution } from '../src/library/draft.ts';
import { stepOutcomes } from '../src/library/step.ts';
import { readSlackThreads } from './slack-threads.ts';

const root = join(import.meta.dirname, '..');
const incidents = join(root, '../shared/data/incidents/slack-export/incidents');
const goldFolder = join(root, 'tests/capture/gold');

/** `ts`: any of these messages tells the step. `cause` and `fix`: words of which one must be in what was drafted; null: there is none to find. */
const goldLabel = z.object({
  thread_ts: z.string(),
  steps: z.array(z.object({ ts: z.array(z.string()), label: z.string(), outcome: z.enum(stepOutcomes) })),
  cause: z.array(z.string()).nullable(),
  fix: z.array(z.string()).nullable(),
});
export type GoldLabel = z.infer<typeof goldLabel>;

export type CaptureScore = {
  threads: number;
  precision: number;
  recall: number;
  outcomeAccuracy: number;
  causeFound: number;
  fixFound: number;
};

/** Every label of tests/capture/gold. */
export function readGold(): GoldLabel[] {
  return readdirSync(goldFolder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => goldLabel.parse(JSON.parse(readFileSync(join(goldFolder, name), 'utf8'))));
}

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
    const left = [...gold.steps];
    sum.expected += left.length;
    for (const step of draft.content.steps.filter((each) => each.outcome !== 'informational')) {
      const ts = step.evidence[0]?.ts ?? '';
      const again =
        gold.steps.some((each) => each.ts.includes(ts)) && !left.some((each) => each.ts.includes(ts));
      const twin = gold.steps.find((each) => each.ts.length > 1 && each.ts.includes(ts));
      if (again && twin !== undefined) continue;
      sum.predicted++;
      const same = left.filter((each) => each.ts.includes(ts));
      const match = same.find((each) => each.outcome === step.outcome) ?? same[0];
      if (match === undefined) continue;
      left.splice(left.indexOf(match), 1);
      sum.matched++;
      if (match.outcome === step.outcome) sum.rightOutcome++;
    }
    if (gold.cause !== null) {
      sum.causes++;
      if (names(draft.content.rootCause, gold.cause)) sum.causeFound++;
    }
    if (gold.fix !== null) {
      sum.fixes++;
      if (names(draft.content.fix.immediate, gold.fix)) sum.fixFound++;
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

function names(text: string | null, words: readonly string[]): boolean {
  const said = text?.toLowerCase() ?? '';
  return words.some((word) => said.includes(word.toLowerCase()));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** Prints how well the rules alone read the incidents that have gold labels. */
export async function benchCapture(): Promise<void> {
  const threads = readSlackThreads(incidents);
  if (threads.length === 0) {
    process.stdout.write('capture: skipped, ../shared/data/incidents is not here\n');
    return;
  }
  const drafts = new Map(threads.map((thread) => [thread.root.ts, captureByRules(thread)]));
  const pairs = readGold().flatMap((gold) => {
    const draft = drafts.get(gold.thread_ts);
    return draft === undefined ? [] : [{ gold, draft }];
  });
  const score = scoreCapture(pairs);
  const proven = [...drafts.values()].filter((draft) => draft.proven).length;
  const lines = [
    `capture: ${proven} of ${threads.length} incidents give a draft with a fix; gold labels for ${score.threads}`,
    `  step precision   ${score.precision.toFixed(3)}  (at least 0.90)`,
    `  step recall      ${score.recall.toFixed(3)}  (at least 0.90)`,
    `  outcome accuracy ${score.outcomeAccuracy.toFixed(3)}  (at least 0.88)`,
    `  cause found      ${score.causeFound.toFixed(3)}`,
    `  fix found        ${score.fixFound.toFixed(3)}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
