import type { Embedder } from '../../embed/embedder.ts';
import { featuresOfSolution } from '../../library/solution-features.ts';
import { createLog } from '../../log.ts';
import { type Findings, findPrecedents } from '../../match/find-precedents.ts';
import type { Redactor } from '../../privacy/redact.ts';
import { embedMissing } from '../../solutions/embed-missing.ts';
import { openStore } from '../../store/connection/open.ts';
import { enqueueNothing } from '../../store/ctx.ts';
import { ensureEmbeddingIndex } from '../../store/search/embeddings.ts';
import { addSolutions } from '../../store/solutions/add-solutions.ts';
import { documentOf, termSpace } from '../../text/search-document.ts';
import { problemOf } from './dataset-problem.ts';
import type { Dataset } from './read-dataset.ts';

const log = createLog('silent');
const workspaceId = 'dataset';
const channelId = 'dataset';
const batchSize = 250;
const rankingDepth = 100;

export type DatasetAnswer = { id: string; findings: Findings; searchMs: number };

/**
 * Puts the documents into a library of their own, in memory, and asks it every query as the bot asks: through redaction,
 * features, index and model. A query never finds itself. Answers come in the order of the queries.
 */
export async function searchDataset(
  dataset: Dataset,
  { redactor, embedder }: { redactor: Redactor; embedder: Embedder },
  onProgress: (message: string) => void,
): Promise<DatasetAnswer[]> {
  const store = await openStore({ memory: true });
  const now = new Date();
  // When they were written is not known, and none of them shall count as recent.
  const longAgo = new Date(now.getTime() - 10 * 365 * 86_400_000);
  try {
    for (let from = 0; from < dataset.documents.length; from += batchSize) {
      const documents = dataset.documents.slice(from, from + batchSize);
      const ready = await Promise.all(
        documents.map(async (document) => {
          const content = {
            ...(await problemOf(redactor, document)),
            rootCause: null,
            fix: { immediate: null, permanent: null },
            steps: [],
            tags: [],
          };
          const features = featuresOfSolution(content);
          return {
            workspaceId,
            id: document.id,
            content,
            proven: false,
            source: { channelId, threadTs: document.id, incidentId: null },
            visibility: 'workspace' as const,
            timeToResolutionMinutes: null,
            occurredAt: longAgo,
            createdAt: now,
            entry: {
              document: documentOf(features),
              embeddings: [],
            },
          };
        }),
      );
      await store.db.transaction((tx) => addSolutions(tx, ready, termSpace));
      onProgress(`${from + documents.length} of ${dataset.documents.length} documents indexed`);
    }
    await ensureEmbeddingIndex(store.db, embedder.model, embedder.dimensions);
    const ctx = { db: store.db, workspaceId, embedder, enqueue: enqueueNothing, now: () => now, log };
    await embedMissing(ctx, Number.POSITIVE_INFINITY);
    const answers: DatasetAnswer[] = [];
    for (const query of dataset.queries) {
      const problem = await problemOf(redactor, query);
      const started = performance.now();
      const findings = await findPrecedents(ctx, {
        viewer: 'operator',
        problem,
        now,
        maxBelow: rankingDepth,
        exceptThread: { channelId, threadTs: query.id },
      });
      answers.push({ id: query.id, findings, searchMs: performance.now() - started });
    }
    return answers;
  } finally {
    await store.close();
  }
}
