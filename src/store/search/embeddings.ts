import { createHash } from 'node:crypto';
import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import { PrecedentError } from '../../errors.ts';
import type { SolutionContent } from '../../library/solution.ts';
import { type Db, rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { solutionEmbeddings } from '../schema/search.ts';
import { solutions } from '../schema/solutions.ts';
import { visibleTo } from './visible-to.ts';

/** Of the problem, and of passages of its thread. */
export type ModelEmbedding = { model: string; embedding: number[]; passages?: number[][] };

/** A model's name is a literal in its index and in each search, so it is held to characters that need no quoting. */
export function modelName(model: string): string {
  return model.replace(/[^\w.@/:+-]/g, '-');
}

/**
 * Puts solutions' embeddings in the place of all that they had: the text may have changed, and what another model
 * made of the old one is then missing, to be made again.
 */
export async function saveEmbeddings(
  db: Db,
  entries: { workspaceId: string; solutionId: string; embeddings: ModelEmbedding[] }[],
): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  const ids = entries.map((entry) => entry.solutionId);
  await db
    .delete(solutionEmbeddings)
    .where(
      and(eq(solutionEmbeddings.workspaceId, first.workspaceId), inArray(solutionEmbeddings.solutionId, ids)),
    );
  const rows = entries.flatMap(({ workspaceId, solutionId, embeddings }) =>
    embeddings.flatMap(({ model, embedding, passages = [] }) =>
      [embedding, ...passages].map((vector, part) => ({
        workspaceId,
        solutionId,
        embeddingModel: modelName(model),
        part,
        embedding: vector,
      })),
    ),
  );
  if (rows.length === 0) return;
  await db
    .insert(solutionEmbeddings)
    .values(rows)
    // Re-embedding may have been faster with what it read before; what is saved now is newer.
    .onConflictDoUpdate({
      target: [
        solutionEmbeddings.workspaceId,
        solutionEmbeddings.solutionId,
        solutionEmbeddings.embeddingModel,
        solutionEmbeddings.part,
      ],
      set: { embedding: sql`excluded.embedding` },
    });
}

/** The models that have embeddings in a workspace, and of how many solutions; the most first. */
export async function embeddedModels({
  db,
  workspaceId,
}: Scope): Promise<{ model: string; solutions: number }[]> {
  return db
    .select({ model: solutionEmbeddings.embeddingModel, solutions: sql<number>`count(*)::int` })
    .from(solutionEmbeddings)
    .where(and(eq(solutionEmbeddings.workspaceId, workspaceId), eq(solutionEmbeddings.part, 0)))
    .groupBy(solutionEmbeddings.embeddingModel)
    .orderBy(sql`count(*) desc`, asc(solutionEmbeddings.embeddingModel));
}

/**
 * The model whose index answers: the one with the most solutions; on a tie the configured one. So the earlier one
 * serves until the new one is whole.
 */
export async function servingModel(scope: Scope, configured: string): Promise<string> {
  if (!(await hasOtherModels(scope, configured))) return configured;
  const model = modelName(configured);
  const models = await embeddedModels(scope);
  const configuredCount = models.find((each) => each.model === model)?.solutions ?? 0;
  const [largest] = models;
  return largest === undefined || largest.solutions <= configuredCount ? configured : largest.model;
}

/** Whether any embedding is another model's: two looks into an index, however large the library is. */
export async function hasOtherModels({ db, workspaceId }: Scope, configured: string): Promise<boolean> {
  const model = modelName(configured);
  const [found] = rowsOf<{ others: boolean }>(
    await db.execute(sql`select
      exists (select 1 from solution_embeddings where workspace_id = ${workspaceId} and embedding_model < ${model})
      or exists (select 1 from solution_embeddings where workspace_id = ${workspaceId} and embedding_model > ${model})
      as others`),
  );
  return found?.others === true;
}

/** Of how many solutions and past incidents a model has the embedding. */
export async function embeddingProgress(
  { db, workspaceId }: Scope,
  model: string,
): Promise<{ embedded: number; active: number }> {
  const [row] = rowsOf<{ embedded: number; active: number }>(
    await db.execute(sql`
      select count(*)::int as active, count(se.solution_id)::int as embedded
      from solutions s left join solution_embeddings se on se.workspace_id = s.workspace_id
        and se.solution_id = s.solution_id and se.embedding_model = ${modelName(model)} and se.part = 0
      where s.workspace_id = ${workspaceId} and s.status <> 'retired'`),
  );
  return { embedded: row?.embedded ?? 0, active: row?.active ?? 0 };
}

export type Unembedded = {
  solutionId: string;
  version: number;
  content: SolutionContent;
  incidentId: string | null;
};

/** Solutions and past incidents without an embedding of this model, by id, behind `after`. */
export async function solutionsWithoutEmbedding(
  { db, workspaceId }: Scope,
  model: string,
  page: { after: string; limit: number },
): Promise<Unembedded[]> {
  return db
    .select({
      solutionId: solutions.solutionId,
      version: solutions.version,
      content: solutions.content,
      incidentId: solutions.incidentId,
    })
    .from(solutions)
    .where(
      and(
        eq(solutions.workspaceId, workspaceId),
        ne(solutions.status, 'retired'),
        gt(solutions.solutionId, page.after),
        visibleTo('operator'),
        sql`not exists (select 1 from solution_embeddings se where se.workspace_id = ${solutions.workspaceId}
          and se.solution_id = ${solutions.solutionId} and se.embedding_model = ${modelName(model)} and se.part = 0)`,
      ),
    )
    .orderBy(asc(solutions.solutionId))
    .limit(page.limit);
}

/** Adds embeddings of solutions that still stand as they were read; one edited in between stays missing. */
export async function addEmbeddings(
  { db, workspaceId }: Scope,
  model: string,
  newEmbeddings: { solutionId: string; version: number; embedding: number[]; passages: number[][] }[],
): Promise<void> {
  if (newEmbeddings.length === 0) return;
  const rows = sql.join(
    newEmbeddings.flatMap(({ solutionId, version, embedding, passages }) =>
      [embedding, ...passages].map(
        (vector, part) =>
          sql`(${solutionId}::text, ${version}::int, ${part}::smallint, ${`[${vector.join(',')}]`}::text)`,
      ),
    ),
    sql`, `,
  );
  // The lock makes an edit wait, or shows us its version: a stale embedding would never be missed again.
  await db.execute(sql`
    insert into solution_embeddings (workspace_id, solution_id, embedding_model, part, embedding)
    select s.workspace_id, s.solution_id, ${modelName(model)}, made.part, made.embedding::halfvec
    from solutions s join (values ${rows}) as made (solution_id, version, part, embedding)
      on made.solution_id = s.solution_id and made.version = s.version
    where s.workspace_id = ${workspaceId} and s.status <> 'retired'
    order by s.solution_id, made.part for share of s
    on conflict do nothing`);
}

/** Lets go of every other model's embeddings, and of the indexes that no workspace needs any more. */
export async function dropOtherEmbeddings({ db, workspaceId }: Scope, model: string): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${indexLock})`);
    const others = (await embeddedModels({ db: tx, workspaceId }))
      .map((each) => each.model)
      .filter((other) => other !== modelName(model));
    for (const other of others) {
      const indexes = rowsOf<{ name: string }>(
        await tx.execute(sql`
          select indexname as name from pg_indexes
          where tablename = 'solution_embeddings' and schemaname = current_schema()
            and starts_with(indexname, ${indexPrefix(other)})
            and not exists (select 1 from solution_embeddings
              where embedding_model = ${other} and workspace_id <> ${workspaceId})`),
      );
      // First the index: then the rows go without a walk through its graph for each.
      for (const { name } of indexes) await tx.execute(sql`drop index if exists ${sql.identifier(name)}`);
      await tx
        .delete(solutionEmbeddings)
        .where(
          and(eq(solutionEmbeddings.workspaceId, workspaceId), eq(solutionEmbeddings.embeddingModel, other)),
        );
    }
    return others;
  });
}

/** Replicas that start at once make an index one after the other: "if not exists" alone lets both try, and one fail. */
const indexLock = 7_073_102;

/** pgvector's HNSW takes halfvec up to so many. */
const maxDimensions = 4_000;

/** Makes the partial HNSW index of an embedding model, once. Throws 'config' for more dimensions than pgvector indexes. */
export async function ensureEmbeddingIndex(db: Db, model: string, dimensions: number): Promise<void> {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > maxDimensions) {
    throw new PrecedentError(
      'config',
      `The embedding model gives vectors of ${dimensions} dimensions; an index takes 1 to ${maxDimensions}. Set PRECEDENT_EMBEDDER_DIMENSIONS if the model can give fewer, or choose another model.`,
    );
  }
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${indexLock})`);
    // A graph of 100,000 vectors is built in memory by then, and not in minutes of swapping.
    await tx.execute(sql`set local maintenance_work_mem = '256MB'`);
    // Of an earlier version, which had every vector in it.
    await tx.execute(sql.raw(`drop index if exists "${indexPrefix(modelName(model))}${dimensions}"`));
    await tx.execute(
      sql.raw(`create index if not exists "${indexPrefix(modelName(model))}${dimensions}_problem"
        on solution_embeddings using hnsw ((embedding::halfvec(${dimensions})) halfvec_cosine_ops)
        with (m = 32, ef_construction = 128)
        where embedding_model = '${modelName(model)}' and part = 0`),
    );
  });
}

/** PostgreSQL cuts a name at 63 bytes; the hash distinguishes two models whose names are long or differ in a character. */
function indexPrefix(model: string): string {
  const readable = model
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 24);
  return `solution_embeddings_${readable}_${createHash('sha256').update(model).digest('hex').slice(0, 8)}_`;
}
