import { importAndCapture } from '../../src/app/import-and-capture.ts';
import { normalizerOfExport, placedThread, readThread } from '../../src/cli/slack-export/export-threads.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { describeProblem } from '../../src/intake/describe-problem.ts';
import { createLog } from '../../src/log.ts';
import { type Findings, findPrecedents, type Problem } from '../../src/match/find-precedents.ts';
import { createRedactor } from '../../src/privacy/redact.ts';
import { renderers } from '../../src/slack/views/renderers.ts';
import { embedMissing } from '../../src/solutions/embed-missing.ts';
import { insertChannelIfAbsent } from '../../src/store/channels/channels.ts';
import { openStore } from '../../src/store/connection/open.ts';
import { enqueueNothing, inTransaction } from '../../src/store/ctx.ts';
import { ensureEmbeddingIndex } from '../../src/store/search/embeddings.ts';
import type { IncidentThread } from './incident-sets.ts';

const workspaceId = 'bench';
const channelId = 'C0BENCH';

export type IncidentLibrary = {
  /** What the bot would find for a first message, everything ranked; the id of a found thread is `idOf`. */
  search(text: string, more?: string): Promise<Findings>;
  idOf(threadTs: string): string;
  close(): Promise<void>;
};

/** Threads through intake, capture and index, each saved where it shows a fix, as `import --approve` does. */
export async function openIncidentLibrary(
  threads: IncidentThread[],
  embedder: Embedder,
): Promise<IncidentLibrary> {
  const store = await openStore({ memory: true });
  await ensureEmbeddingIndex(store.db, embedder.model, embedder.dimensions);
  await insertChannelIfAbsent(store.db, {
    workspaceId,
    channelId,
    name: 'incidents',
    isPrivate: false,
    isExtShared: false,
  });
  const normalizer = normalizerOfExport(createRedactor(), { botUserId: '', botId: '' });
  const ctx = {
    db: store.db,
    workspaceId,
    enqueue: enqueueNothing,
    embedder,
    model: null,
    now: () => new Date(),
    render: renderers,
    log: createLog('silent'),
  };
  const ids = new Map<string, string>();
  for (const { id, messages } of threads) {
    const read = await readThread(normalizer, { id: channelId }, placedThread(messages));
    ids.set(read.messages[0]?.ts ?? '', id);
    await inTransaction(ctx, (ctx) =>
      importAndCapture({ ...ctx, embedder: null, model: null }, read, { approve: true }),
    );
  }
  await embedMissing(ctx, Number.POSITIVE_INFINITY);
  // When they happened is not what is measured.
  const now = new Date(Date.now() + 3_650 * 86_400_000);
  return {
    search: async (text, more) => {
      const first = describeProblem({ text, alert: null });
      const problem: Problem =
        more === undefined
          ? first
          : { ...describeProblem({ text: `${text}\n${more}`, alert: null }), title: first.title };
      return findPrecedents(ctx, { viewer: 'operator', problem, now, maxBelow: 100 });
    },
    idOf: (threadTs) => ids.get(threadTs) ?? threadTs,
    close: () => store.close(),
  };
}
