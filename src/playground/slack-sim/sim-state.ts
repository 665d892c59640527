import type {
  SimCall,
  SimChange,
  SimChannel,
  SimEphemeral,
  SimMessage,
  SimUser,
  SimView,
} from './slack-sim.ts';

type SimIdentity = {
  teamId: string;
  teamName: string;
  teamDomain: string;
  appId: string;
  botId: string;
  botUserId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
};

export type ChannelMessages = { byTs: Map<string, SimMessage>; ordered: SimMessage[] };

/** Everything the pretended workspace holds. One plain object: the rooms of the simulator are functions over it. */
export type SimState = {
  identity: SimIdentity;
  /** Granted to the bot token. */
  scopes: string[];
  /** How many messages a call of history or replies gives at most. */
  historyCap: number;
  /** Set once the server listens. */
  url: string;
  users: Map<string, SimUser>;
  channels: Map<string, SimChannel>;
  messages: Map<string, ChannelMessages>;
  ephemerals: Map<string, SimEphemeral>;
  views: Map<string, SimView>;
  /** Open modals of a person, bottom first. */
  modalStacks: Map<string, string[]>;
  homes: Map<string, string>;
  /** Bot ids by the display name of the webhook or app that posts. */
  foreignBots: Map<string, string>;
  bookmarks: Record<string, unknown>[];
  calls: SimCall[];
  listeners: Set<(change: SimChange) => void>;
  usedTs: Set<string>;
  lastMicros: number;
  idCounter: number;
  now: () => number;
};

/** What slack-manifest.yml asks for. */
const manifestScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'groups:history',
  'groups:read',
  'chat:write',
  'commands',
  'reactions:read',
  'reactions:write',
  'users:read',
  'im:history',
  'im:write',
  'channels:join',
  'bookmarks:write',
  'canvases:write',
];

export function createState(options: {
  teamId?: string;
  teamName?: string;
  scopes?: string[];
  outsideMarketplace?: boolean;
  now?: () => number;
}): SimState {
  const teamName = options.teamName ?? 'Precedent Playground';
  const identity: SimIdentity = {
    teamId: options.teamId ?? 'T0SIM0001',
    teamName,
    teamDomain: teamName.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    appId: 'A0SIM0001',
    botId: 'B0SIM0001',
    botUserId: 'U0SIMBOT1',
    botToken: 'xoxb-sim-bot-token',
    appToken: 'xapp-sim-app-token',
    signingSecret: 'sim-signing-secret',
  };
  const bot: SimUser = { id: identity.botUserId, name: 'precedent', realName: 'Precedent', isBot: true };
  return {
    identity,
    scopes: options.scopes ?? manifestScopes,
    historyCap: options.outsideMarketplace === true ? 15 : 1_000,
    url: '',
    users: new Map([[bot.id, bot]]),
    channels: new Map(),
    messages: new Map(),
    ephemerals: new Map(),
    views: new Map(),
    modalStacks: new Map(),
    homes: new Map(),
    foreignBots: new Map(),
    bookmarks: [],
    calls: [],
    listeners: new Set(),
    usedTs: new Set(),
    lastMicros: 0,
    idCounter: 0,
    now: options.now ?? Date.now,
  };
}

/** A Slack-like id: the prefix and ten capital letters or digits, unique in this simulator. */
export function nextId(state: SimState, prefix: string): string {
  state.idCounter += 1;
  return `${prefix}0${state.idCounter.toString(36).toUpperCase().padStart(8, '0')}`;
}

export function announce(state: SimState, change: SimChange): void {
  for (const listener of state.listeners) listener(change);
}
