import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/slack/commands/edit-distance.ts';
import { parseCommand } from '../../../src/slack/commands/parse-command.ts';

describe('parseCommand', () => {
  it.each([
    ['watch', { kind: 'watch', mode: 'mixed' }],
    ['watch alerts', { kind: 'watch', mode: 'alerts' }],
    ['  Watch   INCIDENTS please', { kind: 'watch', mode: 'incidents' }],
    ['unwatch', { kind: 'unwatch' }],
    ['unwatch this channel', { kind: 'unwatch' }],
    ['learn', { kind: 'learn' }],
    ['Learn from the past of this channel', { kind: 'learn' }],
    ['drafts', { kind: 'drafts' }],
    ['trends', { kind: 'trends' }],
    ['settings', { kind: 'settings' }],
    ['help!', { kind: 'help' }],
    ['help watch', { kind: 'help' }],
    ['--help', { kind: 'help' }],
    ['?', { kind: 'help' }],
    ['   ', { kind: 'help' }],
    ['', { kind: 'help' }],
  ])('reads %j as a command', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  it.each([
    'redis connection pool exhausted',
    'OOMKilled',
    'latency',
    'threads',
    'drift',
    'heap',
    'batch',
    'leak',
    'lease',
    'learn why redis is down',
    'settings page returns 500',
    'watch out, redis is down',
    'help redis is down',
    'drafts are not saved',
    '<!channel>',
    '502',
  ])('searches for %j', (text) => {
    expect(parseCommand(` ${text} `)).toEqual({ kind: 'find', query: text });
  });

  it.each([
    ['wach', 'watch'],
    ['wacth', 'watch'],
    ['unwach', 'unwatch'],
    ['wach incidents', 'watch incidents'],
    ['wtach alert', 'watch alerts'],
    ['watch foo', 'watch mixed'],
    ['watch incident', 'watch incidents'],
    ['laern', 'learn'],
    ['backfill', 'learn'],
    ['draft', 'drafts'],
    ['trend', 'trends'],
    ['setings', 'settings'],
    ['hlep', 'help'],
    ['gaps', 'trends'],
    ['forget me', 'help'],
  ])('answers %j with the nearest right one, %j', (text, nearest) => {
    expect(parseCommand(text)).toEqual({ kind: 'typo', word: text, nearest });
  });

  it('takes any text at all, and offers only commands that it knows', () => {
    const words = fc.constantFrom(
      'watch',
      'wach',
      'help',
      'gaps',
      'constructor',
      '__proto__',
      'foo',
      '\n',
      '<@U1>',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const command = parseCommand(text);
        if (command.kind === 'typo') expect(parseCommand(command.nearest).kind).not.toMatch(/typo|find/);
        if (command.kind === 'find') expect(command.query).not.toBe('');
      }),
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['', 'abc', 3],
    ['watch', 'watch', 0],
    ['wacth', 'watch', 1],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
