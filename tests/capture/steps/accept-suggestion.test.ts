import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { threadOf } from '../chat-threads.ts';

type Lines = Parameters<typeof threadOf>[0];

/** [outcome, text, how many messages tell it] of every step. */
function stepsOf(lines: Lines, resolved = false) {
  return captureByRules(threadOf(lines, resolved)).content.steps.map((step) => [
    step.outcome,
    step.text,
    new Set(step.evidence.map((each) => each.ts)).size,
  ]);
}

const down = ['ana', 'tills in the north print nothing, any idea?'] as const;

describe('what was asked, offered or announced', () => {
  it.each([
    ['a state', 'can you put the spooler image back to 5119?', 'image on 5119'],
    ['a bare past', 'Marco, please stop the sorter right away', 'stopped, the panel says idle'],
    ['one word', 'turn off the tariff flag?', 'flag off'],
    ['"done" for a verb of no list', 'can you exempt /print from the proxy?', 'done, deployed.'],
    ['a figure', 'can we raise the limit to 32?', '32 now'],
  ])('is one step, told by both, when it is answered by %s', (_, asked, answer) => {
    const steps = stepsOf([down, ['ben', asked], ['cho', answer]]);
    expect(steps.map(([, , messages]) => messages)).toEqual([2]);
  });

  it('is not taken up by the receipt of a bot that deploys something else', () => {
    const asked = ['ben', 'should we restart the spooler?'] as const;
    const receipt = ['bot', 'Deployed billing 41 to production'] as const;
    const texts = stepsOf(
      [down, asked, ['cho', 'let me look first'], receipt, ['ana', 'prints again']],
      true,
    );
    expect(texts.map(([, text]) => text)).not.toContain('Restart the spooler');
  });

  it('is heard where it was done again elsewhere, each time by itself', () => {
    const steps = stepsOf([
      down,
      ['ben', 'restarted the spooler in the north'],
      ['ben', 'did the same on the one in the south'],
      ['cho', 'and I did the same on the one in the east'],
      ['ana', 'ok, watching'],
    ]);
    expect(steps.map(([, text]) => text)).toEqual([
      'Restarted the spooler in the north',
      'Did the same on the one in the south',
      'I did the same on the one in the east',
    ]);
  });

  it('is done by who offered it, when another gives the go and they go on', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'Proposal: rolling restart of the spooler, north first.'],
        ['cho', 'Approved. Go ahead.'],
        ['ben', 'so it bought us two minutes'],
      ]),
    ).toEqual([['partial', 'Proposal: rolling restart of the spooler, north first.', 2]]);
  });

  it.each([
    ['a no', 'I can flush the spooler', "rather not, we'd lose the labels"],
    ['no word on it', 'should we flush the spooler?', 'what does the log say'],
    ['a yes to a question of fact', 'did anyone patch the spooler last night?', 'yes'],
    ['a yes that waits', 'should we flush the spooler?', 'ok but not before noon'],
  ])('is no step with %s', (_, asked, answer) => {
    expect(stepsOf([down, ['ben', asked], ['cho', answer], ['ben', 'hm']])).toEqual([]);
  });

  it('is told first by the message in which it was done', () => {
    const [step] = captureByRules(
      threadOf([
        down,
        ['ben', 'should we move the tills to the second spooler?'],
        ['cho', 'moved the tills to the second spooler'],
        ['ben', 'ok'],
      ]),
    ).content.steps;
    expect(step?.evidence.map((each) => each.quote)).toEqual([
      'moved the tills to the second spooler',
      'should we move the tills to the second spooler?',
    ]);
  });
});

describe('one message', () => {
  it('is cut at an emoji between two thoughts', () => {
    expect(stepsOf([down, ['ben', 'they only read it at start :disappointed: redeployed both']])).toEqual([
      ['unknown', 'Redeployed both', 1],
    ]);
  });

  it('tells an act though a part of it waits, or it is to keep somebody from harm', () => {
    expect(
      stepsOf([
        down,
        ['ben', "I'll put v36 back, argue later"],
        ['ben', 'and I have shut port 9, so nobody can plug in "by mistake"'],
        ['ana', 'ok'],
      ]).map(([, text]) => text),
    ).toEqual(['Put v36 back, argue later', 'I have shut port 9, so nobody can plug in "by mistake"']);
  });
});

describe('an act that waits', () => {
  it.each(["I'll put v36 back, but later", "I'll put v36 back tomorrow"])('is no step: "%s"', (line) => {
    expect(stepsOf([down, ['ben', line], ['ben', 'hm']])).toEqual([]);
  });
});

describe("a bot's receipt", () => {
  const receipt = ['bot', 'Ran Apply for dir: `spooler`\n```Apply complete! 1 changed.```'] as const;

  it('is a step where nobody told it, and else the proof of the one that was told', () => {
    expect(stepsOf([down, receipt])).toEqual([['unknown', 'Ran Apply for dir: `spooler`', 1]]);
    expect(stepsOf([down, ['ben', 'raising the limit of the spooler'], receipt])).toEqual([
      ['unknown', 'Raising the limit of the spooler', 2],
    ]);
  });
});
