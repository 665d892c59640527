import { featuresOfSolution } from '../../src/library/solution-features.ts';
import type { Db } from '../../src/store/connection/db.ts';
import { addSolutions } from '../../src/store/solutions/add-solutions.ts';
import { documentOf, termSpace } from '../../src/text/search-document.ts';
import { contentOf, start } from './sample-rows.ts';

export const sampleTitle = (number: number) => `checkout pool exhausted on web${number + 100}`;

/** So many solutions that are found by their words and have no embedding yet: `sol_000` and on, with `sampleTitle`. */
export async function fillLibrary(db: Db, workspaceId: string, size: number): Promise<void> {
  const ready = Array.from({ length: size }, (_, number) => {
    const content = contentOf(sampleTitle(number));
    const features = featuresOfSolution(content);
    return {
      workspaceId,
      id: `sol_${String(number).padStart(3, '0')}`,
      content,
      proven: true,
      source: { channelId: 'C1', threadTs: `${number}.1`, incidentId: null },
      visibility: 'workspace' as const,
      timeToResolutionMinutes: null,
      occurredAt: start,
      createdAt: start,
      entry: { document: documentOf(features), embeddings: [] },
    };
  });
  await db.transaction((tx) => addSolutions(tx, ready, termSpace));
}
