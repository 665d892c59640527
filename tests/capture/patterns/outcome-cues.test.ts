import { describe, expect, it } from 'vitest';
import { outcomeCues } from '../../../src/capture/patterns/outcome-cues.ts';
import {
  readAlertOutcome,
  readOutcome,
  readOutcomeOfStep,
} from '../../../src/capture/sentences/read-outcome.ts';

/** One sentence for each cue; it must be that cue that decides its meaning. */
const examples: Readonly<Record<string, string>> = {
  'made it worse': 'that made it worse',
  'errors went up': 'error rate just doubled',
  'now it is all down': 'now everything is down',
  'they too began to fail': 'the others also started to crash',
  'spoke too soon': 'spoke too soon',
  'it came back': 'the 502s came back',
  'it did not help': "that didn't help at all",
  'not working': 'the pods are not responding',
  'no change': 'no change here',
  'same error': 'same error as before',
  nope: 'nope, same',
  'better, but': 'latency is better but p99 stays slow',
  'still failing': 'still seeing 500s',
  'keeps failing': 'it keeps crashing',
  'not accessible even after': 'unreachable even after the reboot',
  'helped a bit': 'helped a little',
  'somewhat better': 'things are better',
  'going down': 'queue depth is dropping',
  'only some are back': 'three pods are back',
  'starting to come back': 'services start to come back up',
  'it buys time': 'this buys us an hour',
  'it helped': 'that helped',
  'that did it': 'that did it',
  'the step did it': 'the new limit fixed the issue',
  'it brought it back': 'the apply restored the dns',
  'it works now': 'uploads work again',
  'back up': 'the site is back up',
  'short back up': 'back',
  'up and running': 'the app is up and running',
  recovered: 'all pods recovered',
  'restored successfully': 'the release was deployed successfully',
  'errors are gone': 'the timeouts are gone',
  'back to normal': 'latency looks normal',
  resolved: 'Resolved.',
  'it worked': 'yes, worked',
  'thumbs up': 'bingo!',
  'it held for a while': 'helped for ten minutes, then the queue was full again',
  'better, with a rest': 'calmer now, down to 3 a minute, but still some',
  'bad again': 'the replica is lagging again',
  'the same': 'restarted twice, same',
  'goes through again': 'payments go through again',
  'a thing works': 'uploads work',
  'caught up': 'the replica is caught up',
  steady: 'heap steady at 40%',
  contained: 'contained',
  'at zero': 'backlog of mails is now at 0',
  'it fails as well now': 'that was worse',
  'now they fail too': 'now they OOM',
  'the attempt failed': 'the rollback failed',
  'the number of the error again': 'ran a while, 1062 again',
  'it stays as it was': 'the light stays amber',
  'good for now': 'flat at 400 MB for now',
  'better but not well': 'better but nobody will be happy with it',
  'the problem is no longer there': 'the workers are no longer throttled',
  'back to its rate': 'launches return to 100%',
  'no more of them': 'no more duplicates since then',
  'it takes traffic': 'it is taking traffic',
  'service restored': 'service restored',
  'it would not start': 'but it would not start cleanly',
  'the command says no': 'error: deployment "api" could not be read',
  'they go on': 'pushed, the 500s continue',
  'they can again': 'the wards confirm that they can book normally',
  'so it was not that': 'lag is as it was, so not the router',
  'still so': 'no, still blank',
  'it still does it': 'the till still prints twice',
  'they are able to': 'the wards are now able to book',
  'it got further': 'it got further, past the second table',
  'and hung': 'they picked up a job and hung',
  'it fails alike': 'the import dies at the same row',
  'the alert came again': 'second alert fired',
  'a part of it': 'we are back at 40% capacity',
  'one is well and another is not': 'the portal is up, the app is not',
  'slower than before': 'the backlog grows slower now',
  'faster than before': 'the backlog grows even faster',
  'does it again': 'the page shows today’s bookings again',
};

describe('outcome cues', () => {
  it('has an example for every cue and no example without a cue', () => {
    expect(Object.keys(examples).sort()).toEqual(outcomeCues.map((rule) => rule.cue).sort());
  });

  for (const rule of outcomeCues) {
    it(`reads "${examples[rule.cue]}" as ${rule.meaning}`, () => {
      const example = examples[rule.cue] ?? '';
      expect(rule.pattern.test(example)).toBe(true);
      expect(readOutcome(example)?.meaning).toBe(rule.meaning);
    });
  }

  it.each([
    'still investigating',
    'did that work?',
    'if that worked we can close this',
    'this should fix it',
    'the deploy is at 14:00',
    'looking at the logs',
    'let me know if it worked',
    'it worked for me once',
    'nothing works',
    'the vendor says it is fixed on their side',
    'gonna reboot and see if it works',
    'so who still serves the old page',
    'why do the jobs still fail',
    'the head of the queue is a 0-byte file',
    'back at 12 workers',
    'still awake',
    'we had expected the outage to be resolved by now',
    'because the hook still calls the old script',
    'it stopped the same night',
  ])('reads no outcome from "%s"', (sentence) => {
    expect(readOutcome(sentence)).toBeNull();
  });

  it.each([
    ['all but two are back up', 'partial'],
    ['14 of 16 tills are back up', 'partial'],
    ['16 of 16 tills are back up', 'worked'],
    ['the rest is still down', 'partial'],
    ['only guests still get the error', 'partial'],
    ['everybody still gets the error', 'no_effect'],
    ['it doesn’t\nhelp', 'no_effect'],
    ['the pages return to\nnormal', 'worked'],
    ['the 500s persisted', 'no_effect'],
    ['rejects are down to 0.4%', 'partial'],
    ['no crashes since', 'worked'],
    ['crashes down to like 5%', 'partial'],
    ['the outage seems to be resolved, all works now', 'worked'],
    ['the lag hasn’t moved', 'no_effect'],
    ['now all partitions lag', 'made_worse'],
  ])('reads "%s" as %s', (sentence, meaning) => {
    expect(readOutcome(sentence)?.meaning).toBe(meaning);
  });

  it.each([
    ['the pods because they kept failing', null],
    ["it so it can't run again tonight", null],
    ['the tunnel to fix the errors for good', null],
    ['the queue that had failed', null],
    ['the node as unhealthy', null],
    ['the workers down to 0', null],
    ['the jobs failed during the outage', null],
    ['the tunnel, which didn’t help', 'no_effect'],
    ['the pods, so no more duplicates since then', 'worked'],
    ['the node since it hung, still down', 'no_effect'],
    ['the job, fails again', 'no_effect'],
  ])('after its verb "%s" says %s of a step', (rest, meaning) => {
    expect(readOutcomeOfStep(rest)).toBe(meaning);
  });

  it('takes the alert at its word when it says that it is over or fires again', () => {
    expect(readAlertOutcome('[RESOLVED] HighLatency search-api')?.meaning).toBe('worked');
    expect(readAlertOutcome('[FIRING:2] HighLatency search-api')?.meaning).toBe('no_effect');
    expect(readAlertOutcome('HighLatency is still firing: p99 3 s')?.meaning).toBe('no_effect');
    expect(readAlertOutcome('HighLatency search-api is not yet resolved')?.meaning).toBe('no_effect');
    expect(readAlertOutcome('Deployed build 1234 of search-api')).toBeNull();
  });
});
