import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { workspaces } from '../schema/workspaces.ts';

/**
 * What the workspace's placeholders and alert keys are hashed by: the stored key, which the first who needs it writes.
 * A workspace that has hashes already goes on with `derivedFromToken`, by which the bot once made them; without the
 * token its key cannot be known, and what is given is for this once. Throws for a workspace that was never saved.
 */
export async function hashKeyOf(
  scope: Scope,
  { derivedFromToken }: { derivedFromToken: string | null },
): Promise<string> {
  const stored = await storedKey(scope);
  if (stored !== null) return stored;
  const random = randomBytes(32).toString('hex');
  const hasHashes = await hasHashedIncidents(scope);
  if (hasHashes && derivedFromToken === null) return random;
  const { db, workspaceId } = scope;
  await db
    .update(workspaces)
    .set({ hashKey: sql`coalesce(${workspaces.hashKey}, ${hasHashes ? derivedFromToken : random})` })
    .where(eq(workspaces.workspaceId, workspaceId));
  const kept = await storedKey(scope);
  if (kept === null) throw new Error(`the workspace ${workspaceId} has no row to keep its key in`);
  return kept;
}

async function storedKey({ db, workspaceId }: Scope): Promise<string | null> {
  const [row] = await db
    .select({ hashKey: workspaces.hashKey })
    .from(workspaces)
    .where(eq(workspaces.workspaceId, workspaceId))
    .limit(1);
  return row?.hashKey ?? null;
}

async function hasHashedIncidents({ db, workspaceId }: Scope): Promise<boolean> {
  const [row] = rowsOf<{ hashed: boolean }>(
    await db.execute(sql`select exists (select 1 from incidents where workspace_id = ${workspaceId}
      and (alert_key is not null or placeholders <> '{}'::jsonb)) as hashed`),
  );
  return row?.hashed === true;
}
