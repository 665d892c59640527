import { describe, expect, it } from 'vitest';
import {
  looksLikeProblem,
  mentionsProblem,
  problemCues,
  statesProblem,
} from '../../src/text/problem-cues.ts';
import { cpuMs } from '../setup/cpu-ms.ts';

/** Words for each cue. */
const examples: Readonly<Record<string, string>> = {
  down: 'the site is down',
  'down, in other words': 'the numbers are stale',
  unresponsive: 'the page is unresponsive',
  hanging: 'that link keeps flapping',
  'hanging, in other words': 'the job just stopped',
  error: 'the nightly build failed',
  exception: 'there was an exception',
  'error, in any form': 'it throws at the start',
  cannot: 'nobody is unable to pay',
  'not able to': 'they are not able to pay',
  'cannot, in any form': 'users cant log in',
  'not as it should': 'it won’t be there and it wont start',
  'not working': 'the door is not loading',
  'stopped working': "the printer isn't working",
  'slow or full': 'the disk is full',
  'slow or full, in any form': 'the lag grows',
  'nothing left': 'there is no space left',
  odd: 'the totals look weird',
  'the word for it': 'we have an issue here',
  'status code': 'it answers 503 now',
  'any status code': 'many 4xx today',
  'alarm emoji': ':fire: in the kitchen',
  'name of a component': 'look at checkout-worker',
};

const ask = { report: looksLikeProblem, clause: statesProblem, mention: mentionsProblem };

describe('problem cues', () => {
  it('have an example for every cue and no example without a cue', () => {
    expect(Object.keys(examples).sort()).toEqual(problemCues.map(({ cue }) => cue).sort());
  });

  it.each(problemCues.map((rule) => [rule.cue, rule] as const))(
    'hear "%s" for those who may rely on it',
    (cue, { pattern, uses }) => {
      const example = examples[cue] ?? '';
      expect(pattern.test(example)).toBe(true);
      // The name of a component makes a clause's subject, and is no mention of a problem by itself.
      for (const use of uses.filter((each) => cue !== 'name of a component' || each === 'clause')) {
        expect(ask[use](example), use).toBe(true);
      }
    },
  );

  it.each([
    ['the cache serves stale data', { report: false, clause: true, mention: true }],
    ['orders appear twice', { report: false, clause: false, mention: true }],
    ['🔥 in the lobby', { report: true, clause: false, mention: false }],
    ['deploying checkout-api tonight', { report: false, clause: true, mention: false }],
    ['all quiet on this front', { report: false, clause: false, mention: false }],
  ])('are weighed by who asks: %s', (text, expected) => {
    expect({
      report: looksLikeProblem(text),
      clause: statesProblem(text),
      mention: mentionsProblem(text),
    }).toEqual(expected);
  });

  it.each(['thanks, the outage is over', 'retro of the outage at 3', 'down', 'lunch is down the hall'])(
    'open no incident by "%s"',
    (text) => expect(looksLikeProblem(text)).toBe(false),
  );

  it('hear an error signature, whatever the words', () => {
    expect(looksLikeProblem('seeing ECONNREFUSED here')).toBe(true);
  });

  it('cost linear time on a page of text', async () => {
    const page = 'a-b_c no data-left at 12 '.repeat(4_000);
    expect(
      await cpuMs(() => {
        for (const answer of Object.values(ask)) answer(page);
      }),
    ).toBeLessThan(2_000);
  });
});
