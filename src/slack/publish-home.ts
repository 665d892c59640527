import { permalinkOf } from '../library/permalink.ts';
import { findViewer } from '../privacy/find-viewer.ts';
import { watchedChannels } from '../store/channels/channels.ts';
import { countIncidents } from '../store/incidents/incidents.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { countSolutions, listSolutions } from '../store/solutions/solutions.ts';
import { waitingDrafts } from './commands/waiting-drafts.ts';
import type { SlackCtx } from './slack-ctx.ts';
import { homeView } from './views/home.ts';

const maxRecent = 8;

/** A person's App Home, with only what they may see. */
export async function publishHome(ctx: SlackCtx, userId: string): Promise<void> {
  const viewer = await findViewer(ctx, { userId, channelId: null });
  const channels = await watchedChannels(ctx);
  const { workspaceWide, channelIds } =
    viewer === 'operator' ? { workspaceWide: true, channelIds: [] } : viewer;
  const watched = channels.filter(
    (channel) =>
      (workspaceWide && !channel.isPrivate && !channel.isExtShared) || channelIds.includes(channel.channelId),
  );
  const counts = await countSolutions(ctx, viewer);
  const recent = await listSolutions(ctx, 'active', viewer, maxRecent);
  const scores = await effectivenessOfSolutions(
    ctx,
    recent.map((solution) => solution.id),
  );
  const view = homeView({
    watched,
    library: {
      active: counts.active,
      drafts: counts.draft,
      incidents: await countIncidents(
        ctx,
        watched.map((channel) => channel.channelId),
      ),
    },
    drafts: await waitingDrafts(ctx, viewer),
    recent: recent.flatMap((solution) => {
      const effectiveness = scores.get(solution.id);
      const { channelId, threadTs } = solution.source;
      return effectiveness === undefined
        ? []
        : [
            {
              title: solution.content.title,
              permalink: permalinkOf(ctx.workspaceUrl, channelId, threadTs),
              effectiveness,
            },
          ];
    }),
    botUserId: ctx.botUserId,
  });
  await ctx.gateway.publishHome(userId, view);
}
