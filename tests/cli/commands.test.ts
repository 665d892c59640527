import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPrecedent, type Precedent, type Ran, writeFiles } from './run-precedent.ts';
import { smallExport } from './small-export.ts';

let precedent: Precedent;
let solutionId: string;
beforeAll(async () => {
  precedent = await newPrecedent();
  const folder = join(precedent.folder, 'export');
  writeFiles(folder, smallExport());
  await precedent.run(['import', folder, '--approve']);
}, 60_000);
afterAll(() => precedent.remove());

const run = (...args: string[]) => precedent.run(args);

/** A refusal: one clear line, no stack, nothing on standard output. */
function lineOf(ran: Ran): string {
  expect(ran.code).toBe(1);
  expect(ran.stdout).toBe('');
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  return ran.stderr;
}

describe('precedent search', () => {
  it('answers in the shape that programs rely on', async () => {
    const ran = await run('search', 'checkout returns HTTP 503', '--json');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const found = JSON.parse(ran.stdout);
    expect(Object.keys(found)).toEqual(['query', 'silent', 'precedents']);
    expect(found).toMatchObject({ query: 'checkout returns HTTP 503', silent: false });
    const [first] = found.precedents;
    expect(Object.keys(first)).toEqual([
      'solution_id',
      'title',
      'kind',
      'confidence',
      'effectiveness',
      'why',
      'source',
    ]);
    expect(Object.keys(first.effectiveness)).toEqual(['score', 'worked', 'partial', 'failed']);
    expect(first.effectiveness).toMatchObject({ worked: 1, partial: 0, failed: 0 });
    expect(first.source).toEqual({
      channel: 'C0OPS',
      thread_ts: '1700086400.000101',
      permalink: 'https://slack.com/archives/C0OPS/p1700086400000101',
    });
    expect(first.confidence).toBeGreaterThanOrEqual(0.5);
    expect(first.confidence).toBeLessThanOrEqual(1);
    solutionId = first.solution_id;
  });

  it('is silent of what it does not know, and shows with --all what is below', async () => {
    const text = 'the office printer is out of paper';
    const silent = JSON.parse((await run('search', text, '--json')).stdout);
    expect(silent).toEqual({ query: text, silent: true, precedents: [] });
    const all = JSON.parse((await run('search', text, '--all', '--json')).stdout);
    expect(all).toMatchObject({ silent: true });
    expect(all.precedents.length).toBeGreaterThan(0);
    expect((await run('search', text)).stdout).toContain('Nothing in the library');
  });

  it('says it in words, takes several words, and follows the threshold', async () => {
    const ran = await run('search', 'checkout', 'returns', '503');
    expect(ran.stdout).toMatch(/^sol_\w{10} {2}\d+ % {2}checkout returns HTTP 503/);
    const env = { PRECEDENT_THRESHOLD: '0.99' };
    const strict = await precedent.run(['search', 'checkout 503', '--json'], { env });
    expect(JSON.parse(strict.stdout).silent).toBe(true);
  });

  it('does not repeat a secret that was pasted into it', async () => {
    const ran = await run('search', 'login fails with ghp_16C7e42F292c6912E7710c838347Ae178B4a', '--json');
    expect(ran.code).toBe(0);
    expect(ran.stdout).not.toContain('ghp_16C7');
  });

  it('wants words', async () => {
    expect(lineOf(await run('search'))).toContain('Say what to search for');
    expect(lineOf(await run('search', '  '))).toContain('Say what to search for');
  });
});

describe('precedent search --jsonl', () => {
  it('answers a line for each line, in order, as --json does', async () => {
    const texts = ['checkout returns HTTP 503', 'the office plants look thirsty'];
    const input = texts.map((text) => JSON.stringify({ text, all: true })).join('\n\n');
    const ran = await precedent.run(['search', '--jsonl'], { input });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const answers = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { query: string; silent: boolean });
    expect(answers.map(({ query }) => query)).toEqual(texts);
    expect(answers.map(({ silent }) => silent)).toEqual([false, true]);
    const alone = await run('search', texts[0] ?? '', '--all', '--json');
    expect(answers[0]).toEqual(JSON.parse(alone.stdout));
  });

  it('says which line is none, and quotes nothing of it', async () => {
    const ran = await precedent.run(['search', '--jsonl'], {
      input: '{"text":"disk full"}\n{"txt":"hunter2"}',
    });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe(
      'precedent: Line 2 is no JSON object with a "text". Write {"text":"…"} on each line.\n',
    );
  });
});

describe('precedent show', () => {
  it('gives the whole solution in the shape that programs rely on', async () => {
    const ran = await run('show', solutionId, '--json');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const shown = JSON.parse(ran.stdout);
    expect(shown).toMatchObject({
      id: solutionId,
      title: 'checkout returns HTTP 503 for every cart',
      status: 'active',
      version: 1,
      signatures: ['HTTP 503'],
      time_to_resolution_minutes: 3,
      source: { channel: 'C0OPS', thread_ts: '1700086400.000101' },
    });
    expect(Object.keys(shown)).toEqual(
      expect.arrayContaining(['symptoms', 'context', 'root_cause', 'fix', 'steps', 'source', 'version']),
    );
    expect(Object.keys(shown.context).toSorted()).toEqual(['environment', 'service', 'severity']);
    expect(Object.keys(shown.fix).toSorted()).toEqual(['immediate', 'permanent']);
    expect(shown.steps.length).toBeGreaterThan(0);
    for (const step of shown.steps) {
      expect(Object.keys(step).toSorted()).toEqual(['at', 'by', 'command', 'evidence', 'outcome', 'text']);
      expect(step.evidence.length).toBeGreaterThan(0);
    }
    expect((await run('show', solutionId)).stdout).toContain('Fix: ');
  });

  it('says when there is none, and when it was not told which', async () => {
    expect(lineOf(await run('show', 'sol_none'))).toContain('There is no solution sol_none');
    expect(lineOf(await run('show'))).toContain('precedent show <id>');
  });
});

describe('precedent digest', () => {
  it('shows a channel’s week, by its date or its number, without posting it', async () => {
    for (const week of ['2023-11-15', '2023-W46']) {
      const ran = await run('digest', '--channel', '#ops', '--week', week, '--json');
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(ran.stdout)).toMatchObject({ week: '2023-W46', opened: 2, resolved: 2 });
    }
    expect((await run('digest', '--channel', 'ops', '--week', '2023-W46')).stdout).toContain('2 incidents');
  });

  it('says which channel or week it cannot tell of', async () => {
    expect(lineOf(await run('digest'))).toContain('--channel NAME');
    expect(lineOf(await run('digest', '--channel', 'mobile'))).toContain('no channel named mobile');
    expect(lineOf(await run('digest', '--channel', 'ops', '--week', 'soon'))).toContain('is no date');
    expect(lineOf(await run('digest', '--channel', 'ops', '--week', '2023-W60'))).toContain('is no ISO week');
  });
});

describe('precedent redact', () => {
  it('passes text through without its secrets, byte for byte otherwise', async () => {
    const input = `${'é€🔥'.repeat(40_000)}\npassword=Tr0ub4dor&3xyz\n`;
    const ran = await precedent.run(['redact'], { input: `x${input}` });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).not.toContain('Tr0ub4dor');
    expect(ran.stdout.startsWith(`x${'é€🔥'.repeat(40_000)}\npassword=`)).toBe(true);
  });

  it('reads and writes a JSON object on each line', async () => {
    const input = '{"text":"mail bob@example.com"}\n\n{"text":"nothing"}\n';
    const ran = await precedent.run(['redact', '--jsonl'], { input });
    const lines = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => Object.keys(line))).toEqual([
      ['text', 'found'],
      ['text', 'found'],
    ]);
    expect(lines[0].text).toBe('mail [email-1]');
    expect(lines[1]).toEqual({ text: 'nothing', found: [] });
  });

  it('counts places in UTF-16 code units of the text that came in, also behind what it replaced', async () => {
    const text = '🔥 10.0.0.7 é bob@example.com\n10.0.0.7';
    const ran = await precedent.run(['redact', '--jsonl'], { input: JSON.stringify({ text }) });
    const { found } = JSON.parse(ran.stdout) as { found: { kind: string; start: number; end: number }[] };
    expect(found.map(({ kind, start, end }) => [kind, start, text.slice(start, end)])).toEqual([
      ['ipv4', 3, '10.0.0.7'],
      ['email', 14, 'bob@example.com'],
      ['ipv4', 30, '10.0.0.7'],
    ]);
  });

  it('takes for a line what stands between line feeds, whatever else is in it', async () => {
    const input = '\ufeff{"text":"a\u2028b bob@example.com"}\r\n\r\n{"text":"é"}';
    const ran = await precedent.run(['redact', '--jsonl'], { input });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(
      ran.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).text),
    ).toEqual(['a\u2028b [email-1]', 'é']);
  });

  it('ends without a word when nobody reads on', async () => {
    const child = spawn(process.execPath, ['src/main.ts', 'redact', '--jsonl']);
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.stdin.on('error', () => {});
    child.stdin.end('{"text":"nothing"}\n'.repeat(20_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect([await once(child, 'close'), stderr]).toEqual([[0, null], '']);
  });

  it('names the line that it cannot read, and does not repeat it', async () => {
    const ran = await precedent.run(['redact', '--jsonl'], { input: '{"text":"a"}\nhunter2\n' });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe(
      'precedent: Line 2 is no JSON object with a "text". Write {"text":"…"} on each line.\n',
    );
  });
});

describe('precedent', () => {
  it.each([[], ['help'], ['--help'], ['-h'], ['search', '--help']])(
    'lists its commands for %j',
    async (...args) => {
      const ran = await run(...args);
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      for (const command of [
        'start',
        'playground',
        'doctor',
        'import',
        'search',
        'show',
        'digest',
        'redact',
      ]) {
        expect(ran.stdout).toContain(`precedent ${command}`);
      }
    },
  );

  it.each([
    [['dance'], 'There is no command "dance"'],
    [['search', 'x', '--loud'], "Unknown option '--loud'"],
    [['search', 'x', '--json=yes'], "'--json'"],
    [['digest', '--channel'], '--channel'],
    [['playground', '--port', 'x'], '--port x is no port'],
  ])('says what is wrong with %j', async (args, words) => {
    expect(lineOf(await run(...args))).toContain(words);
  });

  it('names a setting that is wrong, and not its value', async () => {
    const line = lineOf(await precedent.run(['search', 'x'], { env: { PORT: 'hunter2' } }));
    expect(line).toContain('PORT');
    expect(line).not.toContain('hunter2');
  });

  it('reads .env of the folder it runs in; what the environment says goes before', async () => {
    writeFiles(precedent.folder, { '.env': 'PORT=hunter2\n' });
    try {
      expect(lineOf(await run('search', 'x'))).toContain('PORT');
      const { code } = await precedent.run(['search', 'x'], { env: { PORT: '3000' } });
      expect(code).toBe(0);
    } finally {
      rmSync(join(precedent.folder, '.env'));
    }
  });

  it('says when .env is no file that can be read', async () => {
    mkdirSync(join(precedent.folder, '.env'));
    try {
      expect(lineOf(await run('search', 'x'))).toContain('.env in this folder cannot be read');
    } finally {
      rmSync(join(precedent.folder, '.env'), { recursive: true });
    }
  });

  it('says what start needs', async () => {
    expect(lineOf(await run('start'))).toContain('npm run playground');
  });

  it('says when no database answers, without the password', async () => {
    const env = { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:9/p' };
    for (const command of [['search', 'x'], ['migrate'], ['show', 'sol_1']]) {
      const line = lineOf(await precedent.run(command, { env }));
      expect(line).toContain('No database answers at 127.0.0.1:9/p');
      expect(line).not.toContain('hunter2');
    }
  });
});
