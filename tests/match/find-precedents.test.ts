import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import type { SolutionContent } from '../../src/library/solution.ts';
import { featuresOfSolution } from '../../src/library/solution-features.ts';
import { type Findings, findPrecedents } from '../../src/match/find-precedents.ts';
import { type Db, rowsOf } from '../../src/store/connection/db.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { saveFit } from '../../src/store/precedents/match-corrections.ts';
import { indexSolution } from '../../src/store/search/search-index.ts';
import { decideDraft } from '../../src/store/solutions/draft-decisions.ts';
import { insertDraft } from '../../src/store/solutions/solution-versions.ts';
import type { Context } from '../../src/text/context.ts';
import { readContext } from '../../src/text/read-context.ts';
import { documentOf, termSpace } from '../../src/text/search-document.ts';
import { extractSignatures } from '../../src/text/signatures.ts';
import { openTestStore } from '../setup/open-test-store.ts';

const now = new Date('2026-03-10T12:00:00Z');
const nowhere: Context = { service: null, environment: null, severity: null };

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  for (const each of library) await addExample(...each);
});
afterAll(() => store.close());

const library: [
  id: string,
  title: string,
  symptoms: string,
  fix: string,
  context: Partial<Context>,
  days: number,
][] = [
  [
    'sol_redis',
    'checkout-api: redis connection pool exhausted',
    'HTTP 503 from checkout, "connection pool exhausted" in the log',
    'raise the redis pool to 200',
    { service: 'checkout-api', environment: 'staging' },
    7,
  ],
  [
    'sol_certificate',
    'TLS certificate of the ingress expired',
    'x509: certificate has expired for search.example.com',
    'renew the certificate with cert-manager',
    { service: 'ingress' },
    100,
  ],
  [
    'sol_disk',
    'disk full on the postgres primary',
    'No space left on device, the write-ahead log fills the volume',
    'drop the stuck replication slot',
    { service: 'postgres', environment: 'production' },
    900,
  ],
  ['sol_kafka', 'kafka consumer lag grows', 'orders are an hour late', 'rebalance the consumer group', {}, 1],
];

async function addExample(
  id: string,
  title: string,
  symptoms: string,
  fix: string,
  context: Partial<Context>,
  days: number,
): Promise<void> {
  const content: SolutionContent = {
    title,
    symptoms,
    signatures: extractSignatures(`${title}\n${symptoms}`),
    context: { ...nowhere, ...context },
    rootCause: null,
    fix: { immediate: fix, permanent: null },
    steps: [],
    tags: [],
  };
  const at = new Date(now.getTime() - days * 86_400_000);
  await insertDraft(store.db, {
    workspaceId: 'T1',
    id,
    content,
    proven: true,
    source: { channelId: 'C1', threadTs: `${id}.1`, incidentId: null },
    visibility: 'workspace',
    timeToResolutionMinutes: 20,
    occurredAt: at,
    createdAt: at,
  });
  await decideDraft({ db: store.db, workspaceId: 'T1' }, id, {
    status: 'active',
    savedBy: 'person',
    by: 'U1',
    at,
  });
  const features = featuresOfSolution(content);
  const [embedding = []] = await lexicalEmbedder.embed([features.text], 'document');
  await store.db.transaction((tx) =>
    indexSolution(
      tx,
      {
        workspaceId: 'T1',
        solutionId: id,
        document: documentOf(features),
        embeddings: [{ model: lexicalEmbedder.model, embedding }],
      },
      termSpace,
    ),
  );
}

type Input = Parameters<typeof findPrecedents>[1];

function ask(
  text: string,
  more: Partial<Input> & { context?: Partial<Context>; workspaceId?: string } = {},
  db: Db = store.db,
): Promise<Findings> {
  const { context, workspaceId = 'T1', ...rest } = more;
  const [title = '', ...symptoms] = text.split('\n');
  return findPrecedents(
    { db, workspaceId, embedder: lexicalEmbedder },
    {
      viewer: { workspaceWide: true, channelIds: [] },
      problem: {
        title,
        symptoms: symptoms.join('\n'),
        signatures: extractSignatures(text),
        context: { ...readContext(text), ...context },
      },
      now,
      ...rest,
    },
  );
}
/** The test's database, in which something happens as soon as a solution's verdicts were read: it is ranked then. */
function onceFound(solutionId: string, happens: () => Promise<unknown>): Db {
  return new Proxy(store.db, {
    get: (db, name) =>
      name !== 'execute'
        ? Reflect.get(db, name)
        : async (...query: Parameters<Db['execute']>) => {
            const found = await db.execute(...query);
            const rows = rowsOf<{ solution_id?: string; worked?: number }>(found);
            if (rows.some((row) => row.solution_id === solutionId && row.worked !== undefined))
              await happens();
            return found;
          },
  });
}

const idsOf = (found: Findings['shown']) => found.map((precedent) => precedent.solutionId);

describe('findPrecedents', () => {
  it.each([
    ['redis pool exhausted in checkout again, HTTP 503', 'sol_redis'],
    ['search.example.com: x509: certificate has expired', 'sol_certificate'],
    ['postgres primary: no space left on device', 'sol_disk'],
    ['consumer lag of kafka is growing', 'sol_kafka'],
  ])('answers %j with %s first', async (text, id) => {
    const found = await ask(text);
    expect(found.silent).toBe(false);
    expect(idsOf(found.shown)[0]).toBe(id);
    expect(found.shown[0]?.rank).toBe(1);
    expect(found.shown[0]?.solution.content.fix.immediate).not.toBeNull();
  });

  it.each([
    'who is on call next week?',
    'lunch at noon?',
    'the deploy of the billing frontend is stuck in review',
    'please restart',
    'production is down',
  ])('says nothing of %j', async (text) => {
    const found = await ask(text);
    expect(found.silent).toBe(true);
    expect(found.shown).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['one word', 'redis'],
    ['a stop word', 'the'],
    ['emoji', '🔥🔥🔥 💥'],
    ['half an emoji', 'redis \ud83d'],
    ['NUL', 'redis \u0000 pool'],
    ['Japanese', 'データベースに接続できません。checkout-apiが503を返しています'],
    ['quotes and braces', `'"; drop table solutions; -- {"a":[1,2]} \\ {1:2}/3`],
    ['a title of 40,000 characters', 'redis pool '.repeat(4_000).slice(0, 40_000)],
    ['40,000 characters, all different', Array.from({ length: 8_000 }, (_, i) => `w${i}`).join(' ')],
    ['40,000 characters without a space', '接続拒否障害復旧再起動'.repeat(4_000).slice(0, 40_000)],
    ['40,000 rare characters', String.fromCodePoint(...Array.from({ length: 20_000 }, (_, i) => 0x4e00 + i))],
    ['many lines', 'error\n'.repeat(8_000)],
    ['brackets', '['.repeat(40_000)],
  ])('never throws, and stays between 0 and 1, for %s', async (_, text) => {
    const { shown, below } = await ask(text);
    for (const found of [...shown, ...below]) {
      expect(found.confidence).toBeGreaterThanOrEqual(0);
      expect(found.confidence).toBeLessThanOrEqual(1);
      expect(found.why.at(-1)).toMatch(/ago$|today|yesterday/);
    }
  });

  it('keeps apart what is above the threshold and what is below, each ranked', async () => {
    const all = await ask('redis pool exhausted in checkout, HTTP 503', { threshold: 0.05 });
    const some = await ask('redis pool exhausted in checkout, HTTP 503', { threshold: 0.9999 });
    expect(some.silent).toBe(true);
    expect(idsOf(some.below)).toContain('sol_redis');
    const ranked = [...all.shown, ...all.below];
    expect(ranked.map((found) => found.rank)).toEqual(ranked.map((_, index) => index + 1));
    expect(ranked.map((found) => found.confidence)).toEqual(
      ranked.map((found) => found.confidence).toSorted((a, b) => b - a),
    );
    expect(all.shown.length).toBeLessThanOrEqual(3);
  });

  it('says why: the same error, the same service, the words, where then and now, how long ago', async () => {
    const { shown } = await ask('checkout-api in production: redis connection pool exhausted, HTTP 503', {
      context: { service: 'checkout-api', environment: 'production' },
    });
    const why = shown[0]?.why ?? [];
    expect(why[0]).toMatch(/^same error `/);
    expect(why).toContain('same service `checkout-api`');
    expect(why.some((line) => /'redis'|'pool'|'exhausted'/.test(line) && line.endsWith('in both'))).toBe(
      true,
    );
    expect(why).toContain('then staging, now production');
    expect(why.at(-1)).toBe('7 days ago');
  });

  it('finds by an error in other words what shares nothing else', async () => {
    await addExample('sol_oom', 'worker gone at night', 'the pod was OOMKilled', 'raise its limit', {}, 2);
    const found = await ask('kernel oom-killed something', { threshold: 0.05 });
    const foundPrecedent = [...found.shown, ...found.below].find((each) => each.solutionId === 'sol_oom');
    expect(foundPrecedent?.why).toContain('same error `OOMKilled`');
  });

  it('says when it was another service', async () => {
    const { shown, below } = await ask('redis connection pool exhausted, HTTP 503', {
      context: { service: 'cart' },
    });
    expect(shown).toEqual([]);
    expect(below[0]?.why).toContain('then `checkout-api`, now `cart`');
    expect(below[0]?.why.join()).not.toContain('same service');
  });

  it('claims nothing of a service or an environment that nobody named', async () => {
    const { shown } = await ask('kafka consumer lag grows');
    expect(shown[0]?.why.join()).not.toMatch(/service|then /);
    expect(shown[0]?.why.at(-1)).toBe('yesterday');
  });

  it.each([
    ['sol_redis', '7 days ago'],
    ['sol_certificate', '3 months ago'],
    ['sol_disk', '2 years ago'],
  ])('tells the age of %s as %s', async (id, age) => {
    const { shown, below } = await ask('redis certificate disk kafka', { threshold: 0.05 });
    expect([...shown, ...below].find((found) => found.solutionId === id)?.why.at(-1)).toBe(age);
  });

  it('trusts the same service more than another', async () => {
    const confidenceWith = async (service: string | null) =>
      (await ask('redis connection pool exhausted', { context: { service } })).shown[0]?.confidence ?? 0;
    expect(await confidenceWith('checkout-api')).toBeGreaterThan(await confidenceWith(null));
    expect(await confidenceWith(null)).toBeGreaterThan(await confidenceWith('cart'));
  });

  it('never takes what a thread taught for a precedent of that thread', async () => {
    const own = { channelId: 'C1', threadTs: 'sol_redis.1' };
    const text = 'redis connection pool exhausted, HTTP 503';
    const found = await ask(text, { exceptThread: own });
    expect([...idsOf(found.shown), ...idsOf(found.below)]).not.toContain('sol_redis');
    const other = await ask(text, { exceptThread: { ...own, channelId: 'C2' } });
    expect(idsOf(other.shown)).toContain('sol_redis');
  });

  it('shows nothing to who may see nothing, and nothing to another workspace', async () => {
    const text = 'redis connection pool exhausted, HTTP 503';
    const none = { silent: true, shown: [], below: [] };
    expect(await ask(text, { viewer: { workspaceWide: false, channelIds: [] } })).toEqual(none);
    expect(await ask(text, { workspaceId: 'T2', viewer: 'operator' })).toEqual(none);
  });

  it('shows nothing less sure in place of what was closed while it searched', async () => {
    const text = 'redis connection pool exhausted, postgres and kafka near it';
    const closed = (visibility: 'workspace' | 'channel') =>
      store.db.execute(sql`update solutions set visibility = ${visibility} where solution_id = 'sol_redis'`);
    const before = await ask(text);
    expect(idsOf(before.shown)).toEqual(['sol_redis']);
    expect(before.below.length).toBeGreaterThan(1);
    try {
      const found = await ask(
        text,
        {},
        onceFound('sol_redis', () => closed('channel')),
      );
      expect(found.silent).toBe(true);
      expect(found.shown).toEqual([]);
      expect(idsOf(found.below)).toEqual(idsOf(before.below));
      expect(found.below.map(({ rank }) => rank)).toEqual(before.below.map((_, place) => place + 1));
    } finally {
      await closed('workspace');
    }
  });

  it('finds nothing in an empty library', async () => {
    const empty = await openTestStore();
    try {
      await empty.db.execute(sql`select 1`);
      const found = await findPrecedents(
        { db: empty.db, workspaceId: 'T1', embedder: lexicalEmbedder },
        {
          viewer: 'operator',
          problem: { title: 'redis down', symptoms: '', signatures: ['HTTP 503'], context: nowhere },
          now,
        },
      );
      expect(found).toEqual({ silent: true, shown: [], below: [] });
    } finally {
      await empty.close();
    }
  });
});

describe('a team’s own verdicts', () => {
  const none = {
    bias: 0,
    logOdds: 0,
    signatures: 0,
    service: 0,
    environment: 0,
    recent: 0,
    meaning: 0,
    effective: 0,
  };
  const saveWeights = (weights: Partial<typeof none> | null) =>
    saveFit(
      { db: store.db, workspaceId: 'T1' },
      {
        correction: weights === null ? null : { ...none, ...weights },
        ...{ labelled: 50, lossDefault: 0.5, lossCorrected: 0.4 },
      },
      now,
    );
  const everything =
    'checkout-api: redis connection pool exhausted, disk full on postgres, kafka consumer lag grows';
  const all = async () => {
    const { shown, below } = await ask(everything, { context: { service: 'postgres' } });
    return [...shown, ...below];
  };

  it('change how sure it is, never the order, and confidence still falls down the list', async () => {
    try {
      const before = await all();
      expect(before.length).toBeGreaterThan(2);
      await saveWeights({ service: 3, bias: -1 });
      const after = await all();
      expect(idsOf(after)).toEqual(idsOf(before));
      expect(after.map(({ confidence }) => confidence)).not.toEqual(
        before.map(({ confidence }) => confidence),
      );
      const confidences = after.map(({ confidence }) => confidence);
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      // What is kept for the next fit is what the default made of it.
      expect(after.map(({ signals }) => signals.logOdds)).toEqual(
        before.map(({ signals }) => signals.logOdds),
      );
      await saveWeights(null);
      expect(await all()).toEqual(before);
    } finally {
      await saveWeights(null);
    }
  });

  it('can silence what the default would say', async () => {
    try {
      const text = 'checkout-api: redis connection pool exhausted';
      expect((await ask(text)).silent).toBe(false);
      await saveWeights({ bias: -6 });
      expect((await ask(text)).silent).toBe(true);
    } finally {
      await saveWeights(null);
    }
  });
});
