import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reactToRoot } from '../../src/intake/react-to-root.ts';
import { resolveIncident } from '../../src/intake/resolve-incident.ts';
import type { Job } from '../../src/library/job.ts';
import { rowsOf } from '../../src/store/connection/db.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { deleteIncident, findIncident } from '../../src/store/incidents/incidents.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { addIncident, minute } from '../store/sample-rows.ts';

let store: Store;
let number = 0;
let incidentId = '';
let jobs: Job[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(open);

async function open(): Promise<void> {
  number += 1;
  incidentId = `inc_${number}`;
  jobs = [];
  await addIncident(store.db, { id: incidentId });
}

type Reaction = { user: string; emoji?: string; added: boolean; at: number };

async function react({ user, emoji = 'white_check_mark', added, at }: Reaction): Promise<string> {
  const ctx = testCtx(store.db, jobs);
  const place = { channelId: 'C1', ts: `${incidentId}.1` };
  await reactToRoot(ctx, { ...place, userId: user, emoji, added, at: minute(at) });
  return statusNow();
}

const statusNow = async () =>
  (await findIncident({ db: store.db, workspaceId: 'T1' }, incidentId))?.status ?? 'no incident';

describe('a ✅ on the root', () => {
  it('ends the incident and has its thread captured; taken off, it reopens', async () => {
    expect(await react({ user: 'ana', added: true, at: 1 })).toBe('resolved');
    expect(await react({ user: 'ana', added: false, at: 2 })).toBe('open');
    expect(jobs).toEqual([
      { name: 'capture', incidentId },
      { name: 'capture', incidentId },
    ]);
  });

  it('keeps it ended while another ✅ of the same person stands', async () => {
    await react({ user: 'ana', added: true, at: 1 });
    await react({ user: 'ana', emoji: 'heavy_check_mark', added: true, at: 2 });
    expect(await react({ user: 'ana', added: false, at: 3 })).toBe('resolved');
    expect(await react({ user: 'ana', emoji: 'heavy_check_mark', added: false, at: 4 })).toBe('open');
  });

  it('keeps it ended while another person’s stands, whoever ended it', async () => {
    await react({ user: 'ana', added: true, at: 1 });
    await react({ user: 'joon', added: true, at: 2 });
    expect(await react({ user: 'ana', added: false, at: 3 })).toBe('resolved');
    expect(await react({ user: 'joon', added: false, at: 4 })).toBe('open');
  });

  it('does not end it when its removal came first', async () => {
    expect(await react({ user: 'ana', added: false, at: 2 })).toBe('open');
    expect(await react({ user: 'ana', added: true, at: 1 })).toBe('open');
    expect(await react({ user: 'ana', added: true, at: 3 })).toBe('resolved');
  });

  it('reopens nothing that was ended otherwise, or by a ✅ that nobody took off', async () => {
    const end = { by: 'ana', at: minute(1), signal: 'mention' as const };
    await resolveIncident(testCtx(store.db), incidentId, end);
    await react({ user: 'joon', added: true, at: 2 });
    expect(await react({ user: 'joon', added: false, at: 3 })).toBe('resolved');
    await open();
    // As an earlier version left it, which wrote down no reactions.
    await resolveIncident(testCtx(store.db), incidentId, { ...end, signal: 'reaction' });
    await react({ user: 'joon', added: true, at: 2 });
    expect(await react({ user: 'joon', added: false, at: 3 })).toBe('resolved');
    expect(await react({ user: 'ana', added: false, at: 4 })).toBe('open');
  });

  it('leaves an incident ended exactly when a ✅ stands, in whatever order the events come', async () => {
    const key = fc.record({
      user: fc.constantFrom('ana', 'joon', 'mei'),
      emoji: fc.constantFrom('white_check_mark', 'heavy_check_mark'),
      added: fc.boolean(),
    });
    const events = fc
      .array(key, { minLength: 1, maxLength: 8 })
      .map((list) => list.map((event, at) => ({ ...event, at })))
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    await fc.assert(
      fc.asyncProperty(events, async ([happened, handled]) => {
        await open();
        for (const event of handled) await react(event);
        const last = new Map(happened.map((event) => [`${event.user} ${event.emoji}`, event.added]));
        expect(await statusNow()).toBe([...last.values()].includes(true) ? 'resolved' : 'open');
      }),
      { numRuns: 40 },
    );
  });

  it('says nothing as another emoji, and leaves nothing behind when the root is deleted', async () => {
    expect(await react({ user: 'ana', emoji: 'eyes', added: true, at: 1 })).toBe('open');
    expect(await react({ user: 'ana', emoji: 'x', added: true, at: 1 })).toBe('open');
    await react({ user: 'ana', added: true, at: 2 });
    await deleteIncident({ db: store.db, workspaceId: 'T1' }, incidentId);
    expect(await react({ user: 'ana', added: false, at: 3 })).toBe('no incident');
    const left = await store.db.execute(sql`select 1 from root_reactions where incident_id = ${incidentId}`);
    expect(rowsOf(left)).toEqual([]);
  });
});
