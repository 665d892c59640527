import type { App } from '@slack/bolt';
import { isIncidentTalk } from '../../intake/is-incident-talk.ts';
import { searchForPerson } from '../../match/search-for-person.ts';
import { parseCommand } from '../commands/parse-command.ts';
import { publishHome } from '../publish-home.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { findBody } from '../views/find.ts';
import { helpBody } from '../views/help.ts';
import type { Body } from '../views/limits.ts';

/** Mentions outside incident threads, direct messages, and the App Home: what needs no inbox, because nothing is kept of it. */
export function listenMentions(app: App, ctx: SlackCtx): void {
  app.event('app_mention', async ({ event }) => {
    const { channel: channelId, user: userId, ts } = event;
    const threadTs = event.thread_ts !== undefined && event.thread_ts !== ts ? event.thread_ts : null;
    const mention = { channelId, threadTs, message: { ...event } };
    if (userId === undefined || (await isIncidentTalk(ctx, mention))) return;
    const query = event.text.replaceAll(`<@${ctx.botUserId}>`, ' ').trim();
    const body = await answerWords(ctx, { userId, channelId, query });
    await ctx.gateway.postEphemeral({ channelId, userId, threadTs, body });
  });

  app.message(async ({ message, say }) => {
    if (message.channel_type !== 'im' || message.subtype !== undefined || message.text === undefined) return;
    const body = await answerWords(ctx, { userId: message.user, channelId: null, query: message.text });
    const { thread_ts: threadTs } = message;
    await say({ ...body, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) } as never);
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await publishHome(ctx, event.user);
  });
}

/** Symptoms are looked up. A command does nothing here, but whoever writes one gets to read where it does. */
async function answerWords(
  ctx: SlackCtx,
  request: { userId: string; channelId: string | null; query: string },
): Promise<Body> {
  const command = parseCommand(request.query);
  if (command.kind === 'find')
    return findBody(await searchForPerson(ctx, { ...request, query: command.query }));
  return helpBody(command.kind === 'typo' ? { unknown: command.word, nearest: command.nearest } : {});
}
