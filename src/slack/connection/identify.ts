import type { WebClient } from '@slack/web-api';
import { PrecedentError } from '../../errors.ts';
import type { Workspace } from '../../store/workspaces/workspaces.ts';
import { slackErrorOf } from './slack-error.ts';

/** Who the bot token says we are, and where. Throws PrecedentError('slack') when Slack refuses or does not answer. */
export async function identify(client: WebClient): Promise<Workspace> {
  try {
    const answer = await client.auth.test();
    return {
      workspaceId: answer.team_id ?? '',
      name: answer.team ?? '',
      url: answer.url ?? '',
      botUserId: answer.user_id ?? '',
      botId: answer.bot_id ?? '',
    };
  } catch (cause) {
    const code = slackErrorOf(cause);
    throw new PrecedentError(
      'slack',
      code === null
        ? 'Slack does not answer. Check that this machine reaches slack.com.'
        : `Slack refuses SLACK_BOT_TOKEN (${code}). Copy it again from "OAuth & Permissions" of your Slack app (it begins with xoxb-).`,
      { cause },
    );
  }
}
