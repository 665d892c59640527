import { sql } from 'drizzle-orm';
import { rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';

/** Whose rows are before any Slack is connected: what was imported on a machine that knows no token yet. */
export const localWorkspaceId = 'local';

const tables = ['channels', 'incidents', 'solutions', 'term_counts', 'outbox', 'model_usage'] as const;

/**
 * Hands what was imported before the first connection to the workspace that connects. Only to one that has
 * nothing of its own yet: two libraries are never poured together.
 */
export async function adoptLocalWorkspace({ db, workspaceId }: Scope): Promise<void> {
  await db.transaction(async (tx) => {
    const [own] = rowsOf<{ own: boolean }>(
      await tx.execute(sql`select exists (select 1 from workspaces where workspace_id = ${workspaceId})
        or not exists (select 1 from workspaces where workspace_id = ${localWorkspaceId}) as own`),
    );
    if (own?.own !== false) return;
    for (const table of tables) {
      // Messages, versions and the search index follow by their foreign keys. Precedents would not (they hang on
      // two tables), but nothing is answered before a Slack is connected.
      await tx.execute(
        sql`update ${sql.identifier(table)} set workspace_id = ${workspaceId} where workspace_id = ${localWorkspaceId}`,
      );
    }
    // With the key of its hashes; who connects writes the rest of the row.
    await tx.execute(
      sql`update workspaces set workspace_id = ${workspaceId} where workspace_id = ${localWorkspaceId}`,
    );
  });
}
