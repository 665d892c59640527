import type { App, MessageShortcut } from '@slack/bolt';
import { draftFromThread } from '../../intake/draft-from-thread.ts';
import { readMessage, type SlackMessage } from '../../intake/messages/read-message.ts';
import { searchForPerson } from '../../match/search-for-person.ts';
import { shortcutIds } from '../action-ids.ts';
import { slackErrorOf } from '../connection/slack-error.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { errorBody } from '../views/error.ts';
import { findBody } from '../views/find.ts';
import type { Body } from '../views/limits.ts';

/** The two entries of a message's "More actions" menu, which work in threads, where slash commands do not. */
export function listenShortcuts(app: App, ctx: SlackCtx): void {
  app.shortcut<MessageShortcut>(shortcutIds.findPastFixes, async ({ ack, shortcut }) => {
    await ack();
    const { channelId, userId, threadTs } = placeOf(shortcut);
    const query = readMessage(shortcut.message as unknown as SlackMessage).text;
    const body =
      query.trim() === ''
        ? errorBody('This message has no words that I could search by.')
        : findBody(await searchForPerson(ctx, { userId, channelId, query }));
    await replyPrivately(ctx, { channelId, userId, threadTs }, shortcut.response_url, body);
  });

  app.shortcut<MessageShortcut>(shortcutIds.saveTheFix, async ({ ack, shortcut }) => {
    await ack();
    const { channelId, userId, threadTs, rootTs } = placeOf(shortcut);
    const drafted = await draftFromThread(ctx, { channelId, rootTs, userId });
    if (drafted === 'drafted') return;
    const body = errorBody(nothingNewSentences[drafted]);
    await replyPrivately(ctx, { channelId, userId, threadTs }, shortcut.response_url, body);
  });
}

const nothingNewSentences = {
  saved: 'The fix of this thread is already saved.',
  waiting: 'The draft of this thread is in it already: press Save there.',
  discarded: 'I have captured this thread before, and its draft was discarded.',
} as const;

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
