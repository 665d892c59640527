import { describe, expect, it } from 'vitest';
import { preIncidentCues } from '../../../src/capture/patterns/pre-incident-cues.ts';
import { actionsByRules } from '../actions/actions-by-rules.ts';

const background: Readonly<Record<string, string>> = {
  'a faulty thing was brought in': 'Ben deployed the broken chart to all clusters.',
  'by a change': 'The role was removed due to a recent clean-up change.',
  'by a system or on its schedule': 'Nightly certificate rotation started.',
  'done some time ago': 'They recently moved the registry.',
  'what had nothing to do with it': 'Unrelated: the wiki was moved.',
};

describe('background', () => {
  it('has an example for every rule', () => {
    expect(Object.keys(background)).toEqual(preIncidentCues.map((rule) => rule.cue));
  });

  it.each(Object.entries(background))('is no step (%s)', (cue, text) => {
    expect(preIncidentCues.find((rule) => rule.pattern.test(text))?.cue).toBe(cue);
    expect(actionsByRules(text)).toEqual([]);
  });

  it.each([
    'Removed the faulty disk from the pool.',
    'Rolled back the bad release.',
    'Replaced the broken switch in rack 4.',
    'We had to restart it because of the last deploy.',
    'Automatic updates disabled on all tills.',
    'Nightly backup restored to the spare host.',
    'Paused the daily import.',
    'Nightly import disabled to fix the locks.',
    'Pods restarted by Ana.',
  ])('is not what somebody does to mend: "%s"', (text) => {
    expect(actionsByRules(text)).toHaveLength(1);
  });

  it.each([
    'The autoscaler added six nodes.',
    'The certificate was renewed automatically.',
    'The pods were restarted by the watchdog.',
    'The standby was promoted on its own.',
  ])('is what systems do: "%s"', (text) => {
    expect(actionsByRules(text)).toEqual([]);
  });
});
