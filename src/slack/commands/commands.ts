import { offerBackfill } from '../../intake/backfill/offer-backfill.ts';
import { readChannelSettings } from '../../intake/channel-settings.ts';
import { unwatchChannel } from '../../intake/unwatch-channel.ts';
import { watchChannel } from '../../intake/watch-channel.ts';
import type { ChannelMode } from '../../store/channels/channels.ts';
import { trendsForPerson } from '../../trends/trends-for-person.ts';
import { showModal } from '../modals/show-modal.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { errorBody } from '../views/error.ts';
import { helpBody } from '../views/help.ts';
import type { Body } from '../views/limits.ts';
import { settingsModal } from '../views/settings.ts';
import { trendsBody } from '../views/trends.ts';
import { listDrafts } from './list-drafts.ts';

/** Who asked and where, as Slack says; `mode` is what `watch` was given. */
export type CommandRequest = { userId: string; channelId: string; triggerId: string; mode: ChannelMode };

export type SlashCommand = {
  /** Its line of the help; null: `help` itself. */
  help: string | null;
  /** Words that people try for it. */
  aliases: readonly string[];
  /** What may follow it besides "here", "this channel" and the like. */
  fillers?: RegExp;
  /** What the person sees; null when the answer is elsewhere (a modal, a message in the channel). */
  answer: (ctx: SlackCtx, request: CommandRequest) => Promise<Body | null>;
};

/** Every `/precedent <word>`, in the order of the help. Any other text is a search. */
export const commands = {
  watch: {
    help: '`/precedent watch` – follows the incidents of this channel (`watch incidents`, `alerts` or `mixed`)',
    aliases: ['start', 'follow'],
    answer: async (ctx, request) => {
      if ((await watchChannel(ctx, request)) === 'started') return null;
      return sentence(`I watch this channel already; from now on in mode \`${request.mode}\`.`);
    },
  },
  unwatch: {
    help: '`/precedent unwatch` – stops that',
    aliases: ['stop', 'unfollow'],
    answer: async (ctx, request) =>
      sentence(
        (await unwatchChannel(ctx, request))
          ? 'I no longer watch this channel. What it taught stays in the library; `/precedent watch` starts again.'
          : 'I do not watch this channel.',
      ),
  },
  learn: {
    help: '`/precedent learn` – offers to learn from the past of this channel',
    aliases: ['backfill', 'history', 'past'],
    fillers: /^(?:from|past|history|again)$/i,
    answer: async (ctx, request) => {
      if ((await offerBackfill(ctx, request)) === 'offered') return null;
      return sentence(
        "I am reading this channel's past already; *Stop* at the message that tells of it ends that.",
      );
    },
  },
  drafts: {
    help: '`/precedent drafts` – fixes that wait to be saved',
    aliases: [],
    answer: listDrafts,
  },
  trends: {
    help: '`/precedent trends` – this week against the weeks before',
    aliases: ['gaps', 'gap', 'digest'],
    answer: async (ctx, request) => {
      const { digests, omittedChannels } = await trendsForPerson(ctx, request);
      if (digests.length > 0) return trendsBody(digests, ctx.now(), omittedChannels);
      return errorBody('I watch no channel here yet. Type /precedent watch where your incidents are.');
    },
  },
  settings: {
    help: '`/precedent settings` – of this channel: what opens an incident, how sure I must be to answer, what I save without asking',
    aliases: [],
    answer: async (ctx, request) => {
      await showModal(ctx, request, async () => {
        const channel = await readChannelSettings(ctx, request);
        return settingsModal({ ...channel, channelName: channel.name });
      });
      return null;
    },
  },
  help: {
    help: null,
    aliases: ['forget', 'commands'],
    answer: async () => answerHelp(),
  },
} as const satisfies Readonly<Record<string, SlashCommand>>;

export type CommandWord = keyof typeof commands;

/** All words, in the order of the help. */
export const commandWords = Object.keys(commands) as [CommandWord, ...CommandWord[]];

/** What the bot answers to; after an unknown word, first the nearest right one. Both are without `/precedent`. */
export function answerHelp(asked: { unknown?: string; nearest?: string } = {}): Body {
  const lines = Object.values<SlashCommand>(commands).flatMap(({ help }) => help ?? []);
  return helpBody({ ...asked, lines, words: commandWords });
}

function sentence(text: string): Body {
  return { text, blocks: [] };
}
