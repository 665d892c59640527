import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/connection/open.ts';
import { rowsWith } from '../app/read-database.ts';
import { newPrecedent, type Precedent, writeFiles } from './run-precedent.ts';
import { channelsJson, type ExportMessage, smallExport, thread } from './small-export.ts';

let precedent: Precedent;
beforeAll(async () => {
  precedent = await newPrecedent();
});
afterAll(() => precedent.remove());

/** A value of its own for each place of an export. */
const secretOf = (place: string) => `Zx9${Buffer.from(place).toString('hex')}Q7`;
const plantedText = (place: string) => `api_key=${secretOf(place)}`;
const places = ['root', 'reply', 'file', 'snippet', 'attachment', 'field', 'block', 'name', 'topic', 'user'];

it('keeps no secret of an export: of its messages, files, blocks, attachments, people, names and topics', async () => {
  const [root = {}, ...replies] = thread(1, `checkout returns 503 ${plantedText('root')}`, 'checkout');
  const reply = (ts: string, more: ExportMessage): ExportMessage => ({
    type: 'message',
    ts,
    thread_ts: root.ts,
    user: 'U1',
    ...more,
  });
  const at = (second: number) => `${1_700_000_000 + 86_400 + second}.000101`;
  writeFiles(join(precedent.folder, 'export'), {
    ...smallExport(),
    'channels.json': channelsJson.map((channel) => ({ ...channel, topic: { value: plantedText('topic') } })),
    'users.json': [{ id: 'U1', name: 'ana', profile: { real_name: plantedText('user') } }],
    'ops/2023-11-15.json': [
      { ...root, user_profile: { display_name: plantedText('name') } },
      ...replies,
      reply(at(61), { text: `I set ${plantedText('reply')} on checkout` }),
      reply(at(62), {
        text: 'here',
        files: [
          { name: `${plantedText('file')}.txt` },
          { name: 'env.sh', mode: 'snippet', preview: plantedText('snippet') },
        ],
      }),
      reply(at(63), {
        subtype: 'bot_message',
        bot_id: 'B1',
        attachments: [
          { text: plantedText('attachment'), fields: [{ title: 'env', value: plantedText('field') }] },
        ],
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: plantedText('block') } }],
      }),
    ],
  });
  const ran = await precedent.run(['import', join(precedent.folder, 'export'), '--approve', '--json'], {
    env: { LOG_LEVEL: 'debug' },
  });
  expect(ran.code).toBe(0);
  const store = await openStore({ folder: join(precedent.folder, 'data') });
  try {
    for (const place of places) {
      expect(await rowsWith(store.db, secretOf(place)), place).toEqual([]);
      expect(`${ran.stdout}${ran.stderr}`.includes(secretOf(place)), place).toBe(false);
    }
    // The places were read: what stood there has a placeholder now.
    expect((await rowsWith(store.db, 'api_key=[secret-')).length).toBeGreaterThan(2);
  } finally {
    await store.close();
  }
}, 60_000);
