import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { threadOf } from '../chat-threads.ts';

type Lines = Parameters<typeof threadOf>[0];

function actionsOf(lines: Lines): string[] {
  const { steps } = captureByRules(threadOf(lines)).content;
  return steps.filter((step) => step.outcome !== 'informational').map((step) => step.text);
}

const end = ['ana', 'Resolved.'] as const;

describe('what a report’s timeline tells before anybody saw the trouble', () => {
  const root = ['ana', 'Card payments fail in all shops'] as const;

  it.each([
    'First complaint of a shop in the support queue',
    'Alert fires for the payment gateway',
    'Investigation started',
    'The on-call engineer is paged',
  ])('is no step where "%s" follows', (sight) => {
    expect(
      actionsOf([
        root,
        ['ben', 'New key set deployed to the gateway'],
        ['cho', sight],
        ['ben', 'Old key set deployed again'],
        end,
      ]),
    ).toEqual(['Old key set deployed again']);
  });

  it('is a step where the first message tells that it was seen', () => {
    expect(
      actionsOf([
        ['ana', 'Card payments fail, an alert fired for the gateway'],
        ['ben', 'Old key set deployed to the gateway'],
        ['cho', 'Investigation started on the side of the bank'],
        end,
      ]),
    ).toEqual(['Old key set deployed to the gateway']);
  });

  it('is a step where somebody mends before', () => {
    expect(
      actionsOf([root, ['ben', 'Restarted the gateway'], ['cho', 'A second shop noticed it as well'], end]),
    ).toEqual(['Restarted the gateway']);
  });
});

describe('an act that is told as the origin', () => {
  const root = ['ana', 'labels come out blank in hall 2'] as const;

  it('is no step by what the next sentence says of it, before anything was tried', () => {
    const origin = [
      'ben',
      'We created a second printer pool. This caused the spooler to forget its fonts',
    ] as const;
    expect(actionsOf([root, origin, ['ben', 'restarted the spooler'], ['ana', 'works again']])).toEqual([
      'Restarted the spooler',
    ]);
  });

  it.each([
    'we updated the label server last night',
    'the driver was patched over the weekend',
    'the print server got migrated during the maintenance',
    'I merged the font change around 10',
    'ah, I was upgrading the drivers at 9:40',
    'I recently changed the driver of hall 2',
    'the template was modified 20 minutes ago',
  ])('is no step when it is "%s"', (line) => {
    expect(actionsOf([root, ['ben', line], ['ana', 'lol ok'], ['ben', 'i see']])).toEqual([]);
  });

  it.each([
    'swapped the driver this morning and it works',
    'I deployed 2.3.1 at 14:05, all green now',
    'I upgraded around 20 printers',
    'moved them to the old server last weekend and it works',
  ])('is a step when it is "%s"', (line) => {
    expect(actionsOf([root, ['ben', line], ['ana', 'lol ok'], ['ben', 'i see']])).toHaveLength(1);
  });

  it('is a step of another day after something was done', () => {
    const lines: Lines = [
      root,
      ['ben', 'restarted the spooler'],
      ['ana', 'blank again'],
      ['ben', 'we switched hall 2 to the old server this morning'],
      ['ana', 'works again'],
    ];
    expect(actionsOf(lines)).toHaveLength(2);
  });
});
