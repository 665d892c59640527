import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreCapture } from '../../bench/capture.ts';
import { readGold } from '../../bench/gold-label.ts';
import { readSlackThreads } from '../../bench/slack-threads.ts';
import { captureByRules } from '../../src/capture/capture-by-rules.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const incidents = join(data, 'incidents/slack-export/incidents');
const support = join(data, 'support-chat/slack-export/ubuntu-support');

describe.skipIf(!existsSync(incidents))(
  'incidents of a real team (skipped: ../shared/data is not here)',
  () => {
    it('reads the labelled ones about as a person does', () => {
      const drafts = new Map(
        readSlackThreads(incidents).map((thread) => [thread.root.ts, captureByRules(thread)]),
      );
      const pairs = readGold().flatMap((gold) => {
        const draft = drafts.get(gold.thread_ts);
        return draft === undefined ? [] : [{ gold, draft }];
      });
      const score = scoreCapture(pairs);
      expect(score.threads).toBeGreaterThanOrEqual(10);
      expect(score.precision).toBeGreaterThanOrEqual(0.9);
      expect(score.recall).toBeGreaterThanOrEqual(0.9);
      expect(score.outcomeAccuracy).toBeGreaterThanOrEqual(0.88);
      expect([...drafts.values()].filter((draft) => draft.proven).length).toBeGreaterThanOrEqual(20);
    });
  },
);

describe.skipIf(!existsSync(support))('support chat (skipped: ../shared/data is not here)', () => {
  it('reads a thousand noisy threads without an error and finds a proof in few of them', () => {
    const threads = readSlackThreads(support);
    const proven = threads.filter((thread) => captureByRules(thread).proven).length;
    expect(threads.length).toBeGreaterThan(900);
    expect(proven).toBeLessThan(threads.length * 0.04);
  });
});
