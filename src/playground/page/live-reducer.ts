import type { SimChange, SimMessage } from '../slack-sim/slack-sim.ts';
import type { LiveMessage, PageState } from './page-state.ts';

/** The state after what the /live socket sent; undefined until the first state has come. */
export function liveReducer(state: PageState | undefined, live: LiveMessage): PageState | undefined {
  if (live.kind === 'state') return live.state;
  return state === undefined ? undefined : changed(state, live.change);
}

function changed(state: PageState, change: SimChange): PageState {
  switch (change.kind) {
    case 'message':
      return {
        ...state,
        messages: put(state.messages, change.message, (one) => sameMessage(one, change.message)),
      };
    case 'deleted':
      return { ...state, messages: state.messages.filter((one) => !sameMessage(one, change)) };
    case 'ephemeral':
      return {
        ...state,
        ephemerals: put(state.ephemerals, change.ephemeral, (one) => one.id === change.ephemeral.id),
      };
    case 'ephemeral-deleted':
      return { ...state, ephemerals: state.ephemerals.filter((one) => one.id !== change.id) };
    case 'view':
      return { ...state, views: put(state.views, change.view, (one) => one.id === change.view.id) };
    case 'view-closed':
      return { ...state, views: state.views.filter((one) => one.id !== change.id) };
    case 'channel':
      return {
        ...state,
        channels: put(state.channels, change.channel, (one) => one.id === change.channel.id),
      };
    case 'user':
      return { ...state, users: put(state.users, change.user, (one) => one.id === change.user.id) };
  }
}

function sameMessage(one: SimMessage, other: { channel: string; ts: string }): boolean {
  return one.channel === other.channel && one.ts === other.ts;
}

function put<T>(list: T[], item: T, isSame: (one: T) => boolean): T[] {
  const at = list.findIndex(isSame);
  return at === -1 ? [...list, item] : list.with(at, item);
}
