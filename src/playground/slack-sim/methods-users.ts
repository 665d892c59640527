import { findUser } from './channel-directory.ts';
import { pageOf } from './cursor-page.ts';
import type { SimContext } from './sim-context.ts';
import type { SimUser } from './slack-sim.ts';
import type { WebApiMethod } from './web-api-method.ts';

function outwardUser(context: SimContext, user: SimUser): Record<string, unknown> {
  const { teamId, botUserId, botId, appId } = context.state.identity;
  const isSelf = user.id === botUserId;
  return {
    id: user.id,
    team_id: teamId,
    name: user.name,
    deleted: false,
    color: '9f69e7',
    real_name: user.realName,
    tz: 'Etc/UTC',
    tz_label: 'Coordinated Universal Time',
    tz_offset: 0,
    profile: {
      title: '',
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      status_text: '',
      status_emoji: '',
      team: teamId,
      ...(isSelf ? { bot_id: botId, api_app_id: appId } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.isRestricted ?? false,
    is_ultra_restricted: false,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 1_700_000_000,
  };
}

function list(context: SimContext, body: Record<string, unknown>): Record<string, unknown> {
  const page = pageOf([...context.state.users.values()], body, { fallback: 1000, max: 1000 });
  return {
    members: page.items.map((user) => outwardUser(context, user)),
    cache_ts: Math.floor(context.state.now() / 1000),
    response_metadata: { next_cursor: page.nextCursor },
  };
}

export const userMethods: Record<string, WebApiMethod> = {
  'users.info': (context, body) => ({ user: outwardUser(context, findUser(context.state, body.user)) }),
  'users.list': list,
};
