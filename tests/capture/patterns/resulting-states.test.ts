import { describe, expect, it } from 'vitest';
import { actionFromResultingState } from '../../../src/capture/actions/action-from-resulting-state.ts';
import { resultingStates } from '../../../src/capture/patterns/resulting-states.ts';

describe('an action stated by the state it left', () => {
  it.each([
    ['a setting at its new value', 'weights back at 1.0'],
    ['a setting at its new value', 'bind address back to .14, test mail went out'],
    ['a setting at its new value', 'flag `new_tariff` is now off for all shops'],
    ['a setting at its new value', 'pool size to 40'],
    ['a setting at its new value', 'the CNAME records are back'],
    ['from one value to another', 'timeout for the till 10s → 2s as well'],
    ['a change is in', 'emergency rule is in: 10.1.0.4 may pass'],
    ['a change is in', 'clamp is in on the edge box'],
    ['in or out of where traffic goes', 'edge-3 out of the A records'],
    ['in or out of where traffic goes', 'both hosts are back in the load balancer'],
    ['goes another way now', 'voice goes via the satellite now'],
    ['a value again', '2G again'],
    ['a value again', 'back at 6, errors down'],
    ['for now there is', 'for now a cron empties the folder at 4:00'],
    ['has more now', 'the indexer has 4Gi now, stays up'],
  ])('hears "%s" in "%s"', (cue, sentence) => {
    expect(resultingStates.find((rule) => rule.pattern.test(sentence))?.cue).toBe(cue);
    expect(actionFromResultingState(sentence)).toMatchObject({ modality: 'performed', form: 'state' });
  });

  it.each([
    ['a measure', 'latency back to 40ms'],
    ['a count', '2 again'],
    ['a status code', 'back to 200'],
    ['a queue', 'the backlog is back to normal'],
    ['a service', 'login is back'],
    ['a question', 'flag off for the tills?'],
    ['a wish', 'the flag should be off now'],
    ['a plan', 'max back to 900 on monday'],
    ['a finding', 'the redirect is still on for half of them'],
    ['work under way', 'the fix is in review'],
    ['a place to read', 'config is on the wiki'],
    ['an idiom', 'the limit is back to haunt us'],
    ['what people run into', 'users now go to a blank page'],
    ['a symptom', 'for now a lot of orders hang'],
  ])('hears none in %s', (_, sentence) => {
    expect(actionFromResultingState(sentence)).toBeNull();
  });
});
