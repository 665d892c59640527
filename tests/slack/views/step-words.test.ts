import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proseWithCommand, stepLine } from '../../../src/slack/views/step-words.ts';
import { hostileText } from './hostile.ts';

describe('a step and its command', () => {
  it.each([
    ['run make fix now', 'make fix', 'run `make fix` now'],
    ['run `make fix`, then wait', 'make fix', 'run `make fix`, then wait'],
    ['make fix', 'make fix', '`make fix`'],
    ['restarted it', 'make fix', 'restarted it `make fix`'],
    ['a false alarm', 'ls', 'a false alarm `ls`'],
    ['false, then ls', 'ls', 'false, then `ls`'],
    ['restarted it', null, 'restarted it'],
  ])('shows %j with %j as %j', (text, command, shown) => {
    expect(proseWithCommand(text, command, 200)).toBe(shown);
    expect(stepLine({ text, command }, 200)).toBe(shown);
  });

  it('gives a command of several lines a block of its own', () => {
    expect(proseWithCommand('patched it', 'a\nb', 200)).toBe('patched it\n```\na\nb\n```');
    expect(stepLine({ text: 'patched it', command: 'a\nb' }, 200)).toBe('patched it `a b`');
  });

  it('keeps its cap and the line a line, whatever comes', () => {
    fc.assert(
      fc.property(hostileText, hostileText, fc.integer({ min: 40, max: 500 }), (text, command, max) => {
        expect(proseWithCommand(text, command, max).length).toBeLessThanOrEqual(max);
        expect(stepLine({ text, command }, max).length).toBeLessThanOrEqual(max);
        expect(stepLine({ text, command }, max)).not.toContain('\n');
      }),
    );
  });
});
