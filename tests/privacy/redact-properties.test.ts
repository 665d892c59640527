import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaceholderScope, createRedactor } from '../../src/privacy/redact.ts';
import { cpuMs } from '../setup/cpu-ms.ts';
import { inContext, prefixedTokens } from './planted.ts';

const redactor = createRedactor();

const planted: ReadonlyArray<readonly [text: string, secret: string]> = [
  ...prefixedTokens.map(([, secret]) => [secret, secret] as const),
  ...inContext.map(([, text, secret]) => [text, secret] as const),
  ['bob@example.com', 'bob@example.com'],
  ['10.1.2.3', '10.1.2.3'],
];
const words = fc.constantFrom(
  'rolled',
  'back',
  'the',
  'deploy',
  'of',
  'checkout,',
  'pods',
  'crash',
  '(again)',
  'OOM:',
  '`kubectl',
  'get`',
  '->',
  '3',
  '12:01',
  '\n',
  '•',
);
const prose = fc.array(words, { maxLength: 12 }).map((list) => list.join(' '));
const pieces = fc.constantFrom(
  'password=',
  'token: ',
  '"',
  "'",
  '10.0.0.1',
  '.2',
  '[secret-1]',
  '[ip-2]',
  'a@b.co',
  '<',
  '>',
  '|',
  '&amp;',
  '\\',
  '\n',
  ' ',
  'https://u:',
  'pw@host',
  '555-123-4567',
  'eyJhbGciOiJI.',
  'xyz123ABC',
  'Bearer ',
  '-p',
  'mysql ',
  '::',
  'fe80',
  '💥',
  '--secret ',
);
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 6, unit: 'grapheme' })), { maxLength: 20 })
  .map((list) => list.join(''));

describe('redaction', () => {
  it('lets no planted secret through, whatever ordinary text is around it', async () => {
    await fc.assert(
      fc.asyncProperty(prose, fc.constantFrom(...planted), prose, async (before, [text, secret], after) => {
        const redacted = await redactor.redact(`${before} ${text} ${after}`);
        expect(redacted.text).not.toContain(secret);
      }),
      { numRuns: 600 },
    );
  });

  it('changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const once = await redactor.redact(text);
        const twice = await redactor.redact(once.text);
        expect(twice).toEqual({ text: once.text, found: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('reports offsets into the input: replacing what was found there gives the output', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { text: redacted, found } = await redactor.redact(text);
        let at = 0;
        let end = 0;
        for (const finding of found) {
          const kept = text.slice(end, finding.start);
          expect(redacted.slice(at, at + kept.length)).toBe(kept);
          const placeholder = /^\[[a-z]+-\d+\]/.exec(redacted.slice(at + kept.length))?.[0];
          expect(placeholder).toBeDefined();
          at += kept.length + (placeholder?.length ?? 0);
          end = finding.end;
        }
        expect(redacted.slice(at)).toBe(text.slice(end));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'a@',
    'a.',
    '1-',
    '12 ',
    'ab:',
    'password="',
    'postgres://',
    'https://a:',
    '1.2.3.',
    'eyJaaaaaaaaa.',
    'xoxb-',
    'mysql ',
    'curl ',
    'bearer ',
    '+1 2',
    ' ',
    '\\',
    "'",
    '4111 ',
    'A1B2 ',
    'DE89 37',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
    'SG.a_',
    'call me ',
    '10-1-2-3-',
    'a:1:b:c:',
    ' password for a',
    'token a b c d ',
    'password changed from ',
    '-u a -p ',
    'ssh-keygen ',
    'secret: "key":"',
  ])('reads 100 kB of %j in under a second', async (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(await cpuMs(() => redactor.redact(text))).toBeLessThan(1000);
  });
});

describe('a placeholder scope', () => {
  it('gives the same value the same placeholder across messages, and another value another', async () => {
    const scope = createPlaceholderScope();
    expect((await redactor.redact('10.1.1.1 talks to 10.1.1.2', scope)).text).toBe('[ip-1] talks to [ip-2]');
    expect((await redactor.redact('restarted 10.1.1.2, ann@example.com watches', scope)).text).toBe(
      'restarted [ip-2], [email-1] watches',
    );
  });

  it('goes on where it was after a restart with the same key', async () => {
    const scope = createPlaceholderScope({}, 'a kept key');
    await redactor.redact('10.1.1.1 and 10.1.1.2', scope);
    const restored = createPlaceholderScope(JSON.parse(JSON.stringify(scope)), 'a kept key');
    expect((await redactor.redact('10.1.1.3 not 10.1.1.2', restored)).text).toBe('[ip-3] not [ip-2]');
  });

  it('keeps no value, only hashes that another key does not give', async () => {
    const scope = createPlaceholderScope({}, 'one key');
    const other = createPlaceholderScope({}, 'another key');
    await redactor.redact('10.1.1.1 bob@example.com', scope);
    await redactor.redact('10.1.1.1 bob@example.com', other);
    expect(JSON.stringify(scope)).not.toMatch(/10\.1\.1\.1|bob/);
    expect(Object.keys(scope.toJSON())).not.toEqual(Object.keys(other.toJSON()));
  });
});

it('finds more in one line than a call takes arguments', async () => {
  const { found } = await createRedactor().redact('a@b.io '.repeat(200_000));
  expect(found).toHaveLength(200_000);
}, 60_000);
