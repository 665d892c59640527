import { expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { nonAnswerCues } from '../../../src/capture/patterns/non-answer-cues.ts';
import { withStepFromReply } from '../../../src/capture/steps/step-from-reply.ts';

const message = (ts: string, text: string, isBot = false) => ({
  ts,
  userId: 'U1',
  isBot,
  text,
  editedAt: null,
});
const root = message('100.000100', 'status page is blank');
const draft = captureByRules({ root, replies: [], openedAt: new Date(0), resolvedAt: new Date(1) });
const fixAfter = (...texts: string[]) =>
  withStepFromReply(
    draft,
    texts.map((text, index) => message(`${300 + index}.000100`, text)),
    '200.000100',
  ).content.fix.immediate;

const examples: Record<string, string> = {
  'a question': 'was it the cache then?',
  'nobody knows': 'honestly no idea what it was',
  'by itself': 'I think it recovered by itself',
  'somebody will look': 'let me look at the graphs first',
};

it.each([...nonAnswerCues])('takes no fix from $cue', ({ cue, pattern }) => {
  const example = examples[cue] ?? '';
  expect(example).toMatch(pattern);
  expect(fixAfter(example)).toBeNull();
});

it('takes the first line after the question, with its command', () => {
  expect(fixAfter('thanks all', 'the stale `cdn-cache`', 'or the header')).toBe('The stale `cdn-cache`');
  const before = withStepFromReply(draft, [message('150.000100', 'the stale cache')], '200.000100');
  expect(before).toEqual(draft);
  expect(withStepFromReply(draft, [message('300.000100', 'the stale cache', true)], '200.000100')).toEqual(
    draft,
  );
});
