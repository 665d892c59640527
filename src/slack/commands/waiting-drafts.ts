import { permalinkOf } from '../../library/permalink.ts';
import { hasFix } from '../../library/solution.ts';
import type { Viewer } from '../../library/viewer.ts';
import { findViewer } from '../../privacy/find-viewer.ts';
import type { Body } from '../../store/outbox/outbox.ts';
import { countSolutions, listSolutions } from '../../store/solutions/solutions.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import type { WaitingDraft } from '../views/draft-list.ts';
import { draftsBody } from '../views/drafts.ts';

const maxDrafts = 10;

/** Drafts that the viewer may see, newest first: as many as one message shows. */
export async function waitingDrafts(
  ctx: Pick<SlackCtx, 'db' | 'workspaceId' | 'workspaceUrl' | 'now'>,
  viewer: Viewer,
): Promise<WaitingDraft[]> {
  const drafts = await listSolutions(ctx, 'draft', viewer, maxDrafts);
  return drafts.map(({ id, content, source, proven, createdAt }) => ({
    solutionId: id,
    title: content.title,
    channelId: source.channelId,
    threadTs: source.threadTs,
    permalink: permalinkOf(ctx.workspaceUrl, source.channelId, source.threadTs),
    ageDays: (ctx.now().getTime() - createdAt.getTime()) / 86_400_000,
    proven,
    hasFix: hasFix(content),
  }));
}

/** The list that one person gets to see, with how many wait in all. */
export async function listDrafts(ctx: SlackCtx, asker: { userId: string; channelId: string }): Promise<Body> {
  const viewer = await findViewer(ctx, asker);
  const { draft } = await countSolutions(ctx, viewer);
  return draftsBody(await waitingDrafts(ctx, viewer), draft);
}
