import { describe, expect, it } from 'vitest';
import {
  actions,
  body,
  button,
  charsOf,
  context,
  divider,
  optional,
  plainText,
  section,
} from '../../../src/slack/views/limits.ts';

const press = button({ label: 'Go', actionId: 'use_precedent', value: '1' });

describe('body', () => {
  it('leaves out optional parts, the last first, and nothing else, when the text is too long', () => {
    const words = 'x'.repeat(2_900);
    const message = body('t', [
      section('first'),
      optional(section(`a${words}`)),
      section(`b${words}`),
      optional(section(`c${words}`)),
      optional(section(`d${words}`)),
      section('last'),
      actions(press),
    ]);
    expect(message.blocks.map((block) => charsOf(block.text))).toEqual([5, 2_901, 2_901, 2_901, 4, 0]);
    expect(JSON.stringify(message.blocks)).not.toContain('dx');
    expect(message.blocks.at(-1)?.type).toBe('actions');
  });

  it('keeps fifty blocks, among them every one with buttons', () => {
    const filler = Array.from({ length: 60 }, () => divider());
    const message = body('t', [section('first'), ...filler, actions(press), section('x', press)]);
    expect(message.blocks).toHaveLength(50);
    expect(message.blocks[0]).toEqual(section('first'));
    expect(message.blocks.slice(-2).map(({ type }) => type)).toEqual(['actions', 'section']);
  });

  it('keeps the notification short', () => {
    expect(body('word '.repeat(500), [divider()]).text.length).toBeLessThanOrEqual(300);
  });
});

describe('context', () => {
  it('holds ten texts', () => {
    expect(context(...Array.from({ length: 12 }, () => 'x')).elements).toHaveLength(10);
  });
});

describe('plain text', () => {
  it('is never empty and never over its limit', () => {
    expect(plainText(' \u0000', 10).text).toBe('–');
    expect(plainText('far too long for this', 10).text).toBe('far too l…');
  });
});
