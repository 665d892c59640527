import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isEndingReaction,
  isMeaningfulReaction,
  rankOfReaction,
  verdictOfReaction,
} from '../../src/library/reaction.ts';

describe('verdictOfReaction', () => {
  it('reads the three verdicts and no other emoji', () => {
    expect(['white_check_mark', 'warning', 'x'].map(verdictOfReaction)).toEqual([
      'worked',
      'partial',
      'failed',
    ]);
    for (const other of ['eyes', 'thumbsup', '', 'one', 'white_check_mark ']) {
      expect(verdictOfReaction(other)).toBeNull();
    }
  });

  it('takes the name of an object’s own method for no verdict', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(verdictOfReaction(name)).toBeNull();
    }
  });
});

describe('rankOfReaction', () => {
  it('reads the keycaps of the answer’s numbers and no other', () => {
    expect(['one', 'two', 'three', 'four', 'white_check_mark'].map(rankOfReaction)).toEqual([
      1,
      2,
      3,
      null,
      null,
    ]);
  });
});

describe('what a reaction means', () => {
  it('is the same in every skin tone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('white_check_mark', 'heavy_check_mark', 'warning', 'x', 'one', 'three', 'thumbsup'),
        fc.integer({ min: 2, max: 6 }),
        (emoji, tone) => {
          const toned = `${emoji}::skin-tone-${tone}`;
          expect(verdictOfReaction(toned)).toBe(verdictOfReaction(emoji));
          expect(rankOfReaction(toned)).toBe(rankOfReaction(emoji));
          expect(isEndingReaction(toned)).toBe(isEndingReaction(emoji));
          expect(isMeaningfulReaction(toned)).toBe(isMeaningfulReaction(emoji));
        },
      ),
    );
  });

  it('ends an incident when it is one of the check marks', () => {
    expect(['white_check_mark', 'heavy_check_mark', 'ballot_box_with_check'].every(isEndingReaction)).toBe(
      true,
    );
    expect(['warning', 'x', 'one', 'eyes'].some(isEndingReaction)).toBe(false);
  });

  it('is nothing for an emoji that is no verdict, no rank and no end', () => {
    expect(['white_check_mark', 'warning', 'x', 'two'].every(isMeaningfulReaction)).toBe(true);
    expect(['eyes', 'thumbsup', 'tada', 'constructor', ''].some(isMeaningfulReaction)).toBe(false);
  });
});
