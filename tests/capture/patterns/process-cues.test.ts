import { describe, expect, it } from 'vitest';
import { processCues } from '../../../src/capture/patterns/process-cues.ts';
import { actionsByRules } from '../actions/actions-by-rules.ts';

const papers: Readonly<Record<string, string>> = {
  'a figure': 'Restarting = 4',
  'built against the next one': 'Added `disk_full` alerts to all hosts.',
  'a document that was opened': 'Status page set to degraded.',
  'opened a document': 'Started a huddle with the vendor.',
  'set up a place to talk': 'Set up a bridge call with the vendor.',
  'opened a ticket by its number': 'Created OPS-311 for it.',
  'how grave it is': 'Priority changed from P1 to P2.',
  'updated people': 'Updated the thread with the estimate.',
  'looking and talking that began': 'Work started on the next release.',
  'filed with the documents': 'Attached the plan to the ticket.',
  'where and with whom it is talked over': 'Added the network team to the call.',
};

describe('paperwork', () => {
  it('has an example for every rule', () => {
    expect(Object.keys(papers)).toEqual(processCues.map((rule) => rule.cue));
  });

  it.each(Object.entries(papers))('is no step (%s)', (cue, text) => {
    expect(processCues.find((rule) => rule.pattern.test(text))?.cue).toBe(cue);
    expect(actionsByRules(text)).toEqual([]);
  });

  it.each([
    'Removed the ticket service from the pool.',
    'Attached the third uplink to the bridge.',
    'Added the host to the group.',
    'Raised the priority of the queue to 5 on the broker.',
    'Moved it to p2 class machines.',
    'Added the missing alert route back.',
    'Created node-12 anew.',
    'Bridge MTU set to 1400.',
    'Added a channel to the mixer.',
  ])('is not "%s"', (text) => {
    expect(actionsByRules(text)).toHaveLength(1);
  });
});

describe('actions that only gather what there is to see', () => {
  it.each([
    'Took a heap dump of the app.',
    'Enabled debug logging for the gateway.',
    'Uploaded the core dump to the vendor.',
    'Ran `kubectl describe` on the node.',
    'Ran explain on the slow query.',
  ])('are no step: "%s"', (text) => {
    expect(actionsByRules(text)).toEqual([]);
  });

  it.each(['Turned off debug logging.', 'Ran the log rotation by hand.', 'Took the log server offline.'])(
    'are not "%s"',
    (text) => {
      expect(actionsByRules(text)).toHaveLength(1);
    },
  );
});
