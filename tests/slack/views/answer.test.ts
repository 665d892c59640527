import { describe, expect, it } from 'vitest';
import { effectivenessOf } from '../../../src/library/effectiveness.ts';
import { answerBody } from '../../../src/slack/views/answer.ts';
import { findBody } from '../../../src/slack/views/find.ts';
import { precedentModal } from '../../../src/slack/views/precedent-modal.ts';
import { buttonsOf, expectFits, expectViewFits, mrkdwnOf, wordsOf } from './expect-fits.ts';
import { redisContent, redisPrecedent, stepOf } from './redis-case.ts';

const answer = (...precedents: ReturnType<typeof redisPrecedent>[]) =>
  answerBody({ incidentId: 'inc-1', precedents });

const detailsOf = (view: ReturnType<typeof redisPrecedent>) => {
  const modal = precedentModal(view);
  expectViewFits(modal, 'modal');
  return mrkdwnOf(modal.blocks).join('\n');
};

describe('the answer', () => {
  it('says first whether it is ours at all, then the fix, in the words of how sure it is', () => {
    const [first = ''] = mrkdwnOf(answer(redisPrecedent()).blocks);
    expect(first.split('\n').slice(0, 2)).toEqual([
      '*Probably the same as* <https://acme.slack.com/archives/C1/p1772503200000100|checkout: Redis connection pool exhausted> · 3 Mar 2026',
      '*Fix:* Raise the pool to 200: `kubectl set env deploy/checkout REDIS_POOL=200`',
    ]);
    expect(wordsOf(answer(redisPrecedent({ confidence: 0.95 })))).toMatch(/^\*Very likely the same as\*/);
    expect(wordsOf(answer(redisPrecedent({ confidence: 0.5 })))).toMatch(/^\*Possibly the same as\*/);
    expect(wordsOf(answer(redisPrecedent()))).not.toContain('%');
  });

  it('says that it is another service first of all, is never sure of it then, and gives no command', () => {
    const other = redisPrecedent({ confidence: 0.95, service: { ours: 'grafana', theirs: 'search' } });
    const words = wordsOf(answer(other));
    expect(words).toMatch(/^\*Possibly the same as\*/);
    expect(words).toContain('*other service: search, yours is grafana*');
    expect(words).not.toContain('kubectl');
  });

  it('puts the fix into the notification', () => {
    expect(answer(redisPrecedent()).text).toMatch(/^Probably the same as .*\. Fix: Raise the pool to 200/);
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
    expect(wordsOf(answer(redisPrecedent({ effectiveness })))).toContain(
      ':warning: *Tried again, mostly without success:*',
    );
  });

  it('warns of one thing, which made it worse; what only did nothing is behind Show more', () => {
    const words = wordsOf(answer(redisPrecedent()));
    expect(words).toContain(':warning: Do not: restarted Redis (it made it worse)');
    expect(words).not.toContain('scaled checkout');
    expect(detailsOf(redisPrecedent())).toContain(
      '• restarted Redis – made it worse\n• scaled checkout to 20 – no effect',
    );
  });

  it('warns of what failed in another precedent that is as good as sure, and of no other', () => {
    const wordsWithOther = (confidence: number) => {
      const other = redisPrecedent({
        solutionId: 'sol-2',
        rank: 2,
        confidence,
        content: { ...redisContent, steps: [stepOf('flushed the cache', 'made_worse')] },
      });
      const content = { ...redisContent, steps: [] };
      return wordsOf(answer(redisPrecedent({ content }), other));
    };
    expect(wordsWithOther(0.8)).toContain('flushed the cache (it made it worse)');
    expect(wordsWithOther(0.3)).not.toContain('flushed the cache (');
  });

  it('shows no command that destroys, says that it does, and keeps it behind Show more', () => {
    const command = 'kubectl scale deploy/order-consumer --replicas=0';
    const content = {
      ...redisContent,
      steps: [stepOf(`stopped the consumer with ${command}`, 'worked', { command })],
      fix: { immediate: `Stop the consumer: ${command}`, permanent: null },
    };
    const message = answer(redisPrecedent({ content }));
    expect(wordsOf(message)).not.toContain('--replicas');
    expect(message.text).not.toContain('--replicas');
    expect(wordsOf(message)).toContain('*Fix:* Stop the consumer _The commands are behind *Show more*._');
    expect(wordsOf(message)).toContain('This stops what runs.');
    expect(detailsOf(redisPrecedent({ content }))).toContain(`\`${command}\``);
    expect(detailsOf(redisPrecedent({ content }))).toContain('It was run on 3 Mar 2026.');
  });

  it('shows a value of that day as what it was then', () => {
    const command = 'kafka-consumer-groups --group orders --reset-offsets --to-offset 8812204 --execute';
    const content = {
      ...redisContent,
      steps: [stepOf('skipped the message', 'worked', { command })],
      fix: { immediate: `Skip the message: ${command}`, permanent: null },
    };
    const words = wordsOf(answer(redisPrecedent({ content })));
    expect(words).toContain('_On 3 Mar the offset was 8812204');
    expect(words).not.toContain('--to-offset');
  });

  it('says of a value in the words of a fix, too, that it was of that day', () => {
    const fix = { immediate: 'Skipped the message at offset 8812204', permanent: null };
    const words = wordsOf(answer(redisPrecedent({ content: { ...redisContent, steps: [], fix } })));
    expect(words).toContain("_On 3 Mar the offset was 8812204; find today's first._");
  });

  it('never cuts a command: it is whole, or it is behind Show more', () => {
    const command = `kubectl set env deploy/checkout ${'LONG_NAME=value '.repeat(60)}`.trim();
    const content = {
      ...redisContent,
      steps: [stepOf('raised it', 'worked', { command })],
      fix: { immediate: `Raise it: ${command}`, permanent: null },
    };
    const words = wordsOf(answer(redisPrecedent({ content })));
    expect(words).not.toContain('LONG_NAME');
    expect(words).toContain('behind *Show more*');
  });

  it('numbers the steps that worked and shows their commands as code to who asks for more', () => {
    expect(detailsOf(redisPrecedent())).toContain(
      '1. raised the pool with `kubectl set env deploy/checkout REDIS_POOL=200`\n2. rolled the pods',
    );
  });

  it('takes the last step that worked for the fix when nobody wrote one', () => {
    const content = { ...redisContent, fix: { immediate: null, permanent: null } };
    expect(wordsOf(answer(redisPrecedent({ content })))).toContain('*Fix:* rolled the pods');
  });

  it('says so when no fix is known, and asks for no verdict on it', () => {
    const content = { ...redisContent, steps: [], fix: { immediate: null, permanent: null } };
    const message = answer(redisPrecedent({ content }));
    expect(wordsOf(message)).toContain('*Seen before, and no fix is known.*');
    expect(message.blocks.some(({ type }) => type === 'context_actions')).toBe(false);
  });

  it('shows a past incident as what it was, never as a fix, and offers to write one', () => {
    const message = answer(redisPrecedent({ isPastIncident: true }));
    const words = wordsOf(message);
    expect(words).toContain('No fix was written down.\nTried: scaled checkout to 20 (no effect)');
    expect(words).not.toContain('*Fix:*');
    expect(message.text).not.toContain('Raise the pool');
    expect(buttonsOf(message.blocks).map(({ actionId }) => actionId)).toEqual([
      'edit_draft',
      'show_precedent',
    ]);
  });

  it('says why it matched, and how sure it is in percent, to who asks for more', () => {
    expect(detailsOf(redisPrecedent())).toContain('*Why this?* 82% sure · same error · same service');
  });

  it('offers at most two more, each with a button that names it', () => {
    const others = ['a', 'b', 'c'].map((solutionId) => redisPrecedent({ solutionId }));
    const buttons = buttonsOf(answer(redisPrecedent(), ...others).blocks);
    expect(buttons.map((button) => button.actionId)).toEqual([
      'use_precedent',
      'use_precedent',
      'precedent_feedback_partly',
      'show_precedent',
    ]);
    expect(buttons.slice(0, 2).map((button) => JSON.parse(button.value))).toEqual([
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
    expect(buttonsOf(message.blocks)).toHaveLength(4);
  });
});

describe('the answer to a search', () => {
  it('shows the best in full without buttons, for it belongs to no incident', () => {
    const message = findBody({
      query: 'redis',
      precedents: [redisPrecedent(), redisPrecedent()],
      silent: false,
    });
    expect(wordsOf(message)).toContain('*Fix:* Raise the pool');
    expect(buttonsOf(message.blocks)).toEqual([]);
  });

  it('is honest when nothing is near enough, and offers nothing', () => {
    const message = findBody({ query: '<!here> disk', precedents: [], silent: true });
    expect(wordsOf(message)).toContain('Nothing is near enough to “&lt;!here&gt; disk”');
    expect(wordsOf(message)).not.toContain('the same as');
    expectFits(message);
  });
});
