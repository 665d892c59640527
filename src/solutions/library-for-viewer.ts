import type { Effectiveness } from '../library/effectiveness.ts';
import { permalinkOf } from '../library/permalink.ts';
import type { Viewer } from '../library/viewer.ts';
import { seesChannel } from '../privacy/visibility.ts';
import { type Channel, watchedChannels } from '../store/channels/channels.ts';
import type { Ctx } from '../store/ctx.ts';
import { countIncidents } from '../store/incidents/incidents.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { countSolutions, listSolutions } from '../store/solutions/solutions.ts';
import { type WaitingDraft, waitingDrafts } from './waiting-drafts.ts';

const maxRecent = 8;

export type LibraryForViewer = {
  watched: Channel[];
  library: { active: number; drafts: number; incidents: number };
  drafts: WaitingDraft[];
  /** The newest saved fixes, the newest first. */
  recent: { title: string; permalink: string | null; effectiveness: Effectiveness }[];
};

/** The state of the library, with only the channels, fixes and numbers that the viewer may see. */
export async function libraryForViewer(
  ctx: Pick<Ctx, 'db' | 'workspaceId' | 'now'> & { workspaceUrl: string },
  viewer: Viewer,
): Promise<LibraryForViewer> {
  const watched = (await watchedChannels(ctx)).filter((channel) => seesChannel(viewer, channel));
  const channelIds = watched.map(({ channelId }) => channelId);
  const { active } = await countSolutions(ctx, viewer);
  const drafts = await waitingDrafts(ctx, viewer);
  const recent = await listSolutions(ctx, 'active', viewer, maxRecent);
  const ids = recent.map(({ id }) => id);
  const scores = await effectivenessOfSolutions(ctx, ids);
  return {
    watched,
    library: { active, drafts: drafts.total, incidents: await countIncidents(ctx, channelIds) },
    drafts: drafts.newest,
    recent: recent.flatMap(({ id, content, source }) => {
      const effectiveness = scores.get(id);
      const permalink = permalinkOf(ctx.workspaceUrl, source.channelId, source.threadTs);
      return effectiveness === undefined ? [] : [{ title: content.title, permalink, effectiveness }];
    }),
  };
}
