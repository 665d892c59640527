import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import {
  alsoAffected,
  causalLink,
  ownProblem,
  repliesToPrevious,
  returnCues,
  sameProblemCues,
  sameProblemStated,
  separateProblemsStated,
  topicShiftCues,
} from '../../../src/capture/patterns/topic-shift-cues.ts';
import { threadOf, tsOf } from '../chat-threads.ts';

/** What is left out of a thread about the ledger in which somebody says this. */
function offTopic(...sentences: string[]) {
  const draft = captureByRules(
    threadOf([
      ['ana', 'ledger-api in prod throws 500s'],
      ['ben', 'restarted the ledger'],
      ...sentences.map((text) => ['dan', text] as const),
      ['ana', 'the ledger is fine now'],
    ]),
  );
  return draft.content.leftOut?.messages;
}

const topicShifts: Readonly<Record<string, string>> = {
  unrelated: 'Unrelated to the above, but mailer-worker is stuck',
  'a separate issue': 'we have a separate issue: jenkins is down',
  'off topic': 'sorry to hijack, but the wiki is down',
  'a different problem': 'different problem: build-07 is out of disk',
  'another problem': 'one more thing: build-07 is out of disk',
  'while we are here': "while we're at it, jenkins is broken",
  'by the way': 'hey, btw. keycloak is slow',
  'anyone else seeing it': 'is anybody else having trouble with gitlab?',
  'also failing': 'mailer-worker is also failing, `401 Unauthorized` from its provider',
};

describe('a shift to another problem', () => {
  it('has an example for every rule', () => {
    expect(Object.keys(topicShifts)).toEqual(topicShiftCues.map((rule) => rule.cue));
  });

  it.each(Object.entries(topicShifts))('(%s) is left out', (_, text) => {
    expect(offTopic(text)).toEqual([tsOf(2)]);
  });

  it.each([
    'the deploy is unrelated',
    'maybe unrelated, but mailer-worker is stuck',
    'unrelated, but nice dashboard',
    'unrelated to the blog, I checked, it is down',
    'also restarted mailer-worker, it was stuck',
    'different problem now: 502 instead of 500',
    'another problem: the ledger pods are stuck',
    'btw the ledger logs are full of timeouts',
    "while we're here, what does the pager say?",
    'anyone else seeing the 500s?',
    'also mailer-worker is failing',
    'also, is mailer-worker failing with 401?',
    'now it is down',
  ])('is not "%s"', (text) => {
    expect(offTopic(text)).toBeUndefined();
  });
});

const same: Readonly<Record<string, string>> = {
  'because of it': 'unrelated: mailer-worker is stuck because of the outage',
  'a knock-on effect': 'separate issue: mailer-worker is stuck, probably a knock-on',
  'the same': 'separate issue: mailer-worker is down with the same error',
  'perhaps related': 'btw keycloak is slow, could be related',
  'since our change': 'separate issue: keycloak is down since the restart',
};

describe('a consequence of the first problem', () => {
  it('has an example for every rule', () => {
    expect(Object.keys(same)).toEqual(sameProblemCues.map((rule) => rule.cue));
  });

  it.each(Object.entries(same))('(%s) is part of it', (cue, text) => {
    expect(sameProblemCues.find((rule) => rule.pattern.test(text))?.cue).toBe(cue);
    expect(offTopic(text)).toBeUndefined();
  });

  it('is what names the first problem as its reason', () => {
    expect(offTopic('separate issue: keycloak is down due to ledger locks')).toBeUndefined();
  });

  it('is what is there, too', () => {
    expect(alsoAffected.test('keycloak is slow too.')).toBe(true);
    expect(alsoAffected.test('keycloak has too many logins')).toBe(false);
    expect(offTopic('btw keycloak is slow too')).toBeUndefined();
  });

  it.each([
    'same root cause I think',
    'both are related',
    "that's a symptom of the ledger",
    'keycloak is down because the ledger is slow',
  ])('is what "%s" says of a turn before', (text) => {
    expect(sameProblemStated.test(text) || causalLink.test(text)).toBe(true);
    expect(offTopic('unrelated: keycloak is down', text)).toBeUndefined();
  });

  it('is not what somebody tells apart', () => {
    expect(sameProblemStated.test("that's not related")).toBe(false);
    for (const text of ["that's a separate issue", 'please use its own thread', 'not related at all']) {
      expect(separateProblemsStated.test(text)).toBe(true);
    }
    expect(offTopic('also keycloak is slow', "that's a separate issue")).toContain(tsOf(2));
  });
});

const returns: Readonly<Record<string, string>> = {
  'back to': 'ok, back to the ledger: raised the pool to 50',
  'the original problem': 'so, the original issue: raised the pool to 50',
};

describe('the way back', () => {
  it('has an example for every rule', () => {
    expect(Object.keys(returns)).toEqual(returnCues.map((rule) => rule.cue));
  });

  it.each(Object.entries(returns))('(%s) is taken by what is said next', (_, text) => {
    expect(offTopic('unrelated: keycloak is down', text, 'restarted it')).toEqual([tsOf(2)]);
  });

  it.each(['back to normal', 'back to 200 ms', 'and the other original'])('is not "%s"', (text) => {
    expect(offTopic('unrelated: keycloak is down', text)).toEqual([tsOf(2), tsOf(3)]);
  });
});

describe('a problem of its own', () => {
  it.each(['its certificate expired', 'is OOMKilled', 'the disk is full', 'gives 403', 'is flaky'])(
    'is "%s"',
    (text) => {
      expect(ownProblem.test(text)).toBe(true);
    },
  );

  it.each(['times out', 'gives 503', 'its queue grows', 'is down'])('is not "%s"', (text) => {
    expect(ownProblem.test(text)).toBe(false);
  });
});

describe('an answer to the message before', () => {
  it.each(['same here', 'did you restart it?', "i'll take a look", 'nope', 'which region?'])(
    'is "%s"',
    (text) => {
      expect(repliesToPrevious.test(text)).toBe(true);
    },
  );

  it.each(['rolled back the release', 'the pool was full'])('is not "%s"', (text) => {
    expect(repliesToPrevious.test(text)).toBe(false);
  });
});
