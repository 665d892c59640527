import type { Config } from '../config.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { Log } from '../log.ts';
import { identify } from '../slack/connection/identify.ts';
import { createWebClient } from '../slack/connection/web-clients.ts';
import { openStore, type Store } from '../store/connection/open.ts';
import { type Ctx, enqueueNothing } from '../store/ctx.ts';
import { adoptLocalWorkspace, localWorkspaceId } from '../store/workspaces/adopt-local-workspace.ts';
import { latestWorkspace, saveWorkspace, type Workspace } from '../store/workspaces/workspaces.ts';
import { openEmbedder } from './open-embedder.ts';

export type Library = {
  store: Store;
  workspace: Workspace;
  embedder: Embedder;
  /** Its jobs go nowhere: a command does by itself what it is for. */
  ctx: Ctx & { workspaceUrl: string; embedder: Embedder };
};

const localWorkspace: Workspace = {
  workspaceId: localWorkspaceId,
  name: 'local',
  url: 'https://slack.com/',
  botUserId: '',
  botId: '',
};

/**
 * The library for a command that needs no Slack: of the workspace of the bot token, else of the one that was
 * here last, else one that waits for the first connection.
 */
export async function openLibrary(config: Config, log: Log): Promise<Library> {
  const store = await openStore(config.database);
  try {
    const connected = await workspaceOf(config, log);
    // Before it is saved: from then on it counts as one with a library of its own.
    if (connected !== null) await adoptLocalWorkspace({ db: store.db, workspaceId: connected.workspaceId });
    const workspace = connected ?? (await latestWorkspace(store.db)) ?? localWorkspace;
    await saveWorkspace(store.db, workspace, new Date());
    const embedder = await openEmbedder(config, store.db, workspace.workspaceId);
    const { workspaceId, url: workspaceUrl } = workspace;
    const enqueue = enqueueNothing;
    const ctx = { db: store.db, workspaceId, workspaceUrl, embedder, enqueue, now: () => new Date(), log };
    return { store, workspace, embedder, ctx };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function workspaceOf(config: Config, log: Log): Promise<Workspace | null> {
  const { botToken, apiUrl } = config.slack;
  if (botToken === null) return null;
  return identify(createWebClient({ token: botToken, ...(apiUrl === null ? {} : { apiUrl }) }, log));
}
