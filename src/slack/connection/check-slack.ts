import { PrecedentError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { identify } from './identify.ts';
import { slackErrorOf } from './slack-error.ts';
import { createWebClient } from './web-clients.ts';

export type SlackSettings = {
  botToken: string | null;
  appToken: string | null;
  signingSecret: string | null;
  apiUrl: string | null;
};

/** What the bot cannot work without; the manifest asks for these. */
export const neededScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'reactions:read',
  'reactions:write',
  'users:read',
] as const;

type Check = { name: string; ok: boolean; detail: string };

/** The bot token, its scopes, and the way in. */
export async function checkSlack(slack: SlackSettings, log: Log): Promise<Check[]> {
  return [...(await checkBotToken(slack, log)), await checkReach(slack, log)];
}

async function checkBotToken(slack: SlackSettings, log: Log): Promise<Check[]> {
  if (slack.botToken === null) {
    return [
      {
        name: 'bot token',
        ok: false,
        detail: 'SLACK_BOT_TOKEN is not set. Copy it from "OAuth & Permissions" (xoxb-…).',
      },
    ];
  }
  const client = createWebClient({ token: slack.botToken, ...urlOf(slack) }, log);
  try {
    const me = await identify(client);
    const granted = (await client.auth.test()).response_metadata?.scopes ?? [];
    const missing = neededScopes.filter((scope) => !granted.includes(scope));
    return [
      { name: 'bot token', ok: true, detail: `workspace ${me.name}` },
      {
        name: 'scopes',
        ok: missing.length === 0,
        detail:
          missing.length === 0
            ? 'all that are needed'
            : `missing ${missing.join(', ')}. Paste slack-manifest.yml into the app's manifest again and reinstall it.`,
      },
    ];
  } catch (error) {
    const detail =
      error instanceof PrecedentError
        ? error.message
        : 'Slack does not answer. Check that this machine reaches slack.com.';
    return [{ name: 'bot token', ok: false, detail }];
  }
}

async function checkReach(slack: SlackSettings, log: Log): Promise<Check> {
  if (slack.appToken !== null) {
    try {
      await createWebClient({ token: slack.appToken, ...urlOf(slack) }, log).apps.connections.open({});
      return { name: 'app token', ok: true, detail: 'Socket Mode opens' };
    } catch (error) {
      const code = slackErrorOf(error);
      return {
        name: 'app token',
        ok: false,
        detail: `Slack does not open a socket with SLACK_APP_TOKEN${code === null ? '' : ` (${code})`}. It begins with xapp- and needs connections:write.`,
      };
    }
  }
  if (slack.signingSecret !== null) {
    return {
      name: 'signing secret',
      ok: true,
      detail: 'set: Slack must reach this machine at /slack/events',
    };
  }
  return {
    name: 'way in',
    ok: false,
    detail:
      'Set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP). npm run playground needs neither.',
  };
}

function urlOf(slack: SlackSettings): { apiUrl?: string } {
  return slack.apiUrl === null ? {} : { apiUrl: slack.apiUrl };
}
