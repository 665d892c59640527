import { findChannel } from './channel-directory.ts';
import { readContent, requireContent } from './message-content.ts';
import { foreignAuthor, putMessage } from './post-message.ts';
import { parseArguments } from './request-body.ts';
import type { SimContext } from './sim-context.ts';
import { SlackError } from './slack-error.ts';

function readPayload(raw: string, contentType: string): Record<string, unknown> {
  try {
    const body = parseArguments(raw, contentType, new URLSearchParams());
    if (typeof body.payload !== 'string') return body;
    return parseArguments(body.payload, 'application/json', new URLSearchParams());
  } catch {
    throw new SlackError('invalid_payload');
  }
}

function iconsOf(body: Record<string, unknown>): { icons?: Record<string, string> } {
  if (typeof body.icon_emoji === 'string') return { icons: { emoji: body.icon_emoji } };
  if (typeof body.icon_url === 'string') return { icons: { image_48: body.icon_url } };
  return {};
}

/**
 * An incoming webhook, POST /services/<team>/<channel>/<secret>: posts a bot_message. Answers "ok", or Slack's
 * error word with 400 or 404. `channel` and `username` of the payload are honoured, as old integrations have it.
 */
export function ingestWebhook(
  context: SimContext,
  path: string,
  raw: string,
  contentType: string,
): { status: number; text: string } {
  try {
    const [team, channelReference] = path
      .split('/')
      .filter((part) => part !== '')
      .slice(1);
    if (team !== context.state.identity.teamId) throw new SlackError('no_team');
    const body = readPayload(raw, contentType);
    const channel = findChannel(context.state, body.channel ?? channelReference);
    const content = readContent(body);
    requireContent(content);
    const username = typeof body.username === 'string' ? body.username : 'incoming-webhook';
    putMessage(context, channel, {
      ...foreignAuthor(context, username, 'webhook'),
      ...iconsOf(body),
      text: content.text ?? '',
      ...(content.blocks ? { blocks: content.blocks } : {}),
      ...(content.attachments ? { attachments: content.attachments } : {}),
      ...(typeof body.thread_ts === 'string' ? { thread_ts: body.thread_ts } : {}),
    });
    return { status: 200, text: 'ok' };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return {
      status: error.code === 'channel_not_found' || error.code === 'no_team' ? 404 : 400,
      text: error.code,
    };
  }
}
