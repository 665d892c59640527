import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { threadOf } from '../chat-threads.ts';
import { actionsByRules } from './actions-by-rules.ts';

describe('a sentence of a report', () => {
  it.each([
    ['a guess', 'Possibly was updated by the vendor.'],
    ['a way that was not there', 'There was no way to restore the old schema.'],
    ['what was learned', 'We know they were deleted by then.'],
    ['what it is about', 'Increased page size was one factor.'],
    ['how a thing does', 'Restarts taking forever.'],
    ['how many there are', 'Two pods have restarts above 10.'],
    ['what goes on', 'The import keeps being retried.'],
    ['a state that is shown', 'The key shows revoked in the portal.'],
    ['what did not happen', 'No configuration was changed.'],
    ['what came about', 'Traffic increased by 40 %.'],
    ['what was talked about', 'Discussion about changing the model.'],
    ['what is still to do', 'Ana notes we still need to replace the disk.'],
    ['what can be done', 'The data can be replayed from the logs.'],
    ['what an act brought with it', 'Rotating the key triggered a replacement of the database.'],
    ['how it goes as a rule', 'The script activates workers after a deploy is validated.'],
    ['news that reveals', 'Revealed only one hint in the logs.'],
    [
      'the status of others',
      '&gt; Identified: two racks lost power. The racks have been removed from service.',
    ],
  ])('tells no step by %s', (_, text) => {
    expect(actionsByRules(text)).toEqual([]);
  });

  it.each([
    'Restarted the pods, which were stuck.',
    'Restarts failing workers.',
    'Increased the pool to 200 and errors were gone.',
    'Memory limit increased to 8 GB.',
    'A decision is made to discard the queue.',
    'Load balancer restarted.',
    'No luck with the first node, restarted the second.',
    'No change, the second node was restarted.',
  ])('tells a step by "%s"', (text) => {
    expect(actionsByRules(text)).toHaveLength(1);
  });

  it('tells the trouble, and no step, by an upgrade that fails in the first message', () => {
    const steps = (root: string) =>
      captureByRules(threadOf([['ana', root], ['ben', 'Looking'], end])).content.steps.length;
    const end = ['ana', 'Resolved.'] as const;
    expect(steps('Shop down. The upgrade of the database fails at the last node')).toBe(0);
    expect(steps('Shop down. A restart of the database did not help')).toBe(1);
  });
});
