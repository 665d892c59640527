import { describe, expect, it } from 'vitest';
import { relatedTermsOf } from '../../src/text/related-terms.ts';
import { spellingsOf } from '../../src/text/spelling.ts';
import { thesaurus } from '../../src/text/thesaurus.ts';
import { termsOf } from '../../src/text/words.ts';

const lines = thesaurus.trim().split('\n');
const termOf = (word: string) => termsOf(word)[0] ?? '';
const related = (text: string) => [...relatedTermsOf(text).values()].flat();

describe('the thesaurus', () => {
  it('holds hundreds of sets, each of two names at least, in one form', () => {
    expect(lines.length).toBeGreaterThan(600);
    for (const line of lines) expect(line).toMatch(/^(?:SAME|KIND): [^|]+(?: \| [^|]+)+$/);
  });

  it.each([
    ['replica lag on orders', 'delay'],
    ['pods are OOMKilled', 'memory'],
    ['deploy went wrong', 'release'],
    ['out of memory', 'oomkilled'],
  ])('knows another name for what is in "%s"', (text, other) => {
    expect(related(text).map(({ term }) => term)).toContain(termOf(other));
  });

  it('weighs every other name below the word itself, and never adds a word that is there', () => {
    const text = 'replica lag, replication delay, oom killed, certificate expired, queue backlog';
    const own = new Set(termsOf(text));
    for (const { term, weight } of related(text)) {
      expect(weight).toBeLessThan(1);
      expect(own.has(term)).toBe(false);
    }
  });
});

describe('a slip of the finger', () => {
  it.each([
    ['chekout', 'checkout'],
    ['conection', 'connection'],
    ['kuberentes', 'kubernetes'],
    ['databse', 'database'],
  ])('%s may be meant as %s', (slip, meant) => {
    expect(spellingsOf(slip)).toContain(termOf(meant));
  });

  it('is looked for in plain words alone, of some length', () => {
    for (const word of ['disk', 'x'.repeat(17), 'a1b2c3', 'ingress-nginx', ''])
      expect(spellingsOf(word).size).toBe(0);
  });
});
