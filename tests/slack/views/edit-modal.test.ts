import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SolutionContent } from '../../../src/library/solution.ts';
import { editModal } from '../../../src/slack/views/edit-modal.ts';
import { readEditModal } from '../../../src/slack/views/read-edit-modal.ts';
import type { ViewValues } from '../../../src/slack/views/view-values.ts';
import { hostileContent } from './hostile.ts';
import { redisContent, stepOf } from './redis-case.ts';

type InputBlock = { block_id: string; element: { action_id: string; initial_value?: string } };

/** What Slack sends back when a person changes only `typed`. */
function submit(content: SolutionContent, typed: Record<string, string> = {}): ViewValues {
  const modal = editModal({ solutionId: 'sol-1', version: 4, content });
  const inputs = (modal.blocks as (InputBlock & { type: string })[]).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const value = typed[block_id] ?? element.initial_value ?? null;
      return [block_id, { [element.action_id]: { type: 'plain_text_input', value } }];
    }),
  );
}

const read = (typed: Record<string, string>, content = redisContent) =>
  readEditModal(submit(content, typed), content, new Date('2026-11-20T10:00:00Z'));

function contentOf(result: ReturnType<typeof readEditModal>): SolutionContent {
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.content;
}

describe('the edit form', () => {
  it('names the solution and the version that it edits', () => {
    const modal = editModal({ solutionId: 'sol-1', version: 4, content: redisContent });
    expect(modal.callback_id).toBe('edit_solution');
    expect(JSON.parse(String(modal.private_metadata))).toEqual({ solutionId: 'sol-1', version: 4 });
  });

  it('writes one step per line after its outcome', () => {
    expect(submit(redisContent).steps?.value?.value?.split('\n')).toEqual([
      'looked: looked at the clients `redis-cli info clients`',
      'no effect: scaled checkout to 20',
      'made worse: restarted Redis',
      'worked: raised the pool with kubectl set env deploy/checkout REDIS_POOL=200',
      'worked: rolled the pods',
    ]);
  });

  it('changes nothing when it is sent as it came', () => {
    expect(contentOf(read({}))).toEqual(redisContent);
  });

  it('loses nothing of a text that is longer than an input, when it is sent as it came', () => {
    const steps = Array.from({ length: 80 }, (_, index) =>
      stepOf(`step ${index} ${'x'.repeat(90)}`, 'worked'),
    );
    const content = { ...redisContent, symptoms: 'long '.repeat(2_000).trim(), steps };
    expect(contentOf(read({}, content))).toEqual(content);
  });

  it('keeps the steps that did not fit when those that did are edited', () => {
    const steps = Array.from({ length: 80 }, (_, index) =>
      stepOf(`step ${index} ${'x'.repeat(90)}`, 'worked'),
    );
    const edited = contentOf(read({ steps: 'worked: one thing' }, { ...redisContent, steps }));
    expect(edited.steps[0]?.text).toBe('one thing');
    expect(edited.steps.at(-1)).toEqual(steps.at(-1));
    expect(edited.steps.length).toBeGreaterThan(40);
  });

  it('keeps evidence, person and command of a step whose outcome alone changed', () => {
    const { steps } = contentOf(
      read({ steps: 'made worse: looked at the clients `redis-cli info clients`' }),
    );
    expect(steps).toEqual([{ ...redisContent.steps[0], outcome: 'made_worse' }]);
  });

  it('gives a new step no evidence, the time of its neighbour and the command in its backticks', () => {
    const { steps } = contentOf(
      read({ steps: 'no effect: scaled checkout to 20\nworked: ran `make fix` twice' }),
    );
    expect(steps[1]).toEqual({
      text: 'ran `make fix` twice',
      command: 'make fix',
      outcome: 'worked',
      by: null,
      at: '2026-03-03T02:00:00.000Z',
      evidence: [],
    });
  });

  describe('of a fix into which another thread was merged', () => {
    const seenIn = { channelId: 'C2', threadTs: '1772500000.000100', context: redisContent.context };
    const merged = {
      ...redisContent,
      steps: [
        stepOf('restarted the redis primary', 'worked'),
        stepOf('restarted the redis primary', 'made_worse', { seenIn }),
        stepOf('scaled checkout up to 20 replicas', 'partial', { seenIn }),
      ],
    };
    const kept = 'worked: restarted the redis primary\nmade worse: restarted the redis primary\n';

    it('keeps where a step was seen while it is the same act in other words', () => {
      const { steps } = contentOf(
        read({ steps: `${kept}worked: scaled the checkout up to 20 replicas` }, merged),
      );
      expect(steps[2]).toMatchObject({ seenIn, outcome: 'worked', evidence: [] });
    });

    it('takes another act for a step of nowhere', () => {
      const { steps } = contentOf(
        read({ steps: `${kept}partly: scaled checkout down to 20 replicas` }, merged),
      );
      expect(steps[2]).not.toHaveProperty('seenIn');
    });

    it('keeps the one of two with the same words that has the outcome of the line', () => {
      const { steps } = contentOf(read({ steps: 'made worse: restarted the redis primary' }, merged));
      expect(steps).toEqual([merged.steps[1]]);
    });
  });

  it('takes the time of the step before a new one', () => {
    const later = {
      ...redisContent,
      steps: [stepOf('a', 'worked'), stepOf('b', 'worked', { at: '2026-03-03T03:00:00.000Z' })],
    };
    const { steps } = contentOf(read({ steps: 'worked: a\nworked: b\nlooked: c' }, later));
    expect(steps.map((step) => step.at.slice(11, 13))).toEqual(['02', '03', '03']);
  });

  it.each([
    ['workd: rolled back', 'worked', 'rolled back'],
    ['- Partly : rolled back', 'partial', 'rolled back'],
    ['3. made it worse: rolled back', 'made_worse', 'rolled back'],
    ['no efect: rolled back', 'no_effect', 'rolled back'],
    ['rolled back', 'unknown', 'rolled back'],
    ['note: rolled back', 'unknown', 'note: rolled back'],
    ['https://runbook.example', 'unknown', 'https://runbook.example'],
  ])('reads %j as %s', (line, outcome, text) => {
    expect(contentOf(read({ steps: line })).steps).toMatchObject([{ outcome, text }]);
  });

  it('takes an emptied field for none', () => {
    const content = contentOf(read({ root_cause: ' ', permanent: '', service: '' }));
    expect([content.rootCause, content.fix.permanent, content.context.service]).toEqual([null, null, null]);
    expect(content.context.severity).toBe('high');
  });

  it.each([
    ['title', { title: '  ' }],
    ['title', { title: 'x'.repeat(151) }],
    ['steps', { steps: 'worked:' }],
    ['steps', { steps: 'worked: again\n'.repeat(60) }],
    ['immediate', { immediate: '', permanent: '', steps: '' }],
  ])('says under %s what is wrong', (blockId, typed) => {
    const result = read(typed);
    expect('errors' in result && Object.keys(result.errors)).toEqual([blockId]);
  });

  it('reads back any content that it wrote, and any text a person types', () => {
    fc.assert(
      fc.property(hostileContent, fc.string({ unit: 'binary' }), (content, typed) => {
        const untouched = readEditModal(submit(content, { title: 'A title' }), content);
        if ('content' in untouched) expect(untouched.content.steps).toEqual(content.steps);
        const edited = readEditModal(submit(content, { title: 'A title', steps: typed }), content);
        if ('content' in edited) expect(edited.content.steps.every((step) => step.text !== '')).toBe(true);
      }),
    );
  });
});
