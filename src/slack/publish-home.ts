import { permalinkOf } from '../library/permalink.ts';
import { viewerOfAsker } from '../privacy/viewer-of-person.ts';
import { watchedChannels } from '../store/channels/channels.ts';
import { countIncidents } from '../store/incidents/incidents.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { countSolutions, listSolutions } from '../store/solutions/solutions.ts';
import { waitingDrafts } from './commands/waiting-drafts.ts';
import type { SlackDeps } from './slack-ctx.ts';
import { homeView } from './views/home.ts';

const mostRecent = 8;

/** A person's App Home, with only what they may see. */
export async function publishHome(deps: SlackDeps, userId: string): Promise<void> {
  const viewer = await viewerOfAsker(deps, { userId, channelId: null });
  const channels = await watchedChannels(deps.db, deps.workspaceId);
  const { workspaceWide, channelIds } =
    viewer === 'operator' ? { workspaceWide: true, channelIds: [] } : viewer;
  const watched = channels.filter(
    (channel) =>
      (workspaceWide && !channel.isPrivate && !channel.isExtShared) || channelIds.includes(channel.channelId),
  );
  const counts = await countSolutions(deps.db, deps.workspaceId, viewer);
  const recent = await listSolutions(deps.db, deps.workspaceId, 'active', viewer, mostRecent);
  const scores = await effectivenessOfSolutions(
    deps.db,
    deps.workspaceId,
    recent.map((solution) => solution.id),
  );
  const view = homeView({
    watched,
    library: {
      active: counts.active,
      drafts: counts.draft,
      incidents: await countIncidents(
        deps.db,
        deps.workspaceId,
        watched.map((channel) => channel.channelId),
      ),
    },
    drafts: await waitingDrafts(deps, viewer),
    recent: recent.flatMap((solution) => {
      const effectiveness = scores.get(solution.id);
      const { channelId, threadTs } = solution.source;
      return effectiveness === undefined
        ? []
        : [
            {
              title: solution.content.title,
              permalink: permalinkOf(deps.workspaceUrl, channelId, threadTs),
              effectiveness,
            },
          ];
    }),
    botUserId: deps.botUserId,
  });
  await deps.gateway.publishHome(userId, view);
}
