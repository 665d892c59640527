import { PrecedentError } from '../errors.ts';
import { errorBody } from './blocks/error.ts';
import type { SlackDeps } from './slack-deps.ts';

const unexpected =
  'Something went wrong on my side, and nothing was changed. Please try again; if it stays so, the log of the bot says more.';

/** What failed in a listener becomes one sentence for the person who asked, and a line without text in the log. */
export async function tellError(deps: SlackDeps, error: unknown, body: unknown): Promise<void> {
  const root = rootOf(error);
  const ours = root instanceof PrecedentError;
  if (ours) deps.log.info({ code: root.code }, 'a request was refused');
  else deps.log.error({ err: root }, 'a listener failed');
  const place = placeOf(body);
  if (place === null) return;
  try {
    await deps.gateway.whisper({
      ...place,
      threadTs: null,
      body: errorBody(ours ? root.message : unexpected),
    });
  } catch (cause) {
    deps.log.warn({ err: cause }, 'a person could not be told of an error');
  }
}

/** Bolt wraps what a listener throws, in one or several. */
function rootOf(error: unknown): unknown {
  if (error instanceof PrecedentError || !(error instanceof Error)) return error;
  if ('original' in error && error.original !== undefined) return rootOf(error.original);
  if ('originals' in error && Array.isArray(error.originals)) return rootOf(error.originals[0]);
  return error;
}

function placeOf(body: unknown): { channelId: string; userId: string } | null {
  const request = body as {
    channel_id?: string;
    user_id?: string;
    channel?: { id?: string };
    user?: { id?: string };
  };
  const channelId = request.channel_id ?? request.channel?.id;
  const userId = request.user_id ?? request.user?.id;
  return channelId === undefined || userId === undefined ? null : { channelId, userId };
}
