import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { nonActionCues } from '../../../src/capture/patterns/non-action-cues.ts';
import { nonCauseCues } from '../../../src/capture/patterns/non-cause-cues.ts';
import { threadOf } from '../chat-threads.ts';

const noSteps: Readonly<Record<string, string>> = {
  'a wish in the first message': 'i am trying to install the agent on this box, it hangs',
  'a habit': 'we usually restart it after an upgrade',
  'a wish': 'i just want it to install alongside the old one',
  'asks for what was done': 'how did you install it?',
  'says what somebody else did': 'you asked about installing off the archive',
  'news of a product': 'they just added a gui to it',
  'another time or place': 'same thing happened on our staging box, i just reinstalled it there',
  'which one it is': 'my first user, the one I created during install, is missing',
  'how it looks': 'the volume looks disabled',
  'put off': 'leaving it as is until monday, deleted the draft',
  'asks whether it was so': 'the plumber moved the router, didnt he',
  'something sent to read': 'sending them the new numbers',
  'the habit of years': 'i have been using it for two years and just moved to the new one',
};

describe('in a chat', () => {
  it('every rule of what is no step has an example', () => {
    expect(Object.keys(noSteps)).toEqual(nonActionCues.map((rule) => rule.cue));
  });

  it.each(Object.entries(noSteps))('no step is taken from %s', (cue, text) => {
    expect(nonActionCues.find((rule) => rule.pattern.test(text))?.cue).toBe(cue);
    const onlyRoot = nonActionCues.find((rule) => rule.cue === cue)?.onlyRoot === true;
    const thread = threadOf(
      onlyRoot
        ? [
            ['ann', text],
            ['bob', 'lol'],
          ]
        : [
            ['ann', 'the ledger is down'],
            ['bob', text],
            ['ann', 'lol ok'],
          ],
    );
    expect(captureByRules(thread).content.steps).toEqual([]);
  });

  it('a command that nothing marks ends where the sentence goes on', () => {
    const thread = threadOf([
      ['ann', 'wlan0 is down'],
      ['bob', 'sudo modprobe at76c503, but when i type ifup it still fails'],
      ['ann', 'lol'],
    ]);
    expect(captureByRules(thread).content.steps.map((step) => step.command)).toEqual([
      'sudo modprobe at76c503',
    ]);
  });
});

const noCauses: Readonly<Record<string, string>> = {
  'a condition': 'if it fails because of the disk we order one',
  'says that it works': 'i think that it works now',
  'not certain': "i can't say for certain, but it is because of the disk",
  'an opinion': "it's a process, because of the disk",
  'found something': 'i think i found something because of the disk',
  'whenever the problem is there': 'the shortcut has no effect when that problem appears, because it hangs',
};

describe('a cause', () => {
  it.each(Object.entries(noCauses))('is not taken from a sentence that is "%s"', (cue, text) => {
    expect(nonCauseCues.find((rule) => rule.pattern.test(text))?.cue).toBe(cue);
    const thread = threadOf([
      ['ann', 'the ledger is down'],
      ['bob', text],
    ]);
    expect(captureByRules(thread).content.rootCause).toBeNull();
  });
});
