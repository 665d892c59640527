import { describe, expect, it } from 'vitest';
import { botConfirmation } from '../../../src/capture/actions/bot-confirmation.ts';
import { readAction } from '../../../src/capture/actions/read-action.ts';
import { repeatedActions } from '../../../src/capture/patterns/action-frames-in-prose.ts';

describe('actions by their frame', () => {
  it.each([
    ['can you exempt /metrics from the proxy?', 'suggested'],
    ['please ungroup the two arrays', 'suggested'],
    ['should we degauss the tape head?', 'suggested'],
    ['Proposal: rolling restart of the ledger, site B first', 'suggested'],
    ['Proposal: fail over to the second site', 'suggested'],
    ['asked two of the drivers to unpair the handset', 'planned'],
    ['told Marco to swap the power supply', 'planned'],
    ['writing a loop: delete every lease older than a day', 'planned'],
    ['I widened keepalive on the broker', 'performed'],
    ['I triggered a leader election', 'performed'],
    ['made a second mailbox for the printers', 'performed'],
    ['gave the exporter more memory', 'performed'],
    ['I re-did the cabling of rack 4', 'performed'],
    ['kicking the nightly job again', 'performed'],
    ['I make restart of the till', 'performed'],
    ['stopping then starting the broker worked', 'performed'],
    ['retry again: 12 of 12 sent', 'performed'],
    ['set mss 1360 on the tunnel', 'planned'],
  ] as const)('takes "%s" as %s', (sentence, modality) => {
    expect(readAction(sentence, 'chat')?.modality ?? null).toBe(modality);
  });

  it.each([
    'can you guys see this?',
    'could you send me the dump',
    'can somebody without a badge try?',
    "let's see what happens",
    'please advise',
    'told the shop that the release slips to the afternoon',
    'they asked us to confirm',
    'made it to the office!',
    'made a mistake in the ticket',
    'gave them a call',
    'built a list of the affected orders',
    'I skimmed through the trace',
    "I've picked this up",
    'testing the page failed',
  ])('finds no action in "%s"', (sentence) => {
    expect(readAction(sentence, 'chat')).toBeNull();
  });

  it.each([
    ['did the same', 'did the same in the Oslo region'],
    ['did them by hand', 'did the last two by hand'],
    ['doing these too', 'doing pumps 3 and 4 as well'],
    ['doing the same', 'doing the same on the standby'],
    ['do the same', 'can you do the same for the till?'],
    ['tried with another', 'I tried with a bigger instance'],
  ])('hears "%s"', (cue, sentence) => {
    expect(repeatedActions.find((rule) => rule.pattern.test(sentence))?.cue).toBe(cue);
    expect(readAction(sentence, 'chat')).not.toBeNull();
  });

  it.each([
    ['Ran Apply for dir: `network/edge`', true],
    ['Deployed ledger-api 41 to production', true],
    ['Rollback of ledger-api succeeded', true],
    ['Deployment is pending review', false],
    ['Ran 41 checks', false],
  ])('knows whether "%s" acknowledges an action', (text, isReceipt) => {
    expect(botConfirmation(text) !== null).toBe(isReceipt);
  });
});

describe('a report', () => {
  it.each([
    'Rebooting db-04, it had an update pending',
    'Setting up page rules for the shop',
    'Badge system upgrade complete',
    'Two restarts of the sorter did not help.',
    'Anna finishes the recovery by restarting all the pumps to fix it',
    'To be safe, reloading our schedulers as well',
  ])('finds an action in "%s"', (line) => {
    expect(readAction(line, 'report')?.modality).toBe('performed');
  });

  it.each([
    'Nightly backup complete',
    'Draining takes about ten minutes',
    'Discovers that the state was altered in the evening',
    'Kept a snapshot to be able to restore it later',
    'The valve has reset',
    'Traffic spiked, pumps restarted at 14:04',
  ])('finds no action in the line "%s"', (line) => {
    expect(readAction(line, 'report')).toBeNull();
  });
});
