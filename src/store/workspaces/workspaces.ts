import { desc } from 'drizzle-orm';
import type { Db } from '../connection/db.ts';
import { workspaces } from '../schema/workspaces.ts';

export type Workspace = {
  workspaceId: string;
  name: string;
  /** Ends with a slash: permalinks are made from it. */
  url: string;
  botUserId: string;
  botId: string;
};

export async function saveWorkspace(db: Db, workspace: Workspace, at: Date): Promise<void> {
  const row = { ...workspace, updatedAt: at };
  await db.insert(workspaces).values(row).onConflictDoUpdate({ target: workspaces.workspaceId, set: row });
}

/** The workspace that a command without Slack (search, show, digest) speaks of: the only one, or the latest seen. */
export async function latestWorkspace(db: Db): Promise<Workspace | null> {
  const [row] = await db
    .select({
      workspaceId: workspaces.workspaceId,
      name: workspaces.name,
      url: workspaces.url,
      botUserId: workspaces.botUserId,
      botId: workspaces.botId,
    })
    .from(workspaces)
    .orderBy(desc(workspaces.updatedAt), workspaces.workspaceId)
    .limit(1);
  return row ?? null;
}
