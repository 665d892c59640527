import { describe, expect, it } from 'vitest';
import { readThread } from '../../../src/capture/sentences/read-sentences.ts';
import { buildLedger } from '../../../src/capture/steps/build-ledger.ts';
import { candidateOf, rejections } from '../../../src/capture/steps/rejections.ts';
import { stepFromSentence } from '../../../src/capture/steps/step-from-sentence.ts';
import { threadOf } from '../chat-threads.ts';

type Example = { text: string; who?: string; isRoot?: boolean; endedWell?: boolean };

/** A sentence for each reason why a sentence is no step. */
const examples: Record<string, Example> = {
  'says nothing of the problem': { text: 'thanks for restarting the gateway' },
  'no action': { text: 'the queue is at 4,000 now' },
  'a command that a bot shows': { text: '`kubectl rollout restart deploy/api`', who: 'bot' },
  'process work, not a fix': { text: 'I started a bridge call' },
  'names the permanent fix': { text: 'the permanent fix will be that we replaced the pool' },
  'is put off until later': { text: "I'll restart the broker tomorrow" },
  "reports somebody else's action": { text: 'the vendor says they restarted the router' },
  'says why it broke': { text: 'the root cause was that we deleted the index' },
  'says what harm was done, or how it came about': { text: 'I deleted the index as part of the clean-up' },
  'describes the problem, in the first message': {
    text: 'restarted the gateway and it does not answer',
    isRoot: true,
  },
  'only says what it came after': { text: 'after we deployed the gateway the queue grew' },
  'cleans up after the fix': { text: 'put the limit back again', endedWell: true },
  'only looks': { text: 'checking the logs' },
  'is a plan for later': { text: "we'll add a pool limit", endedWell: true },
  'asks somebody to look': { text: 'what does `kubectl get pods` say?' },
};

function candidate({ text, who = 'ben', isRoot = false, endedWell = false }: Example) {
  const lines: [string, string][] = isRoot
    ? [[who, text]]
    : [
        ['ana', 'the gateway is down'],
        [who, text],
      ];
  const sentence = readThread(threadOf([...lines, ['cat', 'hey, are you on it?']])).sentences[isRoot ? 0 : 1];
  if (sentence === undefined) throw new Error('no sentence');
  return candidateOf(sentence, 'chat', endedWell);
}

describe('a sentence is no step', () => {
  it('for a reason that has an example here', () => {
    expect(Object.keys(examples)).toEqual(rejections.map(({ name }) => name));
    expect(new Set(rejections.map(({ name }) => name)).size).toBe(rejections.length);
  });

  it.each(Object.entries(examples))('for the reason "%s"', (name, example) => {
    const read = candidate(example);
    expect(rejections.find(({ when }) => when(read))?.name).toBe(name);
    expect(stepFromSentence(read.sentence, 'chat', read.endedWell)).toEqual({ rejected: name });
  });

  it('is one by the words that a rejection looks for, and not by its neighbours', () => {
    for (const text of [
      'I restarted the broker',
      'I deleted the index',
      'put the limit to 20',
      'the vendor did not answer, so I restarted the router',
    ])
      expect(stepFromSentence(candidate({ text }).sentence, 'chat', false)).toMatchObject({
        step: { firstMention: { raw: text } },
      });
  });
});

describe('the ledger', () => {
  const decisionsOf = (lines: [string, string][]) => {
    const { decisions } = buildLedger(readThread(threadOf(lines)), true);
    return [...decisions].map(([sentence, decision]) => [
      sentence.raw,
      decision.kind === 'no step' ? decision.reason : decision.kind,
    ]);
  };

  it('keeps for each sentence what became of it', () => {
    expect(
      decisionsOf([
        ['ana', 'the gateway is down'],
        ['ben', 'shall I restart it?'],
        ['ana', 'yes'],
        ['ben', 'restarted'],
        ['ben', 'done'],
        ['ana', "let's roll back the deploy"],
        ['cat', 'no, please not'],
        ['ana', 'ok, the queue is at zero'],
      ]),
    ).toEqual([
      ['the gateway is down', 'no action'],
      ['shall I restart it?', 'step'],
      ['yes', 'agreement'],
      ['restarted', 'step'],
      ['done', 'only says that something is done'],
      ["let's roll back the deploy", 'step'],
      ['no, please not', 'retraction'],
      ['ok, the queue is at zero', 'no action'],
    ]);
  });
});
