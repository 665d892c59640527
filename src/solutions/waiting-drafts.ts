import { permalinkOf } from '../library/permalink.ts';
import { hasFix } from '../library/solution.ts';
import type { Viewer } from '../library/viewer.ts';
import type { Ctx } from '../store/ctx.ts';
import { countSolutions, listSolutions } from '../store/solutions/solutions.ts';

/** As many as one message shows. */
const maxDrafts = 10;

/** A draft that waits for a person. `hasFix` false: it cannot be saved before somebody writes the fix. */
export type WaitingDraft = {
  solutionId: string;
  title: string;
  channelId: string;
  threadTs: string;
  permalink: string | null;
  ageDays: number;
  proven: boolean;
  hasFix: boolean;
};

/** The newest drafts that the viewer may see, newest first, and how many there are in all. */
export async function waitingDrafts(
  ctx: Pick<Ctx, 'db' | 'workspaceId' | 'now'> & { workspaceUrl: string },
  viewer: Viewer,
): Promise<{ newest: WaitingDraft[]; total: number }> {
  const drafts = await listSolutions(ctx, 'draft', viewer, maxDrafts);
  const newest = drafts.map(({ id, content, source, proven, createdAt }) => ({
    solutionId: id,
    title: content.title,
    channelId: source.channelId,
    threadTs: source.threadTs,
    permalink: permalinkOf(ctx.workspaceUrl, source.channelId, source.threadTs),
    ageDays: (ctx.now().getTime() - createdAt.getTime()) / 86_400_000,
    proven,
    hasFix: hasFix(content),
  }));
  return { newest, total: (await countSolutions(ctx, viewer)).draft };
}
