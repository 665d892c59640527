import { PrecedentError } from '../errors.ts';
import { showNotice } from './modals/show-notice.ts';
import type { SlackCtx } from './slack-ctx.ts';
import { errorBody, errorWords } from './views/error.ts';
import { noticeModal } from './views/notice-modal.ts';

/** What Slack sends with a command, a shortcut, a button or a form; a mention or a direct message is in `event`. */
type Request = {
  event?: { type?: string; channel?: string; user?: string; thread_ts?: string };
  response_url?: string;
  trigger_id?: string;
  view?: { type?: string; id?: string };
  channel_id?: string;
  user_id?: string;
  channel?: { id?: string };
  user?: { id?: string };
};

const unexpected =
  'Something went wrong on my side, and nothing was changed. Please try again; if it stays so, the log of the bot says more.';

/** What was thrown, as one sentence for the person, and as a line without text in the log. */
export function describeError(ctx: Pick<SlackCtx, 'log'>, error: unknown): string {
  const root = rootOf(error);
  if (root instanceof PrecedentError) {
    ctx.log.info({ code: root.code }, 'a request was refused');
    return root.message;
  }
  ctx.log.error({ err: root }, 'a listener failed');
  return unexpected;
}

/** What a listener throws is said to the person who asked, where they asked. */
export async function reportError(ctx: SlackCtx, error: unknown, body: unknown): Promise<void> {
  const sentence = describeError(ctx, error);
  try {
    await replyPrivately(ctx, sentence, body as Request);
  } catch (cause) {
    ctx.log.warn({ err: cause }, 'a person could not be told of an error');
  }
}

/** By the way the request itself offers; an ephemeral message needs the bot to be in the channel. */
async function replyPrivately(ctx: SlackCtx, sentence: string, request: Request): Promise<void> {
  const { view } = request;
  if (view?.type === 'modal' && view.id !== undefined) {
    await ctx.gateway.updateModal(view.id, noticeModal(errorWords(sentence)));
    return;
  }
  const reply = errorBody(sentence);
  if (request.response_url !== undefined) return ctx.gateway.respond(request.response_url, reply);
  if (view?.type === 'home' && request.trigger_id !== undefined && request.user?.id !== undefined) {
    const press = { triggerId: request.trigger_id, userId: request.user.id };
    return showNotice(ctx, press, errorWords(sentence));
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
