import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { threadOf } from '../chat-threads.ts';

type Lines = Parameters<typeof threadOf>[0];

/** "outcome: text" of every step. */
function stepsOf(lines: Lines, resolved = true): string[] {
  return captureByRules(threadOf(lines, resolved)).content.steps.map(
    (step) => `${step.outcome}: ${step.text}`,
  );
}

const down = ['ana', 'the booking site in prod is down'] as const;

describe('an act of which nobody told what came of it', () => {
  it('did not end the trouble when people sigh after it and try another', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'restarted the proxy'],
        ['ana', 'argh. that page of the manual is from 2012'],
        ['ben', 'rolled back the release'],
        ['ana', 'site is back up'],
      ]),
    ).toEqual(['no_effect: Restarted the proxy', 'worked: Rolled back the release']);
  });

  it('is not said to have helped in part where nobody knows how it ended', () => {
    const lines = [down, ['ben', 'restarted the proxy'], ['ana', 'a different error now']] as const;
    expect(stepsOf(lines, false)).toEqual(['no_effect: Restarted the proxy']);
  });

  it('made it worse when the next act takes it back after a sigh', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'scaled the workers to 40'],
        ['ana', 'uh oh, half of the tills went dark'],
        ['ben', 'reverting that'],
        ['cho', 'rebooted the switch in hall 2'],
        ['ana', 'all good now'],
      ])[0],
    ).toBe('made_worse: Scaled the workers to 40');
  });

  it('keeps its part of the end when the talk after it sounds well', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'restarted the proxy'],
        ['ana', 'nice. ugh, the coffee here'],
        ['ben', 'rolled back the release'],
        ['ana', 'site is back up'],
      ])[0],
    ).toBe('worked: Restarted the proxy');
  });

  it('is unknown when it was for the next time, after all was well', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'restarted the proxy'],
        ['ana', 'site is back up'],
        ['ben', "capped the pool so it can't fill up like that"],
        ['cho', 'thanks'],
      ]),
    ).toEqual(['worked: Restarted the proxy', "unknown: Capped the pool so it can't fill up like that"]);
  });

  it('keeps its part of the end when the talk after it only finds the cause', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'restarted the proxy'],
        ['cho', 'found that the import dies on old files'],
        ['ben', 'rolled back the release'],
        ['ana', 'site is back up'],
      ])[0],
    ).toBe('worked: Restarted the proxy');
  });

  it.each([
    'meanwhile scaled the old site to 20',
    'blocked the import to prevent more of them',
    'restored the old certificate (maybe?)',
  ])('is unknown when something else was done after "%s"', (words) => {
    expect(stepsOf([down, ['ben', words], ['ben', 'rolled back the release'], ['cho', 'thanks']])[0]).toMatch(
      /^unknown: /,
    );
  });
});

describe('news of how things stand', () => {
  const lines = (...between: (readonly [string, string])[]) => [
    down,
    ['ben', 'restarted the proxy'] as const,
    ['ana', 'a bit better'] as const,
    ...between,
    ['ana', 'site is back up'] as const,
  ];

  it('makes good what helped a little when it comes soon after', () => {
    expect(stepsOf(lines(['cho', 'the shop floor asks']))).toEqual(['worked: Restarted the proxy']);
  });

  it('is of something else when it comes long after', () => {
    expect(
      stepsOf(lines(['cho', 'the shop floor asks'], ['ben', 'anybody from storage here?'], ['cho', 'me'])),
    ).toEqual(['partial: Restarted the proxy']);
  });

  it('that is good and bad in one message tells of a part, unless it takes the good back', () => {
    const stepsWith = (words: string) =>
      stepsOf([down, ['ben', 'restarted the proxy'], ['ana', words]], false);
    expect(stepsWith('site is back up. leak is still there')).toEqual(['partial: Restarted the proxy']);
    expect(stepsWith('site is back up. oh wait, still failing')).toEqual(['no_effect: Restarted the proxy']);
  });

  it('of a part leaves what worked as it was', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'restarted the proxy'],
        ['ana', 'site is back up'],
        ['cho', 'only guests still get errors'],
      ]),
    ).toEqual(['worked: Restarted the proxy']);
  });

  it('that is bad says nothing of what was done before something that worked', () => {
    expect(
      stepsOf(
        [
          down,
          ['ben', 'scaled the old site to 20'],
          ['ben', 'restarted the proxy'],
          ['ana', 'site is back up'],
          ['ben', 'purged the cache of the app'],
          ['cho', 'still failing in the app'],
        ],
        false,
      ),
    ).toEqual([
      'unknown: Scaled the old site to 20',
      'worked: Restarted the proxy',
      'no_effect: Purged the cache of the app',
    ]);
  });
});
