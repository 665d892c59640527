import { describe, expect, it } from 'vitest';
import { contradictionsOf, type ThreadContent } from '../../src/library/contradictions.ts';
import { mergeContent, planMerge, removeThread, revertMerge } from '../../src/library/merge-content.ts';
import { occurrenceOutcomeOf } from '../../src/library/occurrence-outcome.ts';
import type { SolutionContent } from '../../src/library/solution.ts';
import type { Step, StepOutcome } from '../../src/library/step.ts';
import { contradictionLines } from '../../src/slack/views/contradiction-words.ts';
import { contentOf } from '../store/sample-rows.ts';

const step = (text: string, outcome: StepOutcome, more: Partial<Step> = {}): Step => ({
  text,
  command: null,
  outcome,
  by: null,
  at: '2026-06-03T08:00:00.000Z',
  evidence: [],
  ...more,
});

function occurrenceOf(
  day: string,
  environment: string,
  service: string | null,
  steps: Step[],
): ThreadContent {
  const context = { service, environment, severity: null };
  return { content: contentOf('pool exhausted', { context, steps }), occurredAt: new Date(day) };
}

const may = occurrenceOf('2026-05-02', 'staging', 'checkout', [step('restarted Redis', 'worked')]);
const june = occurrenceOf('2026-06-03', 'production', null, [step('restarting redis', 'made_worse')]);

describe('a step that went both ways', () => {
  it('says when and under which conditions, of which only those that differ', () => {
    const [only, ...more] = contradictionsOf(may, [june]);
    expect(more).toEqual([]);
    expect(only?.there.outcome).toBe('made_worse');
    expect(contradictionLines(contradictionsOf(may, [june]))).toBe(
      '• restarted Redis – worked on 2 May 2026 in staging with `checkout`; made it worse on 3 Jun 2026 in production',
    );
    const same = occurrenceOf('2026-06-03', 'staging', 'checkout', [step('restarted Redis', 'no_effect')]);
    expect(contradictionLines(contradictionsOf(may, [same]))).toBe(
      '• restarted Redis – worked on 2 May 2026; had no effect on 3 Jun 2026',
    );
  });

  it('is told from either side', () => {
    expect(contradictionsOf(june, [may])[0]?.here.outcome).toBe('made_worse');
  });

  it('is none where the outcome is the same, the step is another, or it is one story of one thread', () => {
    expect(contradictionsOf(may, [may])).toEqual([]);
    const other = occurrenceOf('2026-06-03', 'production', null, [
      step('failed over to the replica', 'made_worse'),
    ]);
    expect(contradictionsOf(may, [other])).toEqual([]);
    const twice = occurrenceOf('2026-06-03', 'production', null, [
      step('restarted Redis', 'no_effect'),
      step('restarted Redis', 'worked'),
    ]);
    expect(contradictionsOf(twice, [])).toEqual([]);
    const command = (value: string, outcome: StepOutcome) =>
      occurrenceOf('2026-06-03', 'production', null, [
        step('raised it', outcome, { command: `set pool ${value}` }),
      ]);
    expect(contradictionsOf(command('200', 'worked'), [command('2000', 'made_worse')])).toEqual([]);
    expect(contradictionsOf(command('200', 'worked'), [command('200', 'made_worse')])).toHaveLength(1);
  });

  it('is found within a fix that another thread was merged into, once', () => {
    const source = { channelId: 'C1', threadTs: '2.2' };
    const merged = mergeContent(may.content, { content: june.content, source });
    expect(merged.steps).toHaveLength(2);
    const [only, ...more] = contradictionsOf({ content: merged, occurredAt: may.occurredAt }, []);
    expect(more).toEqual([]);
    expect(only?.there).toMatchObject({ outcome: 'made_worse', environment: 'production' });
  });
});

describe('a merge', () => {
  const solution = contentOf('pool exhausted', {
    signatures: ['A'],
    steps: [step('restarted Redis', 'worked')],
    fix: { immediate: 'restart Redis', permanent: null },
  });
  const draft = contentOf('pool is empty', {
    signatures: ['A', 'B'],
    rootCause: 'a leak',
    steps: [step('restarting redis', 'worked'), step('scaled checkout to 20', 'no_effect')],
    fix: { immediate: 'restart it', permanent: 'fix the leak' },
  });
  const source = { channelId: 'C1', threadTs: '2.2' };

  it('shows what is the same and what is new, and brings only the new', () => {
    const plan = planMerge(solution, draft);
    expect(plan.same.signatures).toEqual(['A']);
    expect(plan.same.steps.map((each) => each.text)).toEqual(['restarting redis']);
    expect(plan.added.steps.map((each) => each.text)).toEqual(['scaled checkout to 20']);
    const merged = mergeContent(solution, { content: draft, source });
    expect(merged).toMatchObject({
      title: 'pool exhausted',
      signatures: ['A', 'B'],
      rootCause: 'a leak',
      fix: { immediate: 'restart Redis', permanent: 'fix the leak' },
    });
    expect(merged.steps[1]?.seenIn).toMatchObject(source);
    expect(mergeContent(merged, { content: draft, source })).toEqual(merged);
  });

  it('is taken out again without what people wrote since', () => {
    const merged = mergeContent(solution, { content: draft, source });
    expect(revertMerge(merged, solution, merged)).toEqual(solution);
    const edited: SolutionContent = { ...merged, title: 'Redis pool', rootCause: 'a leak in v42' };
    expect(revertMerge(edited, solution, merged)).toEqual({
      ...solution,
      title: 'Redis pool',
      rootCause: 'a leak in v42',
    });
  });

  it('is taken out by its words where nobody knows any more what stood before it', () => {
    const own = { ...solution, title: 'pool exhausted, HTTP 503', tags: ['http 503'] };
    const brought = { ...draft, signatures: ['HTTP 503', 'B'], tags: ['http 503', 'b'] };
    const merged = mergeContent({ ...own, signatures: ['HTTP 503'] }, { content: brought, source });
    expect(merged.tags).toContain('b');
    expect(removeThread(merged, source, brought)).toEqual({ ...own, signatures: ['HTTP 503'] });
  });

  it('counts what came of the fix in that thread', () => {
    const outcome = (steps: Step[], proven: boolean) =>
      occurrenceOutcomeOf(solution, { content: contentOf('x', { steps }), proven });
    expect(outcome([step('restarted redis', 'worked')], true)).toBe('worked');
    expect(outcome([step('restarted redis', 'partial')], true)).toBe('partial');
    expect(outcome([step('restarted redis', 'made_worse'), step('failed over', 'worked')], true)).toBe(
      'failed',
    );
    expect(outcome([step('restarted redis', 'unknown')], false)).toBe('unknown');
  });
});
