import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../src/library/job.ts';
import { renderers } from '../../src/slack/views/renderers.ts';
import { isAutoSaved } from '../../src/solutions/auto-saved.ts';
import { discardDraft } from '../../src/solutions/discard-draft.ts';
import { refreshAutoSaved } from '../../src/solutions/index-solution.ts';
import { readMergePair } from '../../src/solutions/merge-draft.ts';
import { saveDraft } from '../../src/solutions/save-draft.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { changeSolution } from '../../src/store/solutions/change-solution.ts';
import { retireSolution } from '../../src/store/solutions/rewrite-solution.ts';
import { findSolution } from '../../src/store/solutions/solutions.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { addSolution, contentOf, minute } from '../store/sample-rows.ts';

let store: Store;
let jobs: Job[];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`truncate solutions, outbox, term_counts cascade`);
  await addSolution(store.db, { id: 'sol_a', status: 'draft', proven: true });
  jobs = [];
});

const ctx = () => ({ ...testCtx(store.db, jobs, () => minute(1)), render: renderers, embedder: null });
const viewer = 'operator' as const;
const stored = () => findSolution(ctx(), 'sol_a', viewer);
const save = (saver: { by: string } | { savedBy: 'bot' | 'import' }) =>
  saveDraft(ctx(), { solutionId: 'sol_a', viewer, ...saver });
const discard = () => discardDraft(ctx(), { solutionId: 'sol_a', by: 'U2', viewer });

describe('who put a solution into the library', () => {
  it.each([
    [{ by: 'U1' }, { savedBy: 'person', decidedBy: 'U1' }],
    [{ savedBy: 'bot' } as const, { savedBy: 'bot', decidedBy: null }],
    [{ savedBy: 'import' } as const, { savedBy: 'import', decidedBy: null }],
  ])('is known after it was saved: %o', async (saver, expected) => {
    expect((await stored())?.savedBy).toBeNull();
    expect((await save(saver)).solution).toMatchObject({ status: 'active', ...expected });
  });

  it('is nobody once it is there no longer', async () => {
    await save({ savedBy: 'bot' });
    await discard();
    expect(await stored()).toMatchObject({ status: 'retired', savedBy: null, decidedBy: 'U2' });
    await changeSolution(ctx(), 'sol_a', { status: 'active', savedBy: 'person' });
    await retireSolution(ctx(), 'sol_a', minute(2));
    expect((await stored())?.savedBy).toBeNull();
  });

  it('is nobody once what the bot saved is a draft again', async () => {
    await save({ savedBy: 'bot' });
    await changeSolution(ctx(), 'sol_a', { proven: false });
    await refreshAutoSaved(ctx(), 'sol_a');
    expect(await stored()).toMatchObject({ status: 'draft', savedBy: null });
  });
});

describe('what people are still asked about', () => {
  it('is what the bot saved by itself, and neither what a person saved nor what was imported', async () => {
    await addSolution(store.db, { id: 'sol_b' });
    for (const savedBy of ['bot', 'person', 'import'] as const) {
      await changeSolution(ctx(), 'sol_a', { status: 'active', savedBy, decidedBy: null });
      const solution = await stored();
      expect(solution !== null && isAutoSaved(solution)).toBe(savedBy === 'bot');
      const pair = readMergePair(ctx(), { draftId: 'sol_a', intoId: 'sol_b', viewer });
      if (savedBy === 'bot') await expect(pair).resolves.toBeDefined();
      else await expect(pair).rejects.toThrow('decided meanwhile');
      expect((await discard()).decided).toBe(savedBy === 'bot');
    }
  });
});

it('who presses Save waits for no model; what the bot saves by itself is compared by meaning, too', async () => {
  await addSolution(store.db, {
    id: 'sol_b',
    status: 'draft',
    proven: true,
    content: contentOf('search is slow'),
  });
  await saveDraft(ctx(), { solutionId: 'sol_b', viewer, savedBy: 'import' });
  let asked = 0;
  const embedder = {
    model: 'spy-3',
    dimensions: 3,
    embed: async (texts: string[]) => {
      asked += 1;
      return texts.map(() => [1, 0, 0]);
    },
  };
  await addSolution(store.db, { id: 'sol_c', status: 'draft', proven: true });
  await saveDraft({ ...ctx(), embedder }, { solutionId: 'sol_c', viewer, by: 'U1' });
  expect(asked).toBe(0);
  await saveDraft({ ...ctx(), embedder }, { solutionId: 'sol_a', viewer, savedBy: 'bot' });
  expect(asked).toBe(1);
});
