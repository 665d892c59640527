import { findVisibleChannel, isBotMember } from './channel-directory.ts';
import { nextId } from './sim-state.ts';
import { SlackError } from './slack-error.ts';
import type { WebApiMethod } from './web-api-method.ts';

export const workspaceMethods: Record<string, WebApiMethod> = {
  'auth.test': ({ state }) => ({
    url: `https://${state.identity.teamDomain}.slack.com/`,
    team: state.identity.teamName,
    user: 'precedent',
    team_id: state.identity.teamId,
    user_id: state.identity.botUserId,
    bot_id: state.identity.botId,
    is_enterprise_install: false,
  }),
  'apps.connections.open': ({ state, socketMode }) => ({ url: socketMode.openUrl(state.url) }),
  'team.info': ({ state }) => ({
    team: {
      id: state.identity.teamId,
      name: state.identity.teamName,
      domain: state.identity.teamDomain,
      url: `https://${state.identity.teamDomain}.slack.com/`,
      email_domain: '',
      icon: { image_default: true },
      avatar_base_url: '',
      is_verified: false,
    },
  }),
  'bookmarks.add': ({ state }, body) => {
    const channel = findVisibleChannel(state, body.channel_id);
    if (!isBotMember(state, channel)) throw new SlackError('not_in_channel');
    if (body.type !== 'link') throw new SlackError('invalid_bookmark_type');
    if (typeof body.title !== 'string' || body.title === '') throw new SlackError('invalid_arguments');
    if (typeof body.link !== 'string' || !URL.canParse(body.link)) throw new SlackError('invalid_link');
    const created = Math.floor(state.now() / 1000);
    const bookmark = {
      id: nextId(state, 'Bk'),
      channel_id: channel.id,
      title: body.title,
      link: body.link,
      emoji: body.emoji ?? '',
      icon_url: '',
      type: 'link',
      entity_id: null,
      date_created: created,
      date_updated: 0,
      rank: 'U',
      last_updated_by_user_id: state.identity.botUserId,
      last_updated_by_team_id: state.identity.teamId,
      shortcut_id: null,
      app_id: state.identity.appId,
      app_action_id: null,
    };
    state.bookmarks.push(bookmark);
    return { bookmark };
  },
};
