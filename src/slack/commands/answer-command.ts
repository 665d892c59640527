import { spanOfWeek, weekBefore, weekOf } from '../../library/week.ts';
import { findViewer } from '../../privacy/find-viewer.ts';
import { type Channel, findChannel, watchedChannels } from '../../store/channels/channels.ts';
import { countOpened } from '../../store/incidents/trend-incidents.ts';
import type { Body } from '../../store/outbox/outbox.ts';
import { weeklyDigest } from '../../trends/weekly-digest.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { errorBody } from '../views/error.ts';
import { helpBody } from '../views/help.ts';
import { membersOnly, settingsModal } from '../views/settings.ts';
import { trendsBody } from '../views/trends.ts';
import { offerBackfill } from './offer-backfill.ts';
import { parseCommand } from './parse-command.ts';
import { searchForPerson } from './search-for-person.ts';
import { listDrafts } from './waiting-drafts.ts';
import { unwatch, watch } from './watch-channel.ts';

/** Of so many channels the trends are told in one answer. */
const maxChannels = 5;

/** What the person sees after `/precedent …`; null when the answer is elsewhere (a modal, a message in the channel). */
export async function answerCommand(
  ctx: SlackCtx,
  request: { text: string; userId: string; channelId: string; triggerId: string },
): Promise<Body | null> {
  const command = parseCommand(request.text);
  switch (command.kind) {
    case 'watch': {
      const sentence = await watch(ctx, { ...request, mode: command.mode });
      return sentence === null ? null : { text: sentence, blocks: [] };
    }
    case 'unwatch':
      return { text: await unwatch(ctx, request.channelId), blocks: [] };
    case 'learn': {
      const sentence = await offerBackfill(ctx, request.channelId);
      return sentence === null ? null : { text: sentence, blocks: [] };
    }
    case 'find':
      return searchForPerson(ctx, { ...request, query: command.query });
    case 'drafts':
      return listDrafts(ctx, request);
    case 'trends':
      return trends(ctx, request);
    case 'settings':
      return settings(ctx, request);
    case 'typo':
      return helpBody({ unknown: command.word, nearest: command.nearest });
    case 'help':
      return helpBody({});
  }
}

/** This week so far and the one before, of the channel asked in; elsewhere of the busiest public watched channels. */
async function trends(ctx: SlackCtx, asker: { userId: string; channelId: string }): Promise<Body> {
  const now = ctx.now();
  const here = await findChannel(ctx, asker.channelId);
  if (here?.watched === true) {
    const { channelId } = here;
    const weeks = [weekOf(now), weekBefore(now)];
    return trendsBody(await Promise.all(weeks.map((week) => weeklyDigest(ctx, { channelId, week }))), now);
  }
  const viewer = await findViewer(ctx, asker);
  const isOutsider = viewer !== 'operator' && !viewer.workspaceWide;
  const all = isOutsider ? [] : await watchedChannels(ctx);
  const publicChannels = all.filter((channel) => !channel.isPrivate && !channel.isExtShared);
  if (publicChannels.length === 0) {
    return errorBody('I watch no channel here yet. Type /precedent watch where your incidents are.');
  }
  const week = weekOf(now);
  const busiest = (await byOpened(ctx, publicChannels, week)).slice(0, maxChannels);
  const digests = await Promise.all(busiest.map(({ channelId }) => weeklyDigest(ctx, { channelId, week })));
  return trendsBody(digests, now, publicChannels.length - busiest.length);
}

/** Those with the most incidents of the week first. */
async function byOpened(ctx: SlackCtx, publicChannels: Channel[], week: string): Promise<Channel[]> {
  const span = spanOfWeek(week);
  if (span === null || publicChannels.length <= maxChannels) return publicChannels;
  const ids = publicChannels.map((channel) => channel.channelId);
  const opened = await countOpened(ctx, ids, span);
  return publicChannels.toSorted((a, b) => (opened.get(b.channelId) ?? 0) - (opened.get(a.channelId) ?? 0));
}

async function settings(
  ctx: SlackCtx,
  request: { userId: string; channelId: string; triggerId: string },
): Promise<Body | null> {
  const channel = await findChannel(ctx, request.channelId);
  if (channel === null || !channel.watched) {
    return errorBody('I do not watch this channel, so there is nothing to set. Type /precedent watch first.');
  }
  if (!(await ctx.gateway.isMember(request.channelId, request.userId))) return errorBody(membersOnly);
  await ctx.gateway.openModal(request.triggerId, settingsModal({ ...channel, channelName: channel.name }));
  return null;
}
