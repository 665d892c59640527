import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causeWeights } from '../../../src/capture/lexicon/cause-weights.ts';
import {
  beganAfterChange,
  refersToCause,
  replyFeatures,
  ruefulEmoji,
  textFeatures,
} from '../../../src/capture/patterns/cause-features.ts';

const examples: Readonly<Record<string, string>> = {
  'a discovery': 'oh, the mixer has two power supplies',
  'a day or a time': 'the courier swapped the trays on friday',
  'a change': 'that is the upgrade of the till',
  'a fault': 'the ticket of the gate is stale',
  'never and still': 'the old oven still has the summer recipe',
  'a past tense about a thing': 'the painter took the ladder of hall 2',
  'begins as a sequel': 'and the belt is from the other line',
  'a name in marks': 'the shelf `b-12` is in both lists',
  'a command in marks': '`systemctl stop oven` on the left one',
  'a question': 'is the belt on?',
  'a plan': "tomorrow we'll order a second belt",
  'thanks or goodbye': 'thanks all, closing',
  'how far I am': 'still looking at the belt',
  'who is hurt': 'customers in the hall see it too',
  'a denial': 'no, not the belt',
  'how well it goes': 'the belt is back to normal',
  'an action against the problem': 'a restart of the oven, then',
  'a summary': 'for the record: two belts, one motor',
  'another time': 'the last time we had this it was the motor',
  'an aside': 'btw the lamp of hall 3 flickers',
  'it began after a change': 'it began right after the move of the belt',
  'a rueful emoji': 'that is my ladder :see_no_evil:',
  'pointed at in the same message': 'That would be it.',
  'next: struck': 'oh no',
  'next: agrees': 'yes, I see it too',
  'next: owns up': 'sorry, I put it there',
};

const rules = [...textFeatures, beganAfterChange, ruefulEmoji, refersToCause, ...replyFeatures];

describe('the features of a sentence that names the cause', () => {
  it('have an example each', () => {
    expect(Object.keys(examples).sort()).toEqual(rules.map(({ feature }) => feature).sort());
  });

  it.each(rules.map((rule) => [rule.feature, rule.pattern] as const))('hear "%s"', (feature, pattern) => {
    expect(pattern.test(examples[feature] ?? '')).toBe(true);
  });

  it('hear nothing in plain talk', () => {
    const heard = rules.filter(({ pattern }) => pattern.test('the oven of hall 2 and the belt of hall 3'));
    expect(heard).toEqual([]);
  });

  it('have a weight each, but for the one that only says whose action it is', () => {
    const without = rules
      .map(({ feature }) => feature)
      .filter((feature) => causeWeights[feature] === undefined);
    expect(without).toEqual([beganAfterChange.feature]);
  });

  it('or those of the place in the thread are all that have a weight', () => {
    const source = readFileSync(
      join(import.meta.dirname, '../../../src/capture/cause/cause-features.ts'),
      'utf8',
    );
    const ofThread = [...source.matchAll(/^ {4}(?:'([^']+)'|(\w+)):/gm)].map((key) => key[1] ?? key[2]);
    const found = new Set([...ofThread, ...rules.map(({ feature }) => feature)]);
    expect(Object.keys(causeWeights).filter((feature) => !found.has(feature))).toEqual([]);
  });
});
