import type {
  SimChange,
  SimChannel,
  SimEphemeral,
  SimMessage,
  SimUser,
  SimView,
  SlackSim,
} from '../slack-sim/slack-sim.ts';
import type { GuideStep, PlaygroundActions } from './playground-actions.ts';

/** All that the page draws from. `messages` holds every channel's messages and replies, in no promised order. */
export type PageState = {
  teamName: string;
  appId: string;
  botId: string;
  botUserId: string;
  users: SimUser[];
  channels: SimChannel[];
  messages: SimMessage[];
  ephemerals: SimEphemeral[];
  /** Open modals (a later one lies on top) and Home views, of every person. */
  views: SimView[];
  alerts: PlaygroundActions['alerts'];
  guide: GuideStep[];
};

/** What the /live socket sends: the state once, then each change. */
export type LiveMessage = { kind: 'state'; state: PageState } | { kind: 'change'; change: SimChange };

/** The state of the simulator at this moment, as a new page needs it. */
export function pageState(
  slack: SlackSim,
  alerts: PlaygroundActions['alerts'],
  guide: GuideStep[],
): PageState {
  const users = slack.users();
  const channels = slack.channels();
  const messages = new Map<string, SimMessage>();
  for (const channel of channels) {
    for (const message of slack.history(channel.id)) {
      messages.set(`${channel.id} ${message.ts}`, message);
      if (message.thread_ts !== message.ts) continue;
      for (const reply of slack.thread(channel.id, message.ts))
        messages.set(`${channel.id} ${reply.ts}`, reply);
    }
  }
  return {
    teamName: slack.teamName,
    appId: slack.appId,
    botId: slack.botId,
    botUserId: slack.botUserId,
    users,
    channels,
    messages: [...messages.values()],
    // As in Slack, what only one person saw does not outlive a reload.
    ephemerals: [],
    views: users.flatMap((user) =>
      [slack.home(user.id), slack.modal(user.id)].filter((view) => view !== undefined),
    ),
    alerts,
    guide,
  };
}
