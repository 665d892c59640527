import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replay } from '../../src/cli/replay.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { writeFiles } from './run-precedent.ts';
import { type ExportMessage, smallExport, thread } from './small-export.ts';

const real = fileURLToPath(new URL('../../../shared/data/incidents/slack-export', import.meta.url));
const withoutReal = existsSync(real) ? false : 'the shared Slack export is not here';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-replay-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Brief = { source_thread_ts: string; title: string; confidence: number };
type Seen = { thread_ts: string; title: string; silent: boolean; shown: Brief[]; all: Brief[] };

async function replayed(path: string): Promise<Seen[]> {
  let report: unknown;
  const out = {
    json: (value: unknown) => {
      report = value;
    },
    line: () => {},
    note: () => {},
  };
  await replay(readConfig({}), { path, json: true }, { out, log: createLog('silent') });
  return report as Seen[];
}

function exportWith(days: Record<string, ExportMessage[]>): Record<string, unknown> {
  return { ...smallExport(), ...days };
}

/** The same trouble a week after the small export's own. */
const again = thread(9, 'checkout returns HTTP 503 for every cart, once more', 'checkout');

describe('precedent replay', () => {
  it('answers a recurrence from what came before it, and nothing from what came later', async () => {
    // The later day is named first: the order of the files is not the order of time.
    writeFiles(folder, exportWith({ 'ops/2023-11-14.json': again }));
    const seen = await replayed(folder);
    expect(seen.map(({ thread_ts }) => thread_ts)).toEqual([
      '1700086400.000101',
      '1700172800.000102',
      '1700777600.000109',
    ]);
    expect(seen[0]).toEqual({
      thread_ts: '1700086400.000101',
      title: 'checkout returns HTTP 503 for every cart',
      silent: true,
      shown: [],
      all: [],
    });
    expect(seen[2]).toMatchObject({ silent: false, shown: [{ source_thread_ts: '1700086400.000101' }] });
    expect(seen[2]?.all.length).toBeGreaterThanOrEqual(seen[2]?.shown.length ?? 0);
    expect(seen[2]?.shown[0]?.confidence).toBeGreaterThan(0.5);
  });

  it('lists every thread that opens an incident, whatever it taught, and no other', async () => {
    const [, ...replies] = thread(5, '', 'billing');
    const picture = { type: 'message', user: 'U2', text: '', ts: '1700432000.000105' };
    const card = {
      ...picture,
      attachments: [{ title: 'Billing queue is stuck', text: 'no invoice left since noon' }],
    };
    const asked = thread(6, 'is the office closed tomorrow?', 'office').slice(0, 2);
    const bot = { type: 'message', bot_id: 'B1', text: 'Release notes of v42', ts: '1700604800.000107' };
    writeFiles(
      folder,
      exportWith({
        'ops/2023-11-19.json': [card, ...replies],
        'ops/2023-11-20.json': asked,
        'ops/2023-11-21.json': [
          bot,
          { ...picture, text: 'nice', ts: '1700604900.000107', thread_ts: bot.ts },
        ],
        'ops/2023-11-22.json': [
          { ...picture, ts: '1700691200.000108' },
          { ...picture, text: 'fixed', ts: '1700691300.000108', thread_ts: '1700691200.000108' },
        ],
      }),
    );
    expect((await replayed(folder)).map(({ title }) => title)).toEqual([
      'checkout returns HTTP 503 for every cart',
      'search index is empty after the nightly job',
      'Billing queue is stuck',
      'is the office closed tomorrow?',
      'An incident without words',
    ]);
  });

  it('shows what a private channel taught to that channel alone', async () => {
    const lines = thread(1, 'checkout returns HTTP 503 for every cart', 'checkout');
    writeFiles(folder, {
      'channels.json': [{ id: 'C0OPS', name: 'ops' }],
      'groups.json': [{ id: 'G0SEC', name: 'sec' }],
      'sec/2023-11-15.json': lines,
      'sec/2023-11-24.json': thread(10, 'checkout returns HTTP 503 for every cart, again', 'checkout'),
      'ops/2023-11-23.json': again,
    });
    const seen = await replayed(folder);
    expect(seen.map(({ all }) => all.map((found) => found.source_thread_ts).toSorted())).toEqual([
      [],
      [],
      ['1700086400.000101', '1700777600.000109'],
    ]);
  });

  it('reads a zip, and finds by what redaction left', async () => {
    const secret = 'alice.smith@customer.example';
    const first = thread(1, `checkout returns HTTP 503 for ${secret}`, 'checkout');
    const files = Object.entries(exportWith({ 'ops/2023-11-15.json': first, 'ops/2023-11-23.json': again }));
    const path = join(folder, 'export.zip');
    writeFileSync(
      path,
      zipSync(Object.fromEntries(files.map(([name, messages]) => [name, strToU8(JSON.stringify(messages))]))),
    );
    const seen = await replayed(path);
    expect(seen).toHaveLength(3);
    expect(seen[2]?.all[0]?.source_thread_ts).toBe('1700086400.000101');
    expect(JSON.stringify(seen)).not.toContain('alice.smith');
  });

  it.skipIf(withoutReal)(
    'plays 22 real incidents, one element each, and knows the recurrences',
    async () => {
      const seen = await replayed(real);
      expect(seen).toHaveLength(22);
      expect(seen.map(({ thread_ts }) => thread_ts)).toEqual(
        seen.map(({ thread_ts }) => thread_ts).toSorted(),
      );
      for (const { thread_ts, silent, shown, all } of seen) {
        expect(silent).toBe(shown.length === 0);
        expect(all.length).toBeLessThanOrEqual(5);
        expect(all.slice(0, shown.length)).toEqual(shown);
        for (const found of all) expect(Number(found.source_thread_ts)).toBeLessThan(Number(thread_ts));
      }
      const shownAt = (threadTs: string) =>
        seen.find(({ thread_ts }) => thread_ts === threadTs)?.shown.map((found) => found.source_thread_ts);
      expect(shownAt('1623244500.000113')).toContain('1599482340.000108');
      expect(shownAt('1668528180.000121')).toContain('1630793100.000115');
    },
    60_000,
  );
});
