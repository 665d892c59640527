import type { WeeklyDigest } from '../library/digest.ts';
import { spanOfWeek, weekBefore, weekOf } from '../library/week.ts';
import type { Directory } from '../privacy/directory.ts';
import { findViewer } from '../privacy/find-viewer.ts';
import { visibilityOf } from '../privacy/visibility.ts';
import { type Channel, findChannel, watchedChannels } from '../store/channels/channels.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { countOpened } from '../store/incidents/trend-incidents.ts';
import { weeklyDigest } from './weekly-digest.ts';

/** One answer has the trends of so many channels. */
const maxChannels = 5;

export type Trends = { digests: WeeklyDigest[]; omittedChannels: number };

/**
 * What a person may hear of trends where they ask: in a watched channel its own, this week so far and the one before;
 * elsewhere this week of the busiest public channels, and nothing for who may not see the workspace's own.
 */
export async function trendsForPerson(
  ctx: Pick<Ctx, 'db' | 'workspaceId' | 'now'> & { gateway: Directory; workspaceUrl: string },
  asker: { userId: string; channelId: string },
): Promise<Trends> {
  const week = weekOf(ctx.now());
  const here = await findChannel(ctx, asker.channelId);
  if (here?.watched === true) {
    const { channelId } = here;
    const weeks = [week, weekBefore(ctx.now())];
    const digests = await Promise.all(weeks.map((each) => weeklyDigest(ctx, { channelId, week: each })));
    return { digests, omittedChannels: 0 };
  }
  const viewer = await findViewer(ctx, asker);
  if (viewer !== 'operator' && !viewer.workspaceWide) return { digests: [], omittedChannels: 0 };
  const publicChannels = (await watchedChannels(ctx)).filter(
    (channel) => visibilityOf(channel) === 'workspace',
  );
  const busiest = (await byOpened(ctx, publicChannels, week)).slice(0, maxChannels);
  const digests = await Promise.all(busiest.map(({ channelId }) => weeklyDigest(ctx, { channelId, week })));
  return { digests, omittedChannels: publicChannels.length - busiest.length };
}

/** Those with the most incidents of the week first. */
async function byOpened(ctx: Scope, channels: Channel[], week: string): Promise<Channel[]> {
  const span = spanOfWeek(week);
  if (span === null || channels.length <= maxChannels) return channels;
  const ids = channels.map((channel) => channel.channelId);
  const opened = await countOpened(ctx, ids, span);
  return channels.toSorted((a, b) => (opened.get(b.channelId) ?? 0) - (opened.get(a.channelId) ?? 0));
}
