import type { App, MessageShortcut } from '@slack/bolt';
import { PrecedentError } from '../../errors.ts';
import { captureOnRequest } from '../../intake/capture-on-request.ts';
import { isAuthoredMessage, normalizeMessage } from '../../intake/messages/normalize-message.ts';
import { readMessage, type SlackMessage } from '../../intake/messages/read-message.ts';
import type { ChannelInfo } from '../../privacy/directory.ts';
import { insertChannelIfAbsent } from '../../store/channels/channels.ts';
import type { Body } from '../../store/outbox/outbox.ts';
import { findSolutionOfThread } from '../../store/solutions/solutions.ts';
import { searchForPerson } from '../commands/search-for-person.ts';
import { slackErrorOf } from '../connection/slack-error.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { errorBody } from '../views/error.ts';

/** The two entries of a message's "More actions" menu, which work in threads, where slash commands do not. */
export function listenShortcuts(app: App, ctx: SlackCtx): void {
  app.shortcut<MessageShortcut>('find_past_fixes', async ({ ack, shortcut }) => {
    await ack();
    const { channelId, userId, threadTs } = placeOf(shortcut);
    const query = readMessage(shortcut.message as unknown as SlackMessage).text;
    const body =
      query.trim() === ''
        ? errorBody('This message has no words that I could search by.')
        : await searchForPerson(ctx, { userId, channelId, query });
    await replyPrivately(ctx, { channelId, userId, threadTs }, shortcut.response_url, body);
  });

  app.shortcut<MessageShortcut>('save_the_fix', async ({ ack, shortcut }) => {
    await ack();
    const { channelId, userId, threadTs, rootTs } = placeOf(shortcut);
    const thread = await ctx.gateway.readThread(channelId, rootTs);
    if (thread === null) {
      throw new PrecedentError(
        'forbidden',
        `I cannot read this thread. Invite me with /invite <@${ctx.botUserId}>, then try again.`,
      );
    }
    const authored = thread.filter(isAuthoredMessage);
    if (!authored.some(({ ts }) => ts === rootTs)) {
      throw new PrecedentError(
        'not_found',
        'The first message of this thread is deleted, or my own: I cannot tell what the trouble was, so I drafted nothing.',
      );
    }
    // Without it a channel that nobody watches would count as private, and its fix would never be found elsewhere.
    const channel = await ctx.gateway.channelInfo(channelId);
    if (channel !== null) await insertChannelIfAbsent(ctx.db, rowOf(ctx, channel));
    const messages = [];
    for (const raw of authored) messages.push(await normalizeMessage(ctx.normalizer, channelId, raw));
    const resolved = await captureOnRequest(ctx, { messages, by: userId, at: ctx.now() });
    if (resolved) return;
    const solution = await findSolutionOfThread(ctx, channelId, rootTs);
    const sentence =
      solution?.status === 'active' || (solution?.mergedInto ?? null) !== null
        ? 'The fix of this thread is already saved.'
        : solution?.status === 'draft'
          ? 'The draft of this thread is in it already: press Save there.'
          : 'I have captured this thread before, and its draft was discarded.';
    await replyPrivately(ctx, { channelId, userId, threadTs }, shortcut.response_url, errorBody(sentence));
  });

  app.shortcut(/^(?!(?:find_past_fixes|save_the_fix)$)/, async ({ ack }) => {
    await ack();
  });
}

function rowOf({ workspaceId }: SlackCtx, { channelId, name, isPrivate, isExtShared }: ChannelInfo) {
  return { workspaceId, channelId, name, isPrivate, isExtShared };
}

/** In the thread it was asked about, where we can; these menus also work where the bot, or who asks, is no member. */
async function replyPrivately(
  ctx: SlackCtx,
  place: { channelId: string; userId: string; threadTs: string | null },
  responseUrl: string,
  body: Body,
): Promise<void> {
  try {
    await ctx.gateway.postEphemeral({ ...place, body });
  } catch (error) {
    if (slackErrorOf(error) === null) throw error;
    await ctx.gateway.respond(responseUrl, body);
  }
}

function placeOf(shortcut: MessageShortcut) {
  const message = shortcut.message as { ts: string; thread_ts?: string };
  const rootTs = message.thread_ts ?? message.ts;
  return {
    channelId: shortcut.channel.id,
    userId: shortcut.user.id,
    rootTs,
    threadTs: message.thread_ts ?? null,
  };
}
