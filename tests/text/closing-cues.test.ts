import { describe, expect, it } from 'vitest';
import {
  closesThread,
  closingCues,
  denialCues,
  saysResolved,
  soundsResolved,
} from '../../src/text/closing-cues.ts';

const examples: Readonly<Record<string, string>> = {
  'resolved, first of all': "it's done, the new certificate is served",
  'resolved, and little else': 'mitigated at 14:02',
  'all clear': 'all good here, thanks everyone',
  'that fixed it': 'raised the pool, that did it',
  'thanks or joy': 'phew, what a night',
  'good or done': 'tills are fine',
  'happy emoji': 'we are through :tada:',
};

/** Each with a closing cue of its use, which it takes back. */
const denied: Readonly<Record<string, { mention?: string; 'last words'?: string }>> = {
  'a question': { mention: 'resolved?', 'last words': 'all good?' },
  'not, or a condition': {
    mention: 'resolved unless it returns',
    'last words': 'fixed, if the logs are right',
  },
  'contracted not': { mention: "fixed, but it isn't ours" },
  'contracted not, alone': { 'last words': "resolved, was n't it" },
  'not all of it': { mention: 'done with half of it only' },
  'still, or a hope': { 'last words': 'that worked, one node is still out' },
};

const ask = { mention: saysResolved, 'last words': closesThread, talk: soundsResolved };

describe('closing cues', () => {
  it('have an example for every cue and no example without a cue', () => {
    expect(Object.keys(examples).sort()).toEqual(closingCues.map(({ cue }) => cue).sort());
    expect(Object.keys(denied).sort()).toEqual(denialCues.map(({ cue }) => cue).sort());
  });

  it.each(closingCues.map((rule) => [rule.cue, rule] as const))(
    'hear "%s" for those who may rely on it',
    (cue, { pattern, uses }) => {
      const example = examples[cue] ?? '';
      expect(pattern.test(example)).toBe(true);
      for (const use of uses) expect(ask[use](example), use).toBe(true);
    },
  );

  it.each(denialCues.map((rule) => [rule.cue, rule] as const))(
    'are taken back by "%s"',
    (cue, { pattern, uses }) => {
      expect(Object.keys(denied[cue] ?? {}).sort()).toEqual([...uses].sort());
      for (const [use, text] of Object.entries(denied[cue] ?? {})) {
        expect(pattern.test(text)).toBe(true);
        expect(ask[use as keyof typeof ask](text), use).toBe(false);
      }
    },
  );

  it.each([
    ['<@U0PRECEDENT> resolved', true],
    ['<@U0PRECEDENT> this is fixed', true],
    ['<@U0PRECEDENT> resolved yet?', false],
    ['<@U0PRECEDENT> almost resolved', false],
    ['<@U0PRECEDENT> who resolved the last one', false],
  ])('end an incident by a mention: %s → %s', (text, over) => {
    expect(saysResolved(text)).toBe(over);
  });

  it.each([
    ['resolved', true],
    ['everything is back to normal', true],
    ['not back to normal', false],
    ['resolved a long list of tickets of last week, now to the incident that we are here for', false],
    ['who closed the window', false],
  ])('close a thread by its last words: %s → %s', (text, over) => {
    expect(closesThread(text)).toBe(over);
  });

  it.each([
    ['lovely, thanks', true],
    ['tills are fine', true],
    ['nice, but the app is slow', false],
    ['what is in there', false],
  ])('sound well in talk: %s → %s', (sentence, well) => {
    expect(soundsResolved(sentence)).toBe(well);
  });
});
