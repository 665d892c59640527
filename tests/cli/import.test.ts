import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/cli/import-export.ts';
import { rowsOf } from '../../src/store/connection/db.ts';
import { openStore } from '../../src/store/connection/open.ts';
import { countSolutions } from '../../src/store/solutions/solutions.ts';
import { messageOf } from '../capture/model/claude-server.ts';
import { answerWith, startClaude } from '../llm/claude-address.ts';
import { killed, newPrecedent, type Precedent, type Ran, writeFiles } from './run-precedent.ts';
import { channelsJson, type ExportMessage, smallExport, thread, threads, ts } from './small-export.ts';

const real = fileURLToPath(new URL('../../../shared/data/incidents/slack-export', import.meta.url));
const withoutReal = existsSync(real) ? false : 'the shared Slack export is not here';

let precedent: Precedent;
beforeEach(async () => {
  precedent = await newPrecedent();
});
afterEach(() => precedent.remove());

function reportOf(ran: Ran): ImportReport {
  expect(ran.stderr).not.toMatch(/^\s+at /m);
  expect(ran.code).toBe(0);
  return JSON.parse(ran.stdout) as ImportReport;
}

const importJson = async (path: string, ...more: string[]) =>
  reportOf(await precedent.run(['import', path, '--approve', '--json', ...more]));

/** A refusal: one clear line, no stack, nothing on standard output. */
function lineOf(ran: Ran): string {
  expect(ran.code).toBe(1);
  expect(ran.stdout).toBe('');
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.stderr).toMatch(/^precedent: /);
  return ran.stderr;
}

function folderWith(files: Record<string, unknown>): string {
  const folder = join(precedent.folder, 'export');
  writeFiles(folder, files);
  return folder;
}

async function zipWith(files: Record<string, unknown>): Promise<string> {
  const path = join(precedent.folder, 'export.zip');
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    strToU8(typeof content === 'string' ? content : JSON.stringify(content)),
  ]);
  await writeFile(path, zipSync(Object.fromEntries(entries)));
  return path;
}

async function titles(text: string): Promise<string[]> {
  const ran = await precedent.run(['search', text, '--all', '--json']);
  const { precedents } = JSON.parse(ran.stdout) as { precedents: { title: string }[] };
  return precedents.map((each) => each.title);
}

describe('precedent import, of a real export', () => {
  it.skipIf(withoutReal)(
    'learns at least 20 of 22 incidents, and the second time nothing',
    async () => {
      const report = await importJson(real);
      expect(Object.keys(report)).toEqual([
        'threads',
        'incidents',
        'resolved',
        'drafts',
        'approved',
        'skipped',
        'redactions',
        'seconds',
      ]);
      expect(report).toMatchObject({ threads: 22, incidents: 22 });
      expect(report.approved).toBeGreaterThanOrEqual(20);
      expect(report.approved).toBeLessThanOrEqual(report.drafts);
      for (const each of report.skipped) expect(Object.keys(each)).toEqual(['reason', 'count']);
      const skipped = report.skipped.reduce((sum, each) => sum + each.count, 0);
      expect(report.approved + skipped).toBe(22);
      expect(await importJson(real)).toMatchObject({
        threads: 22,
        incidents: 0,
        resolved: 0,
        drafts: 0,
        approved: 0,
        skipped: [{ reason: 'imported before', count: 22 }],
      });
      const first = async (text: string) => {
        const ran = await precedent.run(['search', text, '--json']);
        return (JSON.parse(ran.stdout) as { precedents: { source: { thread_ts: string } }[] }).precedents[0]
          ?.source.thread_ts;
      };
      expect(await first('all users unable to create new ingress rules')).toBe('1599482340.000108');
      expect(await first('Prometheus down healthcheck')).toBe('1630793100.000115');
      expect(await first('ingress controller certificate')).toBeDefined();
    },
    120_000,
  );

  it.skipIf(withoutReal)(
    'reads it as a zip, too, with --channel, and finds what the folder brought before',
    async () => {
      const files: Record<string, unknown> = {};
      for (const name of readdirSync(real, { recursive: true, encoding: 'utf8' })) {
        if (name.endsWith('.json')) files[name] = readFileSync(join(real, name), 'utf8');
      }
      const report = await importJson(await zipWith(files), '--channel', '#incidents');
      expect(report.incidents).toBe(22);
      expect((await importJson(real)).incidents).toBe(0);
    },
    120_000,
  );
});

/** What people wrote under an alert of this title. */
function alertThread(number: number, title: string, more: ExportMessage = {}): ExportMessage[] {
  const [root, ...replies] = thread(number, '', 'billing');
  const { user: _user, reactions: _reactions, ...rest } = root ?? {};
  const attachments = [{ color: 'good', fallback: title, title }];
  return [{ ...rest, subtype: 'bot_message', username: 'Alertmanager', attachments, ...more }, ...replies];
}

describe('precedent import', () => {
  it('learns what is finished, and says so in words', async () => {
    const ran = await precedent.run(['import', folderWith(smallExport()), '--approve']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('2 threads, 2 new incidents, 2 of them resolved');
    expect(ran.stdout).toContain('2 fixes captured, 2 of them saved');
    expect(await titles('checkout 503 cart')).toContain('checkout returns HTTP 503 for every cart');
  });

  it('speaks of one thread as of one', async () => {
    const { 'ops/2023-11-16.json': _, ...one } = smallExport();
    const ran = await precedent.run(['import', folderWith(one)]);
    expect(ran.stdout).toMatch(
      /^1 thread, 1 new incident, 1 of them resolved, in [\d.]+ s\.\n1 draft to look/,
    );
    expect(ran.stdout).toContain('stored: 0 secrets and personal details.');
  });

  it('leaves drafts to a person unless --approve says otherwise', async () => {
    const ran = await precedent.run(['import', folderWith(smallExport()), '--json']);
    expect(reportOf(ran)).toMatchObject({ drafts: 2, approved: 0 });
    const found = await precedent.run(['search', 'checkout 503 cart', '--all', '--json']);
    const { precedents } = JSON.parse(found.stdout) as { precedents: { kind: string }[] };
    // Known as incidents, and none of them as a fix.
    expect(precedents.map(({ kind }) => kind)).toEqual(['past_incident', 'past_incident']);
  });

  it('replaces secrets before they are stored, and counts them', async () => {
    const messages = thread(1, 'checkout cannot log in to the database, password=Tr0ub4dor&3xyz', 'checkout');
    const report = await importJson(folderWith({ ...smallExport(), 'ops/2023-11-15.json': messages }));
    expect(report.redactions).toBeGreaterThanOrEqual(1);
    expect((await titles('checkout cannot log in to the database')).join()).not.toContain('Tr0ub4dor');
  });

  it('imports the rest of an export without channels.json, and treats its channels as private', async () => {
    const { 'channels.json': _, ...rest } = smallExport();
    const ran = await precedent.run(['import', folderWith(rest), '--approve', '--json']);
    expect(reportOf(ran).approved).toBe(2);
    expect(ran.stderr).toContain('channels.json is missing');
  });

  it('says which day it could not read, and imports the others', async () => {
    const bad = {
      ...smallExport(),
      'ops/2023-11-14.json': '[{"type":"mess',
      'ops/2023-11-13.json': '{"a":1}',
    };
    const ran = await precedent.run(['import', folderWith(bad), '--approve', '--json']);
    expect(reportOf(ran).approved).toBe(2);
    expect(ran.stderr).toContain('ops/2023-11-14.json is not valid JSON and was left out.');
    expect(ran.stderr).toContain('ops/2023-11-13.json holds no list and was left out.');
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('says of how many messages it could not tell the time, be it one that no calendar has', async () => {
    const timeless = (at: string) => [
      { type: 'message', user: 'U1', ts: at, thread_ts: at, text: 'the mail server is down' },
      { type: 'message', user: 'U2', ts: `${at}1`, thread_ts: at, text: 'restarted it, that fixed it' },
    ];
    const bad = {
      ...smallExport(),
      'ops/2023-11-14.json': [...timeless('99999999999999999999.000100'), ...timeless('1770000000000.0001')],
      'ops/2023-11-17.json': [{ type: 'message', ts: 'never', text: 'x' }],
    };
    const ran = await precedent.run(['import', folderWith(bad), '--approve', '--json']);
    expect(reportOf(ran)).toMatchObject({ threads: 2, approved: 2 });
    expect(ran.stderr.trimEnd().split('\n')).toEqual([
      "ops/2023-11-14.json: 4 without a timestamp of Slack's were left out.",
      "ops/2023-11-17.json: 1 without a timestamp of Slack's was left out.",
    ]);
  });

  it('imports the rest when channels.json is broken', async () => {
    const ran = await precedent.run([
      ...['import', folderWith({ ...smallExport(), 'channels.json': '[' }), '--approve', '--json'],
    ]);
    expect(reportOf(ran).approved).toBe(2);
    expect(ran.stderr).toContain('channels.json is not valid JSON');
  });

  it('passes over junk among the messages', async () => {
    const junk = [
      null,
      7,
      'text',
      [],
      {},
      { type: 'message' },
      { type: 'message', ts: 7 },
      { type: 'message', ts: 'yesterday', text: 'x' },
      { type: 'message', ts: '1e400', text: 'x' },
      { type: 'message', ts: 'never', user: 'U2', text: 'the mail server is down' },
      { type: 'message', ts: 'never.1', user: 'U1', text: 'restarted it, that fixed it', thread_ts: 'never' },
      { type: 'message', ts: '-1.5', text: 'x' },
      { type: 'message', ts: '1700090001.000100', text: null, user: 9, blocks: 'no', attachments: [null, 3] },
      {
        type: 'message',
        ts: '1700090002.000100',
        text: { a: 1 },
        reactions: [null, { name: 3 }],
        files: 'x',
      },
      { type: 'message', ts: '1700090003.000100', text: 'reply of nobody', thread_ts: 'nowhere' },
      { type: 'message', subtype: 'channel_join', ts: '1700090004.000100', text: '<@U1> joined' },
      ...thread(3, 'queue worker \u0000 stuck \ud83d and orders are late', 'worker').map(
        (messages, index) => ({
          ...messages,
          reactions: index === 0 ? [null, { name: 'white_check_mark' }] : 'no',
        }),
      ),
      ...(threads[0] ?? []),
    ];
    const ran = await precedent.run([
      ...['import', folderWith({ ...smallExport(), 'ops/2023-11-17.json': junk }), '--approve', '--json'],
    ]);
    expect(reportOf(ran)).toMatchObject({ incidents: 3, approved: 3 });
    expect(ran.stderr).toBe("ops/2023-11-17.json: 9 without a timestamp of Slack's were left out.\n");
    expect((await titles('queue worker stuck')).join()).toMatch(/queue worker/);
  });

  it.each([
    ['when it was edited', { edited: { user: 'B0ALERT', ts: ts(4, 9_000) } }, 9_000],
    ['with its last reply, where nobody knows when it was edited', {}, 180],
  ])('takes an alert that was edited to "resolved" for an incident that ended %s', async (_, edited, end) => {
    const messages = alertThread(4, '[RESOLVED] BillingQueueStuck (prod billing critical)', edited);
    const folder = folderWith({ ...smallExport(), 'ops/2023-11-18.json': messages });
    expect(await importJson(folder)).toMatchObject({ incidents: 3, resolved: 3, approved: 3 });
    expect((await titles('BillingQueueStuck prod billing')).join()).toMatch(/^BillingQueueStuck/);
    const store = await openStore({ folder: join(precedent.folder, 'data') });
    const rows = rowsOf<{ at: Date | string }>(
      await store.db.execute(sql`select resolved_at as at from incidents where thread_ts = ${ts(4, 0)}`),
    );
    await store.close();
    expect(rows.map((row) => new Date(row.at).getTime() / 1000 - Number(ts(4, 0)))).toEqual([
      expect.closeTo(end, 0),
    ]);
  });

  it('takes a "resolved" of its own for no second incident while the first is open', async () => {
    const firing = alertThread(4, '[FIRING:1] BillingQueueStuck (prod billing critical)').slice(0, 2);
    const over = alertThread(5, '[RESOLVED] BillingQueueStuck (prod billing critical)').slice(0, 2);
    const folder = folderWith({ ...smallExport(), 'ops/2023-11-18.json': [...firing, ...over] });
    const report = await importJson(folder);
    expect(report).toMatchObject({ threads: 4, incidents: 3, resolved: 2 });
    expect(report.skipped.map((each) => each.reason)).toContain('the end of an alert in another thread');
  });

  it('reads a zip with a folder on top, and passes over what macOS puts beside', async () => {
    const files = Object.fromEntries(
      Object.entries(smallExport()).flatMap(([name, content]) => [
        [`Acme Slack export/${name}`, content],
        [`__MACOSX/Acme Slack export/${name.replace(/([^/]+)$/, '._$1')}`, '\u0000\u0005'],
      ]),
    );
    const ran = await precedent.run(['import', await zipWith(files), '--approve', '--json']);
    expect(reportOf(ran)).toMatchObject({ threads: 2, approved: 2 });
    expect(ran.stderr).toBe('');
  });

  it('refuses a broken zip with one clear line', async () => {
    const path = await zipWith(smallExport());
    await writeFile(path, readFileSync(path).subarray(0, 200));
    expect(lineOf(await precedent.run(['import', path, '--json']))).toContain(
      'is not a zip that can be read',
    );
    await writeFile(path, 'not a zip');
    expect(lineOf(await precedent.run(['import', path]))).toContain('export.zip is not a zip');
  });

  it('refuses an empty folder, a path that is not there, and no path', async () => {
    writeFiles(join(precedent.folder, 'empty'), { 'readme.txt': 'x' });
    expect(lineOf(await precedent.run(['import', join(precedent.folder, 'empty')]))).toContain('no channel');
    expect(lineOf(await precedent.run(['import', join(precedent.folder, 'none')]))).toContain(
      'There is no file',
    );
    expect(lineOf(await precedent.run(['import']))).toContain('Something is missing');
  });

  it('imports the channel that is named, and says which there are when it is none', async () => {
    const two = {
      ...smallExport(),
      'channels.json': [...channelsJson, { id: 'C0WEB', name: 'web' }],
      'web/2023-11-17.json': thread(3, 'the landing page is blank', 'web'),
    };
    const folder = folderWith(two);
    expect((await importJson(folder, '--channel', 'web')).threads).toBe(1);
    const line = lineOf(await precedent.run(['import', folder, '--channel', 'mobile']));
    expect(line).toContain('no channel named mobile. It has: ops, web.');
  });

  it('leaves direct messages out', async () => {
    const folder = folderWith({
      ...smallExport(),
      'dms.json': [{ id: 'D0ANA', members: ['U1', 'U2'] }],
      'mpims.json': [{ id: 'G0ALL', name: 'mpdm-ana--joon-1', members: ['U1', 'U2'] }],
      'D0ANA/2023-11-17.json': thread(3, 'the salary service is down', 'salary'),
      'mpdm-ana--joon-1/2023-11-17.json': thread(4, 'the pension service is down', 'pension'),
    });
    expect((await importJson(folder)).threads).toBe(2);
  });

  it('has everything once after it was killed in the middle and run again', {
    timeout: 180_000,
  }, async () => {
    const title = (number: number) => `the ${named(number)}broker drops ${named(number)}quotes`;
    const many = Array.from({ length: 120 }, (_, number) =>
      thread(number, title(number), `${named(number)}svc`),
    ).flat();
    const folder = folderWith({ 'channels.json': channelsJson, 'ops/2023-11-14.json': many });
    // A model that is asked of each thread in turn shows how far the import is, and holds it up there.
    const claude = await startClaude((response) => {
      if (claude.asked.length <= 40) answerWith(response, messageOf(null));
    });
    const child = precedent.start(['import', folder, '--approve'], {
      ANTHROPIC_API_KEY: 'planted-key',
      ANTHROPIC_BASE_URL: claude.url,
      PRECEDENT_MODEL_DAILY_TOKENS: '100000000',
    });
    await expect.poll(() => claude.asked.length, { timeout: 120_000 }).toBeGreaterThan(40);
    await killed(child);
    await claude.close();
    const second = await importJson(folder);
    const before = second.skipped.find((each) => each.reason === 'imported before')?.count ?? 0;
    expect(second.incidents + before).toBe(120);
    expect(second.approved).toBe(second.incidents);
    expect(before).toBe(40);
    expect(await importJson(folder)).toMatchObject({ incidents: 0, approved: 0 });
    const found = await titles(title(7));
    expect(found.filter((each) => each.includes(named(7)))).toHaveLength(1);
    const store = await openStore({ folder: join(precedent.folder, 'data') });
    const counts = await countSolutions({ db: store.db, workspaceId: 'local' }, 'operator');
    await store.close();
    expect(counts).toEqual({ draft: 0, active: 120, retired: 0, past: 0 });
  });
});

/** A word of its own for each number: threads that sound alike would be counted to one fix. */
function named(number: number): string {
  const syllables = ['ba', 'ke', 'li', 'mo', 'ru', 'sa', 'te', 'vi', 'zo', 'nu'];
  return [...String(number).padStart(3, '0')].map((digit) => syllables[Number(digit)]).join('');
}

describe('precedent import --since', () => {
  it('leaves out the threads that began before the day, in a folder and in a zip', async () => {
    const folder = folderWith(smallExport());
    expect((await importJson(folder, '--since', '2023-11-17')).threads).toBe(0);
    expect((await importJson(folder, '--since', '2023-11-16')).threads).toBe(1);
    const zip = await zipWith(smallExport());
    expect(await importJson(zip, '--since', '2023-11-15')).toMatchObject({ threads: 2, incidents: 1 });
  }, 60_000);

  it.each(['yesterday', '2023-02-31', '17.11.2023', ''])(
    'says of "%s" how a date is written',
    async (day) => {
      const line = lineOf(await precedent.run(['import', 'nowhere', '--since', day]));
      expect(line).toContain('is no date. Write it like 2026-03-01.');
    },
  );
});

const support = fileURLToPath(new URL('../../../shared/data/support-chat/slack-export', import.meta.url));
const withoutSupport = existsSync(support) ? false : 'the shared support chat is not here';

describe('precedent import, of a long support chat', () => {
  it.skipIf(withoutSupport)(
    'imports it whole, and approves nothing of a thread without a resolution',
    async () => {
      const env = { PRECEDENT_EMBEDDER: 'lexical' };
      const report = reportOf(await precedent.run(['import', support, '--approve', '--json'], { env }));
      expect(report).toMatchObject({ threads: 990, incidents: 990 });
      expect(report.approved).toBeLessThanOrEqual(report.resolved);
      const store = await openStore({ folder: join(precedent.folder, 'data') });
      try {
        const rows = rowsOf<{ unresolved: number; messages: number }>(
          await store.db.execute(sql`
            select (select count(*)::int from solutions s where s.status = 'active' and not exists (
              select 1 from incidents i where i.incident_id = s.incident_id and i.status = 'resolved')) as unresolved,
              (select count(*)::int from messages) as messages`),
        );
        expect(rows).toEqual([{ unresolved: 0, messages: 13_877 }]);
      } finally {
        await store.close();
      }
    },
    180_000,
  );
});
