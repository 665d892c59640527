import { offerBackfill } from '../../intake/backfill/offer-backfill.ts';
import { readChannelSettings } from '../../intake/channel-settings.ts';
import { unwatchChannel } from '../../intake/unwatch-channel.ts';
import { watchChannel } from '../../intake/watch-channel.ts';
import { searchForPerson } from '../../match/search-for-person.ts';
import { trendsForPerson } from '../../trends/trends-for-person.ts';
import { showModal } from '../modals/show-modal.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { errorBody } from '../views/error.ts';
import { findBody } from '../views/find.ts';
import { helpBody } from '../views/help.ts';
import type { Body } from '../views/limits.ts';
import { settingsModal } from '../views/settings.ts';
import { trendsBody } from '../views/trends.ts';
import { listDrafts } from './list-drafts.ts';
import { parseCommand } from './parse-command.ts';

/** `/precedent …` as Slack hands it over; `channelId` is Slack's word. */
type Request = { text: string; userId: string; channelId: string; triggerId: string };

/** What the person sees after `/precedent …`; null when the answer is elsewhere (a modal, a message in the channel). */
export async function answerCommand(ctx: SlackCtx, request: Request): Promise<Body | null> {
  const command = parseCommand(request.text);
  switch (command.kind) {
    case 'watch': {
      const { mode } = command;
      const watched = await watchChannel(ctx, { ...request, mode });
      if (watched === 'started') return null;
      return sentence(`I watch this channel already; from now on in mode \`${mode}\`.`);
    }
    case 'unwatch':
      return sentence(
        (await unwatchChannel(ctx, request))
          ? 'I no longer watch this channel. What it taught stays in the library; `/precedent watch` starts again.'
          : 'I do not watch this channel.',
      );
    case 'learn': {
      if ((await offerBackfill(ctx, request)) === 'offered') return null;
      return sentence(
        "I am reading this channel's past already; *Stop* at the message that tells of it ends that.",
      );
    }
    case 'find':
      return findBody(await searchForPerson(ctx, { ...request, query: command.query }));
    case 'drafts':
      return listDrafts(ctx, request);
    case 'trends': {
      const { digests, omittedChannels } = await trendsForPerson(ctx, request);
      if (digests.length > 0) return trendsBody(digests, ctx.now(), omittedChannels);
      return errorBody('I watch no channel here yet. Type /precedent watch where your incidents are.');
    }
    case 'settings':
      await showModal(ctx, request, async () => {
        const channel = await readChannelSettings(ctx, request);
        return settingsModal({ ...channel, channelName: channel.name });
      });
      return null;
    case 'typo':
      return helpBody({ unknown: command.word, nearest: command.nearest });
    case 'help':
      return helpBody({});
  }
}

function sentence(text: string): Body {
  return { text, blocks: [] };
}
