import { PrecedentError } from '../errors.ts';
import type { Body } from '../store/outbox/outbox.ts';
import type { SlackCtx } from './slack-ctx.ts';
import { errorBody, noticeModal } from './views/error.ts';

/** What Slack sends with a command, a shortcut, a button or a form; a mention or a direct message is in `event`. */
type Request = {
  event?: { type?: string; channel?: string; user?: string; thread_ts?: string };
  response_url?: string;
  trigger_id?: string;
  view?: { type?: string };
  channel_id?: string;
  user_id?: string;
  channel?: { id?: string };
  user?: { id?: string };
};

const unexpected =
  'Something went wrong on my side, and nothing was changed. Please try again; if it stays so, the log of the bot says more.';

/** What failed in a listener becomes one sentence for the person who asked, and a line without text in the log. */
export async function reportError(ctx: SlackCtx, error: unknown, body: unknown): Promise<void> {
  const root = rootOf(error);
  const isExpected = root instanceof PrecedentError;
  if (isExpected) ctx.log.info({ code: root.code }, 'a request was refused');
  else ctx.log.error({ err: root }, 'a listener failed');
  try {
    await replyPrivately(ctx, errorBody(isExpected ? root.message : unexpected), body as Request);
  } catch (cause) {
    ctx.log.warn({ err: cause }, 'a person could not be told of an error');
  }
}

/** By the way the request itself offers; a whisper needs the bot to be in the channel. */
async function replyPrivately(ctx: SlackCtx, reply: Body, request: Request): Promise<void> {
  if (request.response_url !== undefined) return ctx.gateway.respond(request.response_url, reply);
  if (request.view?.type === 'home' && request.trigger_id !== undefined) {
    return ctx.gateway.openModal(request.trigger_id, noticeModal(reply.text));
  }
  const askingEvent = isAsking(request.event) ? request.event : undefined;
  const channelId = request.channel_id ?? request.channel?.id ?? askingEvent?.channel;
  const userId = request.user_id ?? request.user?.id ?? askingEvent?.user;
  if (channelId === undefined || userId === undefined) return;
  await ctx.gateway.postEphemeral({
    channelId,
    userId,
    threadTs: askingEvent?.thread_ts ?? null,
    body: reply,
  });
}

/** Somebody waits for an answer; whoever only opened the App Home does not. */
function isAsking(event: Request['event']): boolean {
  return event?.type === 'app_mention' || event?.type === 'message';
}

/** Bolt wraps what a listener throws, in one or several. */
function rootOf(error: unknown): unknown {
  if (error instanceof PrecedentError || !(error instanceof Error)) return error;
  if ('original' in error && error.original !== undefined) return rootOf(error.original);
  if ('originals' in error && Array.isArray(error.originals)) return rootOf(error.originals[0]);
  return error;
}
