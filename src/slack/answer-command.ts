import { weekBefore, weekOf } from '../library/week.ts';
import { findChannel, watchedChannels } from '../store/channels.ts';
import type { Body } from '../store/outbox.ts';
import { weeklyDigest } from '../trends/weekly-digest.ts';
import { errorBody } from './blocks/error.ts';
import { helpBody } from './blocks/help.ts';
import { membersOnly, settingsModal } from './blocks/settings.ts';
import { trendsBody } from './blocks/trends.ts';
import { findFor } from './find-for.ts';
import { parseCommand } from './parse-command.ts';
import type { SlackDeps } from './slack-deps.ts';
import { viewerOfAsker } from './viewer-of-asker.ts';
import { listDrafts } from './waiting-drafts.ts';
import { unwatch, watch } from './watch-channel.ts';

/** What the person sees after `/precedent …`; null when the answer is elsewhere (a modal, a message in the channel). */
export async function answerCommand(
  deps: SlackDeps,
  asked: { text: string; userId: string; channelId: string; triggerId: string },
): Promise<Body | null> {
  const command = parseCommand(asked.text);
  switch (command.kind) {
    case 'watch': {
      const sentence = await watch(deps, { ...asked, mode: command.mode });
      return sentence === null ? null : { text: sentence, blocks: [] };
    }
    case 'unwatch':
      return { text: await unwatch(deps, asked.channelId), blocks: [] };
    case 'find':
      return findFor(deps, { ...asked, query: command.query });
    case 'drafts':
      return listDrafts(deps, asked);
    case 'trends':
      return trends(deps, asked);
    case 'settings':
      return settings(deps, asked);
    case 'typo':
      return helpBody({ unknown: command.word, nearest: command.nearest });
    case 'help':
      return helpBody({});
  }
}

/** This week so far and the one before, of the channel asked in; elsewhere of every public watched channel. */
async function trends(deps: SlackDeps, asker: { userId: string; channelId: string }): Promise<Body> {
  const here = await findChannel(deps.db, deps.workspaceId, asker.channelId);
  const viewer = await viewerOfAsker(deps, asker);
  const isOutsider = viewer !== 'operator' && !viewer.workspaceWide;
  const all = isOutsider ? [] : await watchedChannels(deps.db, deps.workspaceId);
  const channels =
    here?.watched === true ? [here] : all.filter((channel) => !channel.isPrivate && !channel.isExtShared);
  if (channels.length === 0) {
    return errorBody('I watch no channel here yet. Type /precedent watch where your incidents are.');
  }
  const weeks = here?.watched === true ? [weekOf(deps.now()), weekBefore(deps.now())] : [weekOf(deps.now())];
  const digests = await Promise.all(
    channels
      .slice(0, 5)
      .flatMap((channel) => weeks.map((week) => weeklyDigest(deps, { channelId: channel.channelId, week }))),
  );
  return trendsBody(digests, deps.now());
}

async function settings(
  deps: SlackDeps,
  asked: { userId: string; channelId: string; triggerId: string },
): Promise<Body | null> {
  const channel = await findChannel(deps.db, deps.workspaceId, asked.channelId);
  if (channel === null || !channel.watched) {
    return errorBody('I do not watch this channel, so there is nothing to set. Type /precedent watch first.');
  }
  if (!(await deps.gateway.isMember(asked.channelId, asked.userId))) return errorBody(membersOnly);
  await deps.gateway.openModal(asked.triggerId, settingsModal({ ...channel, channelName: channel.name }));
  return null;
}
