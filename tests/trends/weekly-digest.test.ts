import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WeeklyDigest } from '../../src/library/digest.ts';
import { watchChannel } from '../../src/store/channels/channels.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { endIncident } from '../../src/store/incidents/incidents.ts';
import { addMark } from '../../src/store/precedents/feedback.ts';
import { savePrecedents } from '../../src/store/precedents/precedents.ts';
import { weeklyDigest } from '../../src/trends/weekly-digest.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { addIncident, addSolution, contentOf, nowhere } from '../store/sample-rows.ts';

const week = '2026-W10';
const monday = new Date('2026-03-02T00:00:00Z').getTime();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let store: Store;
let digest: WeeklyDigest;
const deps = () => ({ db: store.db, workspaceId: 'T1', workspaceUrl: 'https://acme.slack.com/' });

type Given = {
  id: string;
  title: string;
  at: number;
  minutes?: number;
  status?: 'resolved' | 'abandoned';
  service?: string;
  alertKey?: string;
  answeredWith?: string;
  channelId?: string;
};

async function happened(given: Given): Promise<void> {
  const openedAt = new Date(monday + given.at);
  await addIncident(store.db, {
    id: given.id,
    title: given.title,
    openedAt,
    alertKey: given.alertKey ?? null,
    channelId: given.channelId ?? 'C1',
    context: { ...nowhere, service: given.service ?? null },
  });
  if (given.minutes !== undefined) {
    await endIncident({ db: store.db, workspaceId: 'T1' }, given.id, {
      status: given.status ?? 'resolved',
      by: null,
      at: new Date(openedAt.getTime() + given.minutes * 60_000),
      signal: 'alert',
    });
  }
  if (given.answeredWith !== undefined) {
    const precedent = { solutionId: given.answeredWith, rank: 1, confidence: 0.9, why: [] };
    await savePrecedents({ db: store.db, workspaceId: 'T1' }, given.id, [precedent], openedAt);
  }
}

beforeAll(async () => {
  store = await openTestStore();
  const channel = { workspaceId: 'T1', channelId: 'C1', name: 'incidents' };
  await watchChannel(
    store.db,
    { ...channel, isPrivate: false, isExtShared: false, mode: 'incidents' },
    { userId: 'U1', at: new Date(monday) },
  );
  await addSolution(store.db, { id: 'sol_redis', content: contentOf('raise the pool'), threadTs: '10.1' });
  await addSolution(store.db, { id: 'sol_flaky', content: contentOf('restart'), threadTs: '11.1' });
  await addSolution(store.db, { id: 'sol_draft', status: 'draft' });
  await addSolution(store.db, { id: 'sol_elsewhere', status: 'draft', channelId: 'C2' });
  const redis = { title: 'redis connection pool exhausted', service: 'checkout', answeredWith: 'sol_redis' };
  await happened({ ...redis, id: 'inc_1', at: -14 * dayMs, minutes: 60 });
  await happened({ ...redis, id: 'inc_2', at: -hourMs, minutes: 20 });
  await happened({ ...redis, id: 'inc_3', at: 0, minutes: 10 });
  await happened({ ...redis, id: 'inc_4', at: 7 * dayMs - 1, minutes: 30 });
  await happened({ id: 'inc_5', title: 'kafka consumer lag', at: dayMs, service: 'orders' });
  await happened({ id: 'inc_6', title: 'consumer lag of kafka', at: 2 * dayMs, service: 'orders' });
  await happened({ id: 'inc_7', title: 'printer jam', at: 3 * dayMs, minutes: 3_000, status: 'abandoned' });
  await happened({
    id: 'inc_8',
    title: 'tls expired',
    at: 4 * dayMs,
    minutes: 90,
    answeredWith: 'sol_flaky',
  });
  await happened({ id: 'inc_next', title: 'printer jam', at: 7 * dayMs, minutes: 1 });
  await happened({ id: 'inc_long_ago', title: 'printer jam', at: -56 * dayMs - 1, minutes: 1 });
  await happened({ id: 'inc_other', title: 'printer jam', at: dayMs, minutes: 1, channelId: 'C2' });
  const say = (incidentId: string, solutionId: string, mark: string, at: number) =>
    addMark(store.db, {
      workspaceId: 'T1',
      incidentId,
      solutionId,
      userId: 'U1',
      mark,
      verdict: mark === 'x' ? 'failed' : 'worked',
      at: new Date(monday + at),
    });
  await say('inc_3', 'sol_redis', 'white_check_mark', hourMs);
  await say('inc_2', 'sol_redis', 'white_check_mark', -1);
  await say('inc_8', 'sol_flaky', 'white_check_mark', 4 * dayMs);
  await say('inc_8', 'sol_flaky', 'x', 5 * dayMs);
  digest = await weeklyDigest(deps(), { channelId: 'C1', week });
});
afterAll(() => store.close());

describe('weeklyDigest', () => {
  it('counts the week’s own incidents, to the millisecond', () => {
    expect(digest).toMatchObject({ channelName: 'incidents', opened: 6, resolved: 3, answered: 3 });
    expect([digest.from, digest.to]).toEqual([new Date(monday), new Date(monday + 7 * dayMs)]);
  });

  it('counts each of the eight weeks before, oldest first', () => {
    expect(digest.openedBefore).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
  });

  it('tells the median time to resolve, without those that nobody resolved', () => {
    expect(digest.minutesToResolve).toBe(30);
    expect(digest.minutesToResolveBefore).toBe(40);
  });

  it('groups what recurs, with its count in all and this week, and its fix', () => {
    expect(digest.recurring).toMatchObject([
      { title: 'redis connection pool exhausted', count: 4, countThisWeek: 2, solutionId: 'sol_redis' },
      { title: 'consumer lag of kafka', count: 2, countThisWeek: 2, solutionId: null },
    ]);
    expect(digest.recurring[1]?.permalink).toBe('https://acme.slack.com/archives/C1/pinc_61');
  });

  it('lists this week’s troubles without a fix, the most frequent first', () => {
    expect(digest.withoutFix.map((each) => [each.title, each.count])).toEqual([
      ['consumer lag of kafka', 2],
      ['printer jam', 1],
    ]);
  });

  it('lists what people said worked this week, by their latest word', () => {
    expect(digest.worked).toMatchObject([
      {
        solutionId: 'sol_redis',
        title: 'raise the pool',
        effectiveness: { worked: 2, failed: 0 },
        permalink: 'https://acme.slack.com/archives/C1/p101',
      },
    ]);
  });

  it('counts services beside their weekly mean before', () => {
    expect(digest.services).toEqual([
      { service: 'checkout', count: 2, weeklyMeanBefore: 0.25 },
      { service: 'orders', count: 2, weeklyMeanBefore: 0 },
    ]);
  });

  it('counts the channel’s own drafts that wait', () => {
    expect(digest.draftsWaiting).toBe(1);
  });

  it('is empty, and no error, for a week in which nothing happened', async () => {
    const empty = await weeklyDigest(deps(), { channelId: 'C1', week: '2030-W01' });
    expect(empty).toMatchObject({
      opened: 0,
      minutesToResolve: null,
      minutesToResolveBefore: null,
      recurring: [],
      withoutFix: [],
      worked: [],
      openedBefore: [0, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  it('refuses a week that is none and a channel that it does not know', async () => {
    await expect(weeklyDigest(deps(), { channelId: 'C1', week: '2026-W60' })).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(weeklyDigest(deps(), { channelId: 'C9', week })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
