import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrases, words } from '../../../src/capture/lexicon/word-list.ts';
import { anyPattern, pattern, patternWith } from '../../../src/capture/patterns/pattern.ts';

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const list = fc.array(word, { minLength: 1, maxLength: 8 });

describe('a pattern of word groups', () => {
  it('matches any one word of a list and no other', () => {
    fc.assert(
      fc.property(list, word, (group, other) => {
        const built = pattern`^${group}$`;
        expect(group.every((one) => built.test(one))).toBe(true);
        expect(built.test(other)).toBe(group.includes(other));
      }),
    );
  });

  it('keeps a list together beside what stands around it', () => {
    fc.assert(
      fc.property(list, list, (first, second) => {
        const built = pattern`^${first}-${second}$`;
        for (const a of first) for (const b of second) expect(built.test(`${a}-${b}`)).toBe(true);
        expect(first.some((a) => built.test(a))).toBe(false);
      }),
    );
  });

  it('of several patterns matches what one of them does', () => {
    fc.assert(
      fc.property(list, word, (group, text) => {
        const single = group.map((one) => pattern`^${one}`);
        expect(anyPattern(...single).test(text)).toBe(single.some((one) => one.test(text)));
        expect(pattern`^(?!-)${anyPattern(...single)}`.test(text)).toBe(single.some((one) => one.test(text)));
      }),
    );
  });

  it('takes the pieces of a pattern in a word as they are', () => {
    expect(pattern`\b${words`errors? crash\w*`}\b`.exec('it CRASHED')?.[0]).toBe('CRASHED');
  });

  it('reads a line break as layout, and a space within a line as a space', () => {
    const built = pattern`
      ^the (?:db|
      cache)
      \b is`;
    expect(built.source).toBe('^the (?:db|cache)\\b is');
  });

  it('has other flags where they are given', () => {
    expect(patternWith('g')`${words`a b`}`).toEqual(/(?:a|b)/g);
  });

  it('refuses an empty list and flags that differ', () => {
    expect(() => pattern`${[]}`).toThrow('empty');
    expect(() => anyPattern(/a/i, /b/)).toThrow('same flags');
  });
});

describe('a list', () => {
  it('of words is split at white space, and of phrases at bars', () => {
    expect(words`
      up down
      [45]\d\ds?
    `).toEqual(['up', 'down', '[45]\\d\\ds?']);
    expect(phrases`
      go ahead | do (?:it|that)
      | a
      b
    `).toEqual(['go ahead', 'do (?:it|that)', 'a b']);
  });
});

describe('the rules', () => {
  it('have no line of more than 160 characters: a longer pattern is built from word groups', () => {
    const room = join(import.meta.dirname, '../../../src/capture/patterns');
    const long = readdirSync(room).flatMap((file) =>
      readFileSync(join(room, file), 'utf8')
        .split('\n')
        .filter((line) => file.endsWith('.ts') && line.length > 160)
        .map((line) => `${file}: ${line.trim().slice(0, 60)}`),
    );
    expect(long).toEqual([]);
  });
});
