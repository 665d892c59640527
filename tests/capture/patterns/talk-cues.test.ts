import { describe, expect, it } from 'vitest';
import { preventionCue, problemPersists, revertsAction } from '../../../src/capture/patterns/talk-cues.ts';

/** One sentence for each cue; it must be that cue that decides. */
const examples: Readonly<Record<string, string>> = {
  'a bad idea': 'yeah, bad idea',
  'another error': 'hm, a different error now',
  'well, but': 'login works but the reports are still empty',
  'a sigh': 'ugh',
  'it stopped on the way': 'the import hung at row 40',
  'not so well': 'tried it, but nothing moved',
};

describe('the talk after an action', () => {
  it('has an example for every cue and no example without a cue', () => {
    expect(Object.keys(examples).sort()).toEqual(problemPersists.map(({ cue }) => cue).sort());
  });

  it.each(Object.entries(examples))('is heard by "%s" in "%s"', (cue, sentence) => {
    expect(problemPersists.find(({ pattern }) => pattern.test(sentence))?.cue).toBe(cue);
  });

  it.each([
    'thanks all',
    'hmm, could be the cable',
    'damn small server that one',
    'who owns that box',
    'the vendor calls back at nine',
    'that makes sense',
    'deploying to the second zone',
    'I was about to say the same',
  ])('finds no problem in "%s"', (sentence) => {
    expect(problemPersists.some(({ pattern }) => pattern.test(sentence))).toBe(false);
  });

  it.each([
    ['reverting', true],
    ['putting it back', true],
    ['going back to 12', true],
    ['restarting the backup', false],
  ])('finds an action taken back in "%s": %s', (sentence, back) => {
    expect(revertsAction.test(sentence)).toBe(back);
  });

  it.each([
    ["capped the pool so it can't fill again", true],
    ['while we are here: retention set to a week', true],
    ['re-enabled the nightly job', true],
    ['restarted the pool', false],
  ])('finds an action for the next time in "%s": %s', (sentence, next) => {
    expect(preventionCue.test(sentence)).toBe(next);
  });
});
