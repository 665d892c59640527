import { putEphemeral, removeEphemeral, replaceEphemeral } from './ephemerals.ts';
import { readContent, requireContent } from './message-content.ts';
import { messageAt } from './message-log.ts';
import { changeMessage, dropMessage, ownAuthor, putMessage } from './post-message.ts';
import type { SimContext } from './sim-context.ts';
import { nextId, type SimState } from './sim-state.ts';
import { SlackError } from './slack-error.ts';

const maxUses = 5;
const goodForMs = 30 * 60_000;

export type ResponseTarget = {
  channel: string;
  user: string;
  threadTs?: string;
  /** What was pressed: the message's ts or the ephemeral's id. */
  sourceTs?: string;
  sourceEphemeral?: string;
};

export type ResponseUrls = {
  issue(target: ResponseTarget): string;
  /** The target behind the id of /response/<id>, one use taken. Throws used_url, expired_url or invalid_url. */
  take(id: string): ResponseTarget;
};

/** response_url: five uses in thirty minutes by the simulator's clock. */
export function createResponseUrls(state: SimState): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; at: number; uses: number }>();
  return {
    issue(target) {
      const id = nextId(state, 'R');
      issued.set(id, { target, at: state.now(), uses: 0 });
      return `${state.url}/response/${id}`;
    },
    take(id) {
      const entry = issued.get(id);
      if (!entry) throw new SlackError('invalid_url');
      if (state.now() - entry.at > goodForMs) throw new SlackError('expired_url');
      if (entry.uses >= maxUses) throw new SlackError('used_url');
      entry.uses += 1;
      return entry.target;
    },
  };
}

function replaceSource(context: SimContext, target: ResponseTarget, body: Record<string, unknown>): void {
  const source =
    target.sourceTs === undefined ? undefined : messageAt(context.state, target.channel, target.sourceTs);
  if (body.delete_original === true) {
    if (source) dropMessage(context, source);
    if (target.sourceEphemeral !== undefined) removeEphemeral(context.state, target.sourceEphemeral);
    return;
  }
  const content = readContent(body);
  requireContent(content);
  if (source) changeMessage(context, source, { blocks: [], ...content }, context.state.identity.botUserId);
  if (target.sourceEphemeral !== undefined) {
    replaceEphemeral(context.state, target.sourceEphemeral, {
      text: content.text ?? '',
      ...(content.blocks ? { blocks: content.blocks } : {}),
    });
  }
}

/** Shows what the app answered to a command or an interaction, to the person or (in_channel) to the channel. */
export function showResponse(
  context: SimContext,
  target: ResponseTarget,
  body: Record<string, unknown>,
): void {
  if (body.delete_original === true || body.replace_original === true) {
    replaceSource(context, target, body);
    return;
  }
  const content = readContent(body);
  requireContent(content);
  const threadTs = typeof body.thread_ts === 'string' ? body.thread_ts : target.threadTs;
  const shown = {
    text: content.text ?? '',
    ...(content.blocks ? { blocks: content.blocks } : {}),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  };
  if (body.response_type !== 'in_channel') {
    putEphemeral(context.state, { channel: target.channel, user: target.user, ...shown });
    return;
  }
  const channel = context.state.channels.get(target.channel);
  if (!channel) throw new SlackError('channel_not_found');
  putMessage(context, channel, {
    ...ownAuthor(context),
    ...shown,
    ...(content.attachments ? { attachments: content.attachments } : {}),
  });
}
