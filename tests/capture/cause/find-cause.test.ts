import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { causeCandidates } from '../../../src/capture/cause/cause-candidates.ts';
import { causeWeights } from '../../../src/capture/lexicon/cause-weights.ts';
import { readThread } from '../../../src/capture/sentences/read-sentences.ts';
import { threadOf } from '../chat-threads.ts';

type Lines = Parameters<typeof threadOf>[0];
const causeOf = (lines: Lines) => captureByRules(threadOf(lines)).content.rootCause;
const signsIn = (lines: Lines, begin: string) => {
  const { steps, title } = captureByRules(threadOf(lines)).content;
  const found = causeCandidates(readThread(threadOf(lines)), steps, title);
  return found.find(({ sentence }) => sentence.text.startsWith(begin))?.features ?? [];
};

const down = ['ana', 'till-api in prod refuses every card payment'] as const;
const chat: Lines = [
  down,
  ['ben', 'looking'],
  ['ben', 'restarted the till-api'],
  ['ana', 'no, still refused'],
  ['cho', 'last time we had this it was the printer driver, Ben just reinstalled it'],
  ['ben', 'the terminal log says `certificate_unknown` for every card'],
  [
    'dee',
    'payments team here. the bank swapped its certificate on sunday, and our truststore still has the old one',
  ],
  ['ana', 'ouch'],
  ['ben', 'imported the new certificate into the truststore'],
  ['ana', 'works again, thank you all'],
  ['cho', 'btw the lamp of the second till was broken yesterday'],
];

describe('of a chat the cause', () => {
  it('is what somebody found before the fix, though nobody says "because"', () => {
    expect(causeOf(chat)).toContain('the bank swapped its certificate on sunday');
  });

  it('is none where nothing helped and nobody said that it is over: there everything is still a guess', () => {
    const unfinished = chat.slice(0, 7);
    expect(captureByRules(threadOf(unfinished, true)).content.rootCause).not.toBeNull();
    expect(captureByRules(threadOf(unfinished, false)).content.rootCause).toBeNull();
    expect(captureByRules(threadOf(chat, false)).content.rootCause).not.toBeNull();
  });

  it('has signs in its words, in its place, in the fix and in how the next one takes it', () => {
    expect(signsIn(chat, 'the bank swapped')).toEqual(
      expect.arrayContaining([
        'a day or a time',
        'never and still',
        'next: struck',
        'shortly before the fix',
        'shares words with the fix',
      ]),
    );
    expect(signsIn(chat, 'last time')).toContain('another time');
    expect(signsIn(chat, 'restarted')).toEqual(
      expect.arrayContaining([
        'an action of ours',
        'an action against the problem',
        'in the message of a step',
      ]),
    );
  });

  it('is told by nobody where there is only talk', () => {
    expect(
      causeOf([
        down,
        ['ben', 'looking'],
        ['cho', 'do we have a runbook for that?'],
        ['ben', 'restarted the till-api'],
        ['ana', 'works again, thanks'],
      ]),
    ).toBeNull();
  });

  it('is not a condition, though it says "root cause"', () => {
    expect(
      causeOf([
        down,
        ['ben', 'restarted the till-api'],
        ['ana', 'works again'],
        ['ben', 'if the root cause is the same as in may, we wait for the bank'],
      ]),
    ).toBeNull();
  });

  it('is told with the words that it begins from', () => {
    expect(
      causeOf([
        down,
        ['cho', 'which mode is the terminal in?'],
        ['dee', '`offline_first`. since the move in june, nobody ever turned it back'],
        ['ana', 'ouch'],
        ['ben', 'set the terminal to `online_first`'],
        ['ana', 'works again'],
      ]),
    ).toBe('`offline_first`. since the move in june, nobody ever turned it back');
  });

  it('is told with what follows from it', () => {
    expect(
      causeOf([
        down,
        ['dee', 'The nightly job dropped the route to the bank. So every terminal waits for a reply'],
        ['ben', 'put the route to the bank back'],
        ['ana', 'works again'],
      ]),
    ).toBe('The nightly job dropped the route to the bank. So every terminal waits for a reply');
  });

  it('is named by words that leave no doubt, whatever else was said', () => {
    expect(causeOf([...chat, ['ben', 'root cause: a truststore that nobody owns']])).toBe(
      'a truststore that nobody owns',
    );
  });
});

it('knows a weight for every sign that it finds', () => {
  const { steps, title } = captureByRules(threadOf(chat)).content;
  const found = causeCandidates(readThread(threadOf(chat)), steps, title).flatMap(
    ({ features: signs }) => signs,
  );
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((sign) => causeWeights[sign] === undefined)).toEqual([]);
});

describe('where nothing helped', () => {
  const request = ['dee', 'the terminal wants a certificate of the bank in english'] as const;

  it('it takes more than to be the only sentence there is', () => {
    expect(causeOf([down, request, ['ben', 'restarted the till-api'], ['ana', 'no luck']])).toBeNull();
    expect(causeOf([down, request, ['ben', 'imported the certificate'], ['ana', 'works again']])).toBe(
      request[1],
    );
  });
});
