import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionLikelihood } from '../../../src/capture/actions/action-likelihood.ts';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { actionWeights } from '../../../src/capture/lexicon/action-weights.ts';
import { threadOf } from '../chat-threads.ts';

const inTheMiddle = { at: 4, of: 9 };
const likelihood = (text: string) => actionLikelihood(text, inTheMiddle);
const down = ['ana', 'The label printers print nothing since eight'] as const;
const stepsOf = (lines: readonly (readonly [string, string])[], resolved = true) =>
  captureByRules(threadOf(lines, resolved)).content.steps.map((step) => step.text);

describe('the likelihood of an act', () => {
  it('is a probability, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, at) => {
        const p = actionLikelihood(text, { at, of: 21 });
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThan(1);
      }),
    );
  });

  it.each([
    ['restarted all the workers', 'looking at the logs of the workers'],
    ['rolled back the deploy', 'who deployed yesterday?'],
    ['ok, scaled it down to 3', 'it is not clear when we will know more'],
    ['deleted the old pods by hand', 'thanks, I will let support know'],
  ])('is higher for "%s" than for "%s"', (action, talk) => {
    expect(likelihood(action)).toBeGreaterThan(0.5);
    expect(likelihood(talk)).toBeLessThan(0.3);
  });

  it('does not read what somebody pasted, nor names and numbers', () => {
    expect(likelihood('see ```restarted rolled back reverted```')).toBe(likelihood('see ```x```'));
    expect(likelihood('see <https://a.example/restart|restarted>')).toBe(likelihood('see <@U1>'));
    expect(likelihood('restarted node 3')).toBe(likelihood('restarted node 41'));
  });

  it('has a weight for each feature once, none of them zero', () => {
    expect(actionWeights.size).toBeGreaterThan(500);
    for (const weight of actionWeights.values()) expect(Math.abs(weight)).toBeGreaterThanOrEqual(0.1);
  });
});

describe('a thread read by rules and by its words', () => {
  const end = ['ana', 'prints again'] as const;

  it('hears an act that no rule knows', () => {
    const action = ['cho', 'manual purge of all queues now'] as const;
    expect(stepsOf([down, ['ben', 'hm'], action, end])).toEqual(['Manual purge of all queues now']);
  });

  it('believes the rules alone where nobody said that it ended well', () => {
    const action = ['cho', 'manual purge of all queues now'] as const;
    expect(stepsOf([down, ['ben', 'hm'], action, ['ana', 'ok']], false)).toEqual([]);
    expect(stepsOf([down, ['ben', 'hm'], ['cho', 'purged all the queues'], ['ana', 'ok']], false)).toEqual([
      'Purged all the queues',
    ]);
  });

  it('leaves out what a rule takes for an act where no word speaks for one', () => {
    const talk = ['cho', 'we changed providers about a year ago, when was that?'] as const;
    expect(stepsOf([down, ['ben', 'hm'], talk, end])).toEqual([]);
  });

  it('takes what came of an act for no act', () => {
    expect(
      stepsOf([down, ['ben', 'restarted the print server'], ['ana', 'that fixed it, all back now']]),
    ).toEqual(['Restarted the print server']);
  });
});
