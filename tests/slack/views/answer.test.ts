import { describe, expect, it } from 'vitest';
import { effectivenessOf } from '../../../src/library/effectiveness.ts';
import { answerBody } from '../../../src/slack/views/answer.ts';
import { findBody } from '../../../src/slack/views/find.ts';
import { buttonsOf, expectFits, mrkdwnOf, wordsOf } from './expect-fits.ts';
import { redisContent, redisPrecedent, stepOf } from './redis-case.ts';

const answer = (...precedents: ReturnType<typeof redisPrecedent>[]) =>
  answerBody({ incidentId: 'inc-1', precedents });

describe('the answer', () => {
  it('says the fix in its first line and how sure it is in its second', () => {
    const [first = ''] = mrkdwnOf(answer(redisPrecedent()).blocks);
    expect(first.split('\n')).toEqual([
      '*Fix:* Raise the pool to 200: `kubectl set env deploy/checkout REDIS_POOL=200`',
      '*checkout: Redis connection pool exhausted* · likely the same (82%) · worked 7 of 8 · took 25 min',
    ]);
  });

  it('puts the fix into the notification', () => {
    expect(answer(redisPrecedent()).text).toMatch(/^Fix: Raise the pool to 200/);
  });

  it('counts a partial verdict as neither success nor silence', () => {
    const effectiveness = effectivenessOf({ worked: 6, partial: 1, failed: 1 });
    expect(wordsOf(answer(redisPrecedent({ effectiveness })))).toContain('worked 6 of 8, partly 1');
  });

  it('does not claim success for what nobody has tried again', () => {
    const effectiveness = effectivenessOf({ worked: 0, partial: 0, failed: 0 });
    expect(wordsOf(answer(redisPrecedent({ effectiveness })))).toContain('not yet tried again');
  });

  it('leads with a warning when the fix failed more often than it helped', () => {
    const effectiveness = effectivenessOf({ worked: 1, partial: 0, failed: 3 });
    expect(mrkdwnOf(answer(redisPrecedent({ effectiveness })).blocks)[0]).toMatch(/^:warning:/);
  });

  it('names what not to do, the worst first', () => {
    const words = wordsOf(answer(redisPrecedent()));
    expect(words).toContain(
      ':warning: *What not to do*\n• restarted Redis – made it worse\n• scaled checkout to 20 – no effect',
    );
  });

  it('warns of what failed in another precedent that is as good as sure, once, and of no other', () => {
    const wordsWithOther = (confidence: number) => {
      const steps = [stepOf('flushed the cache', 'made_worse'), stepOf('restarted Redis', 'no_effect')];
      const other = redisPrecedent({
        solutionId: 'sol-2',
        rank: 2,
        confidence,
        content: { ...redisContent, steps },
      });
      return wordsOf(answer(redisPrecedent(), other));
    };
    expect(wordsWithOther(0.8)).toContain('• flushed the cache – made it worse');
    expect(wordsWithOther(0.8).match(/restarted Redis/g)).toHaveLength(1);
    expect(wordsWithOther(0.3)).not.toContain('flushed the cache');
  });

  it('warns once of an act that two precedents tell in other words', () => {
    const command = 'kubectl rollout restart statefulset/redis';
    const withStep = (text: string) => ({
      ...redisContent,
      steps: [stepOf(text, 'made_worse', { command })],
    });
    const first = redisPrecedent({ content: withStep('smells like stale connections, restarting redis') });
    const other = redisPrecedent({
      solutionId: 'sol-2',
      rank: 2,
      confidence: 0.9,
      content: withStep('Restarting redis'),
    });
    expect(wordsOf(answer(first, other)).match(/rollout restart/g)).toHaveLength(1);
  });

  it('numbers the steps that worked and shows their commands as code', () => {
    expect(wordsOf(answer(redisPrecedent()))).toContain(
      '1. raised the pool with `kubectl set env deploy/checkout REDIS_POOL=200`\n2. rolled the pods',
    );
  });

  it('does not say a single step twice when it is the fix', () => {
    const steps = [stepOf('Rolled back', 'worked', { command: 'kubectl rollout undo' })];
    const content = {
      ...redisContent,
      steps,
      fix: { immediate: 'Rolled back: kubectl rollout undo', permanent: null },
    };
    expect(wordsOf(answer(redisPrecedent({ content })))).not.toContain('What worked then');
  });

  it('takes the last step that worked for the fix when nobody wrote one', () => {
    const content = { ...redisContent, fix: { immediate: null, permanent: null } };
    expect(wordsOf(answer(redisPrecedent({ content })))).toMatch(/^\*Fix:\* rolled the pods/);
  });

  it('says so when no fix is known', () => {
    const content = { ...redisContent, steps: [], fix: { immediate: null, permanent: null } };
    expect(wordsOf(answer(redisPrecedent({ content })))).toMatch(/^\*Seen before, and no fix is known\*/);
  });

  it('links to the thread with its date and says why it matched', () => {
    const words = wordsOf(answer(redisPrecedent()));
    expect(words).toContain('|the thread of 3 Mar 2026> · Matched: same error, same service');
  });

  it('offers at most two more, each with a button that names it', () => {
    const others = ['a', 'b', 'c'].map((solutionId) => redisPrecedent({ solutionId }));
    const buttons = buttonsOf(answer(redisPrecedent(), ...others).blocks);
    expect(buttons.map((button) => button.actionId)).toEqual(['use_precedent', 'use_precedent']);
    expect(buttons.map((button) => JSON.parse(button.value))).toEqual([
      { incidentId: 'inc-1', solutionId: 'a' },
      { incidentId: 'inc-1', solutionId: 'b' },
    ]);
  });

  it('asks for a verdict on the precedent in use', () => {
    const block = answer(redisPrecedent()).blocks.find(({ type }) => type === 'context_actions');
    const ids = { incidentId: 'inc-1', solutionId: 'sol-redis' };
    expect(block).toMatchObject({
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'precedent_feedback',
          positive_button: { value: JSON.stringify({ ...ids, verdict: 'worked' }) },
          negative_button: { value: JSON.stringify({ ...ids, verdict: 'failed' }) },
        },
      ],
    });
  });

  it('keeps its buttons when the rest is too long', () => {
    const long = 'x'.repeat(20_000);
    const steps = Array.from({ length: 30 }, () => stepOf(long, 'worked', { command: long }));
    const content = { ...redisContent, steps, rootCause: long, fix: { immediate: long, permanent: long } };
    const view = redisPrecedent({ title: long, content, why: [long, long, long, long] });
    const message = answer(view, view, view);
    expectFits(message);
    expect(message.blocks.some(({ type }) => type === 'context_actions')).toBe(true);
    expect(buttonsOf(message.blocks)).toHaveLength(2);
  });
});

describe('the answer to a search', () => {
  it('shows the best in full without buttons, for it belongs to no incident', () => {
    const message = findBody({
      query: 'redis',
      precedents: [redisPrecedent(), redisPrecedent()],
      silent: false,
      below: [],
    });
    expect(wordsOf(message)).toMatch(/^\*Fix:\* Raise the pool/);
    expect(buttonsOf(message.blocks)).toEqual([]);
  });

  it('is honest when nothing is near enough, and shows at most two that are nearest', () => {
    const below = ['One', 'Two', 'Three'].map((title) => redisPrecedent({ title, confidence: 0.2 }));
    const words = wordsOf(findBody({ query: '<!here> disk', precedents: [], silent: true, below }));
    expect(words).toContain('nothing that is near enough to “&lt;!here&gt; disk”');
    expect(words).toContain('*Two*');
    expect(words).not.toContain('*Three*');
  });
});
