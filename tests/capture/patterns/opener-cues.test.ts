import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { emptyOpeners } from '../../../src/capture/patterns/opener-cues.ts';
import { draftTitle } from '../../../src/capture/summary/draft-text.ts';
import { threadOf } from '../chat-threads.ts';

const openers: Readonly<Record<string, string>> = {
  'asks to ask': 'One question for you, if you have a little time, please',
  'asks for anyone': 'yeah...if anyone can help me just pm me',
  'clears the throat': 'ok here is the deal',
  'only a greeting': 'hey everyone!',
};

describe('a first message that tells nothing yet', () => {
  it('has an example for every rule', () => {
    expect(Object.keys(openers)).toEqual(emptyOpeners.map((rule) => rule.cue));
  });

  it.each(Object.entries(openers))('(%s) gives its title to what its author says next', (cue, text) => {
    expect(emptyOpeners.find((rule) => rule.pattern.test(text))?.cue).toBe(cue);
    const thread = threadOf([
      ['ann', text],
      ['bob', 'just ask, the checkout service is on my mind anyway'],
      ['ann', 'the ledger refuses logins since noon'],
      ['bob', 'restarted the ledger'],
      ['ann', 'that fixed it'],
    ]);
    expect(captureByRules(thread).content.title).toBe('the ledger refuses logins since noon');
  });

  it('keeps its own title when nobody says more', () => {
    const thread = threadOf([
      ['ann', 'ok here is the deal'],
      ['bob', 'restarted the ledger'],
    ]);
    expect(captureByRules(thread).content.title).toBe('here is the deal');
  });

  it.each([
    'can anyone help me with the ledger, it is down',
    'help: checkout returns 502',
    'quick question: why does the ledger refuse logins?',
  ])('is not one that states the problem: %s', (text) => {
    expect(emptyOpeners.some((rule) => rule.pattern.test(text))).toBe(false);
  });
});

describe('a title', () => {
  it.each([
    ['hey guys, sorry for the stupid question, but the printer queue hangs', 'the printer queue hangs'],
    ['Hi all , the ledger is slow since noon', 'the ledger is slow since noon'],
    ['hmm... the ubuntu help site is down?', 'the ubuntu help site is down?'],
    ['hi there', 'hi there'],
    ['Please restart fails with exit code 3', 'restart fails with exit code 3'],
  ])('of "%s" is "%s"', (text, title) => {
    expect(draftTitle(text)).toBe(title);
  });
});
