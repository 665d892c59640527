import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTeamRules, teamRedactor } from '../../src/app/team-redactor.ts';
import { PrecedentError } from '../../src/errors.ts';
import { newPrecedent, type Precedent, writeFiles } from '../cli/run-precedent.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-redact-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: unknown): string {
  const path = join(folder, 'redact.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function refusal(content: unknown): string {
  const path = fileWith(content);
  try {
    readTeamRules(path);
  } catch (error) {
    if (!(error instanceof PrecedentError)) throw error;
    expect(error.code).toBe('config');
    return error.message;
  }
  throw new Error('it was accepted');
}

describe('PRECEDENT_REDACT_FILE', () => {
  it('adds patterns and allowed values to the built-in rules', async () => {
    const path = fileWith({
      patterns: [{ name: 'customer', pattern: 'CUST-\\d+', flags: 'i' }],
      allow: ['ops@example.com', '/.+@test\\.example/i'],
    });
    const redactor = teamRedactor({ redactFile: path });
    const { text } = await redactor.redact('cust-12 ops@example.com Ann@Test.example bob@example.com');
    expect(text).toBe('[customer-1] ops@example.com Ann@Test.example [email-1]');
  });

  it('may hold either list alone, or nothing', () => {
    expect(readTeamRules(fileWith({ allow: ['x'] }))).toEqual({ patterns: [], allow: ['x'] });
    expect(readTeamRules(fileWith({}))).toEqual({ patterns: [], allow: [] });
    expect(readTeamRules(null)).toEqual({ patterns: [], allow: [] });
  });

  it.each([
    ['not JSON at all', '{patterns', /is not valid JSON/],
    ['a list', [], /the whole: /],
    ['a word that it does not know', { allowed: [] }, /Unrecognized key: "allowed"/],
    ['a pattern without a name', { patterns: [{ pattern: 'x' }] }, /patterns\[0\]\.name: /],
    ['a name that makes no placeholder', { patterns: [{ name: 'My Id', pattern: 'x' }] }, /small letters/],
    [
      'a name twice',
      {
        patterns: [
          { name: 'id', pattern: 'x' },
          { name: 'id', pattern: 'y' },
        ],
      },
      /patterns\[1\] \("id"\): this name is taken/,
    ],
    ['a broken expression', { patterns: [{ name: 'id', pattern: '(x' }] }, /\("id"\): it is no regular/],
    [
      'a flag of another kind',
      { patterns: [{ name: 'id', pattern: 'x', flags: 'g' }] },
      /only i, m, s and u/,
    ],
    [
      'a pattern that matches nothing at all',
      { patterns: [{ name: 'id', pattern: '\\d*' }] },
      /where there is nothing/,
    ],
    [
      'a pattern that backtracks for ever',
      { patterns: [{ name: 'id', pattern: '(\\d+)+x' }] },
      /takes too long/,
    ],
    [
      'a pattern that is too long',
      { patterns: [{ name: 'id', pattern: 'x'.repeat(1_001) }] },
      /patterns\[0\]\.pattern: /,
    ],
    ['an empty allowed value', { allow: ['a', ' '] }, /allow\[1\]: /],
    ['a broken allowed expression', { allow: ['/(x/'] }, /allow\[0\]: it is no regular/],
    [
      'an allowed expression with a flag of another kind',
      { allow: ['/x/g'] },
      /allow\[0\]: after the second/,
    ],
    [
      'an expression that allows everything',
      { allow: ['a', '/.*/'] },
      /allow\[1\]: it would allow everything/,
    ],
  ])('is refused with its place and the reason when it is %s', (_, content, words) => {
    const message = refusal(content);
    expect(message).toMatch(words);
    expect(message).toMatch(/^PRECEDENT_REDACT_FILE/);
    expect(message).not.toContain('\n');
  });

  it('does not repeat what stands in a file that is no JSON', () => {
    expect(refusal('hunter2 {')).not.toContain('hunter2');
  });

  it('is named when it cannot be read', () => {
    expect(() => readTeamRules(join(folder, 'absent.json'))).toThrow(/absent\.json, which cannot be read/);
  });
});

describe('the commands, with a file of their own', () => {
  let precedent: Precedent;
  beforeAll(async () => {
    precedent = await newPrecedent();
    writeFiles(precedent.folder, {
      'redact.json': { patterns: [{ name: 'customer', pattern: 'cust-\\d+' }], allow: ['ops@example.com'] },
      'broken.json': { patterns: [{ name: 'customer', pattern: '(' }] },
    });
  }, 60_000);
  afterAll(() => precedent.remove());
  const env = (name: string) => ({ PRECEDENT_REDACT_FILE: join(precedent.folder, name) });

  it('redact, search, import and eval use it', async () => {
    const redact = await precedent.run(['redact'], {
      env: env('redact.json'),
      input: 'cust-12 ops@example.com bob@example.com',
    });
    expect(redact.stdout).toBe('[customer-1] ops@example.com [email-1]');
    const search = await precedent.run(['search', 'cust-12 cannot pay', '--json'], {
      env: env('redact.json'),
    });
    expect(JSON.parse(search.stdout)).toMatchObject({ query: '[customer-1] cannot pay' });
    for (const args of [
      ['import', precedent.folder],
      ['eval', precedent.folder],
      ['search', 'x'],
      ['redact'],
    ]) {
      const ran = await precedent.run(args, { env: env('broken.json') });
      expect(ran.code, args[0]).toBe(1);
      expect(ran.stderr).toMatch(/^precedent: PRECEDENT_REDACT_FILE, patterns\[0\]/);
      expect(ran.stdout).toBe('');
    }
  });

  it('doctor counts what is in it, and says what is wrong with it', async () => {
    const detail = async (name: string) => {
      const ran = await precedent.run(['doctor', '--json'], { env: env(name) });
      const { checks } = JSON.parse(ran.stdout) as {
        checks: { name: string; ok: boolean; detail: string }[];
      };
      return checks.find((check) => check.name === 'redaction');
    };
    expect(await detail('redact.json')).toMatchObject({
      ok: true,
      detail: 'the built-in rules, 1 pattern and 1 allowed of your own',
    });
    const broken = await detail('broken.json');
    expect(broken).toMatchObject({ ok: false });
    expect(broken?.detail).toContain('patterns[0] ("customer")');
  });
});
