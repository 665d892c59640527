import type { Incident } from '../../src/library/incident.ts';
import type { SolutionContent } from '../../src/library/solution.ts';
import type { Db } from '../../src/store/connection/db.ts';
import { openIncident } from '../../src/store/incidents/incidents.ts';
import { indexSolution } from '../../src/store/search/search-index.ts';
import { decideDraft } from '../../src/store/solutions/draft-decisions.ts';
import { insertDraft } from '../../src/store/solutions/solution-versions.ts';

export const start = new Date('2026-03-02T10:00:00Z');

/** `minutes` after the moment that every sample begins with. */
export function minute(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

export const nowhere = { service: null, environment: null, severity: null };

export function contentOf(title: string, more: Partial<SolutionContent> = {}): SolutionContent {
  return {
    title,
    symptoms: '',
    signatures: [],
    context: nowhere,
    rootCause: null,
    fix: { immediate: 'restart it', permanent: null },
    steps: [],
    tags: [],
    ...more,
  };
}

export type SampleSolution = {
  workspaceId?: string;
  id: string;
  content?: SolutionContent;
  channelId?: string;
  threadTs?: string;
  visibility?: 'workspace' | 'channel';
  proven?: boolean;
  status?: 'draft' | 'active' | 'retired';
  createdAt?: Date;
};

/** A solution that stands in the library; `status` for one that does not. */
export async function addSolution(db: Db, given: SampleSolution): Promise<void> {
  const workspaceId = given.workspaceId ?? 'T1';
  await insertDraft(db, {
    workspaceId,
    id: given.id,
    content: given.content ?? contentOf(given.id),
    proven: given.proven ?? false,
    source: {
      channelId: given.channelId ?? 'C1',
      threadTs: given.threadTs ?? `${given.id}.1`,
      incidentId: null,
    },
    visibility: given.visibility ?? 'workspace',
    timeToResolutionMinutes: 30,
    occurredAt: start,
    createdAt: given.createdAt ?? start,
  });
  const status = given.status ?? 'active';
  if (status === 'draft') return;
  await decideDraft({ db, workspaceId }, given.id, { status, savedBy: 'bot', by: null, at: start });
}

export async function addIncident(
  db: Db,
  given: Partial<Incident> & { id: string; placeholders?: Record<string, string> },
): Promise<void> {
  await openIncident(db, {
    workspaceId: 'T1',
    channelId: 'C1',
    threadTs: `${given.id}.1`,
    status: 'open',
    title: given.id,
    symptoms: '',
    signatures: [],
    context: nowhere,
    alertKey: null,
    openedBy: null,
    openedAt: start,
    resolvedAt: null,
    lastActivityAt: start,
    placeholders: {},
    ...given,
  });
}

/** Three dimensions are enough to tell what is near. */
export const sampleModel = 'sample-3';
export const sampleSpace = 1_000;

export async function index(
  db: Db,
  solutionId: string,
  entry: {
    terms?: [number, number][];
    signatures?: string[];
    embedding?: number[];
    workspaceId?: string;
    model?: string;
  },
): Promise<void> {
  await db.transaction((tx) =>
    indexSolution(
      tx,
      {
        workspaceId: entry.workspaceId ?? 'T1',
        solutionId,
        document: {
          titleIds: [],
          problem: new Map(entry.terms ?? []),
          terms: new Map(entry.terms ?? []),
          signatures: entry.signatures ?? [],
          service: null,
          environment: null,
        },
        embeddings: [{ model: entry.model ?? sampleModel, embedding: entry.embedding ?? [1, 0, 0] }],
      },
      sampleSpace,
    ),
  );
}
