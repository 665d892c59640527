import type { PageState } from './page-state.ts';

/** Who a message is from, as the page shows them; `isOurs`: the app that the playground is about. */
export type Author = { key: string; name: string; isApp: boolean; isOurs: boolean };

/** The author of a message: an app by its own name, a person by theirs. */
export function authorOf(
  message: { user?: string; bot_id?: string; username?: string },
  state: Pick<PageState, 'users' | 'botId' | 'botUserId'>,
): Author {
  const userId = message.bot_id === state.botId ? state.botUserId : message.user;
  const user = state.users.find((one) => one.id === userId);
  if (user !== undefined && (message.username === undefined || !user.isBot)) {
    return {
      key: user.id,
      name: user.realName || user.name,
      isApp: user.isBot,
      isOurs: user.id === state.botUserId,
    };
  }
  const name = message.username ?? user?.realName ?? message.bot_id ?? message.user ?? 'Somebody';
  return { key: name, name, isApp: message.bot_id !== undefined || user?.isBot === true, isOurs: false };
}
