import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/embed/embedder.ts';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import { createOpenAiSource } from '../../src/embed/openai.ts';
import { sizedEmbedder } from '../../src/embed/sized-embedder.ts';
import { PrecedentError } from '../../src/errors.ts';
import type { Job } from '../../src/library/job.ts';
import { createLog } from '../../src/log.ts';
import { findPrecedents } from '../../src/match/find-precedents.ts';
import { renderers } from '../../src/slack/views/renderers.ts';
import { editSolution } from '../../src/solutions/edit-solution.ts';
import { embedMissing, enqueueEmbedding } from '../../src/solutions/embed-missing.ts';
import { saveDraft } from '../../src/solutions/save-draft.ts';
import { type Db, rowsOf } from '../../src/store/connection/db.ts';
import type { Store } from '../../src/store/connection/open.ts';
import type { Ctx } from '../../src/store/ctx.ts';
import {
  embeddedModels,
  embeddingProgress,
  ensureEmbeddingIndex,
  servingModel,
} from '../../src/store/search/embeddings.ts';
import { type EmbeddingServer, startEmbeddingServer, vectorOf } from '../embed/embedding-server.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { fillLibrary, sampleTitle } from '../store/fill-library.ts';
import { addSolution, contentOf, minute, nowhere } from '../store/sample-rows.ts';

let store: Store;
let server: EmbeddingServer;
beforeAll(async () => {
  store = await openTestStore();
  server = await startEmbeddingServer();
});
afterAll(async () => {
  await store.close();
  await server.close();
});

let enqueued: Job[];
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions, term_counts cascade`);
  await ensureEmbeddingIndex(store.db, lexicalEmbedder.model, lexicalEmbedder.dimensions);
  await ensureEmbeddingIndex(store.db, 'openai:new:8', 8);
  enqueued = [];
  Object.assign(server, { asked: [], faults: [], forever: false, delayMs: 0 });
});

function deps(embedder: Embedder, db: Db = store.db): Ctx & { embedder: Embedder } {
  return { ...testCtx(db, enqueued), embedder };
}

/** The new model, over HTTP; lexical was the one before it. */
function newModel(): Embedder {
  const prefixes = { query: '', document: '' };
  const source = createOpenAiSource({
    baseUrl: server.url,
    apiKey: 'planted-embedder-key',
    model: 'new',
    dimensions: null,
    prefixes,
    queryMs: 150,
  });
  return {
    ...sizedEmbedder(source, 8),
    earlier: (model) => (model === lexicalEmbedder.model ? lexicalEmbedder : null),
  };
}

/** A library that stands in the index of the built-in model. */
async function library(size: number): Promise<void> {
  await fillLibrary(store.db, 'T1', size);
  await embedMissing(deps(lexicalEmbedder));
}

const askedTexts = () => server.asked.flatMap(({ body }) => body.input);
const models = async () =>
  (await embeddedModels({ db: store.db, workspaceId: 'T1' })).map(({ model }) => model);
const progress = () => embeddingProgress({ db: store.db, workspaceId: 'T1' }, 'openai:new:8');

async function indexes(): Promise<string[]> {
  const rows = rowsOf<{ name: string }>(
    await store.db.execute(
      sql`select indexname as name from pg_indexes where indexdef like '%hnsw%' order by indexname`,
    ),
  );
  return rows.map(({ name }) => name.replace(/_[0-9a-f]{8}_(\d+)_problem$/, ' $1'));
}

function find(embedder: Embedder, words: string, log = createLog('silent')) {
  const problem = { title: words, symptoms: '', signatures: [], context: nowhere };
  return findPrecedents(
    { db: store.db, workspaceId: 'T1', embedder, log },
    { viewer: 'operator', problem, now: minute(0) },
  );
}

describe('embedMissing', () => {
  it('re-embeds a library, then lets go of the earlier model and its index', async () => {
    await library(100);
    const embedder = newModel();
    expect(await servingModel({ db: store.db, workspaceId: 'T1' }, embedder.model)).toBe('lexical-2');
    expect(await embedMissing(deps(embedder))).toBe(true);
    expect(await progress()).toEqual({ embedded: 100, active: 100 });
    expect(await models()).toEqual(['openai:new:8']);
    expect(await indexes()).toEqual(['solution_embeddings_openai_new_8 8']);
    expect(await servingModel({ db: store.db, workspaceId: 'T1' }, embedder.model)).toBe(embedder.model);
    await enqueueEmbedding(deps(embedder));
    expect(enqueued).toEqual([]);
  });

  it('goes on where it was cut off, and asks for nothing twice', async () => {
    await library(100);
    server.faults = [{}, { status: 400 }];
    await expect(embedMissing(deps(newModel()))).rejects.toThrow('400');
    // Two texts each: its problem, and what was done.
    expect(await progress()).toEqual({ embedded: 32, active: 100 });
    const before = askedTexts().slice(0, 64);
    server.asked = [];
    await enqueueEmbedding(deps(newModel()));
    expect(enqueued).toEqual([{ name: 'embed' }]);
    expect(await embedMissing(deps(newModel()))).toBe(true);
    expect(askedTexts()).toHaveLength(136);
    expect(askedTexts().filter((text) => text !== 'restart it' && before.includes(text))).toEqual([]);
  });

  it('hands over to the next job when its time is up', async () => {
    await library(3);
    expect(await embedMissing(deps(newModel()), 0)).toBe(false);
    expect(enqueued).toEqual([{ name: 'embed' }]);
    expect(await models()).toEqual(['lexical-2']);
  });

  it('does not take the embedding of a text that was edited meanwhile', async () => {
    await library(2);
    const slow = newModel();
    const edited = contentOf('disk full on the build machine');
    let isEdited = false;
    const embedder: Embedder = {
      ...slow,
      embed: async (texts, purpose) => {
        const vectors = await slow.embed(texts, purpose);
        if (!isEdited) {
          isEdited = true;
          await editSolution(saving(slow), {
            solutionId: 'sol_000',
            version: 1,
            content: edited,
            by: 'U1',
            viewer: 'operator',
          });
        }
        return vectors;
      },
    };
    expect(await embedMissing(deps(embedder))).toBe(true);
    const [row] = rowsOf<{ near: number }>(
      await store.db.execute(sql`
        select 1 - (embedding::halfvec(8) <=> ${`[${vectorOf('disk full on the build machine', 8).join(',')}]`}::halfvec(8)) as near
        from solution_embeddings where solution_id = 'sol_000'`),
    );
    expect(Number(row?.near)).toBeCloseTo(1, 2);
  });

  it('leaves other workspaces their embeddings and the index they need', async () => {
    await library(2);
    await addSolution(store.db, { id: 'sol_other', workspaceId: 'T2' });
    await embedMissing({ ...deps(lexicalEmbedder), workspaceId: 'T2' });
    await embedMissing(deps(newModel()));
    expect(await embeddedModels({ db: store.db, workspaceId: 'T2' })).toEqual([
      { model: 'lexical-2', solutions: 1 },
    ]);
    expect(await indexes()).toContain('solution_embeddings_lexical_2 384');
  });
});

function saving(embedder: Embedder) {
  return { ...deps(embedder), now: () => minute(5), render: renderers };
}

describe('the index that answers', () => {
  it('is the earlier one until the new one is whole', async () => {
    await library(70);
    server.faults = [{}, { status: 400 }];
    const embedder = newModel();
    await expect(embedMissing(deps(embedder))).rejects.toThrow();
    server.asked = [];
    const found = await find(embedder, sampleTitle(3));
    expect(found.shown[0]?.solutionId).toBe('sol_003');
    expect(server.asked).toEqual([]);
    await embedMissing(deps(embedder));
    server.asked = [];
    expect((await find(embedder, sampleTitle(3))).shown[0]?.solutionId).toBe('sol_003');
    expect(askedTexts()).toEqual([`${sampleTitle(3)}\n`]);
  });

  it('is the new one as far as it goes when the earlier can no longer be asked', async () => {
    await library(70);
    server.faults = [{}, { status: 400 }];
    const { earlier: _, ...embedder } = newModel();
    await expect(embedMissing(deps(embedder))).rejects.toThrow();
    server.asked = [];
    expect((await find(embedder, sampleTitle(3))).shown[0]?.solutionId).toBe('sol_003');
    expect(askedTexts()).toEqual([`${sampleTitle(3)}\n`]);
    expect((await find(embedder, sampleTitle(69))).shown[0]?.solutionId).toBe('sol_069');
  });

  it('gets a new solution in the model that answers, before the library is re-embedded', async () => {
    await library(3);
    await addSolution(store.db, { id: 'sol_new', status: 'draft', content: contentOf(sampleTitle(9)) });
    await saveDraft(saving(newModel()), { solutionId: 'sol_new', by: 'U1', viewer: 'operator' });
    expect(enqueued).toContainEqual({ name: 'embed' });
    server.faults = [{ status: 400 }];
    await expect(embedMissing(deps(newModel()))).rejects.toThrow('400');
    expect(await embeddedModels({ db: store.db, workspaceId: 'T1' })).toEqual([
      { model: 'lexical-2', solutions: 4 },
    ]);
    await embedMissing(deps(newModel()));
    expect(await embeddedModels({ db: store.db, workspaceId: 'T1' })).toEqual([
      { model: 'openai:new:8', solutions: 4 },
    ]);
  });

  it('is re-embedded though the earlier model no longer answers', async () => {
    await library(3);
    await addSolution(store.db, { id: 'sol_new', status: 'draft', content: contentOf(sampleTitle(9)) });
    await saveDraft(saving(newModel()), { solutionId: 'sol_new', by: 'U1', viewer: 'operator' });
    const gone = async () => Promise.reject(new PrecedentError('model', 'gone'));
    const embedder = { ...newModel(), earlier: () => ({ ...lexicalEmbedder, embed: gone }) };
    expect(await embedMissing(deps(embedder))).toBe(true);
    expect(await models()).toEqual(['openai:new:8']);
  });

  it('is the new one from the start in an empty library', async () => {
    await addSolution(store.db, { id: 'sol_new', status: 'draft', content: contentOf(sampleTitle(9)) });
    await saveDraft(saving(newModel()), { solutionId: 'sol_new', by: 'U1', viewer: 'operator' });
    await embedMissing(deps(newModel()));
    expect(await models()).toEqual(['openai:new:8']);
  });
});

describe('an embedder that does not answer', () => {
  it('leaves the search its words and signatures, and the log no word of the query', async () => {
    await library(3);
    await embedMissing(deps(newModel()));
    server.delayMs = 2_000;
    const lines: string[] = [];
    const log = createLog('warn');
    log.warn = ((...line: unknown[]) => {
      lines.push(
        JSON.stringify(line, (_, value) =>
          value instanceof Error ? `${value.message}${value.stack}` : value,
        ),
      );
    }) as typeof log.warn;
    const started = performance.now();
    const found = await find(newModel(), 'planted checkout pool exhausted', log);
    expect(performance.now() - started).toBeLessThan(1_500);
    expect([...found.shown, ...found.below].map(({ solutionId }) => solutionId).toSorted()).toEqual([
      'sol_000',
      'sol_001',
      'sol_002',
    ]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('words and signatures alone');
    expect(lines[0]).not.toMatch(/planted|checkout/);
  });

  it('does not keep a person from saving; a job makes the embedding later', async () => {
    await addSolution(store.db, { id: 'sol_new', status: 'draft', content: contentOf(sampleTitle(9)) });
    const saved = await saveDraft(saving(newModel()), {
      solutionId: 'sol_new',
      by: 'U1',
      viewer: 'operator',
    });
    expect(saved.solution.status).toBe('active');
    expect(server.asked).toEqual([]);
    expect(await models()).toEqual([]);
    expect(enqueued).toContainEqual({ name: 'embed' });
    await embedMissing(deps(newModel()));
    expect(await models()).toEqual(['openai:new:8']);
  });

  it('with too many dimensions for an index is refused before anything is stored', async () => {
    const refused = ensureEmbeddingIndex(store.db, 'openai:huge:4096', 4_096);
    await expect(refused).rejects.toBeInstanceOf(PrecedentError);
    await expect(refused).rejects.toThrow('PRECEDENT_EMBEDDER_DIMENSIONS');
  });
});
