/** The simulator's public face: what a test, the headless loop and the page may do to the pretended Slack. */

export type SimUser = {
  id: string;
  name: string;
  realName: string;
  isBot: boolean;
  isRestricted?: boolean;
};

export type SimChannel = {
  id: string;
  name: string;
  isPrivate: boolean;
  isIm: boolean;
  isExtShared: boolean;
  isArchived: boolean;
  members: string[];
  topic: string;
};

export type SimReaction = { name: string; users: string[] };

/** A message as Slack's Web API gives it, with only the fields that Slack has. */
export type SimMessage = {
  type: 'message';
  ts: string;
  channel: string;
  text: string;
  user?: string;
  bot_id?: string;
  app_id?: string;
  username?: string;
  subtype?: string;
  thread_ts?: string;
  reply_count?: number;
  latest_reply?: string;
  blocks?: unknown[];
  attachments?: unknown[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  reactions?: SimReaction[];
  edited?: { user: string; ts: string };
  team?: string;
  bot_profile?: {
    id: string;
    app_id: string;
    name: string;
    team_id: string;
    deleted: boolean;
    updated: number;
  };
  icons?: Record<string, string>;
  files?: unknown[];
  client_msg_id?: string;
  parent_user_id?: string;
  reply_users_count?: number;
  reply_users?: string[];
  hidden?: boolean;
};

/** What one person alone sees: an ephemeral message, or the answer of a slash command. */
export type SimEphemeral = {
  id: string;
  channel: string;
  user: string;
  ts: string;
  text: string;
  thread_ts?: string;
  blocks?: unknown[];
};

export type SimView = {
  id: string;
  hash: string;
  user: string;
  type: 'modal' | 'home';
  view: Record<string, unknown>;
  errors?: Record<string, string>;
};

/** Everything the page needs to redraw, pushed as it happens. */
export type SimChange =
  | { kind: 'message'; message: SimMessage }
  | { kind: 'deleted'; channel: string; ts: string }
  | { kind: 'ephemeral'; ephemeral: SimEphemeral }
  | { kind: 'ephemeral-deleted'; id: string }
  | { kind: 'view'; view: SimView }
  | { kind: 'view-closed'; id: string; user: string }
  | { kind: 'channel'; channel: SimChannel }
  | { kind: 'user'; user: SimUser };

/** A fault is armed once per entry and used up in order; `times` defaults to 1. */
export type SimFault =
  | { kind: 'rate-limited'; method: string; retryAfterSeconds: number; times?: number }
  | { kind: 'server-error'; method: string; times?: number }
  /** The call is carried out, but its answer never comes: what a time-out after a write looks like. */
  | { kind: 'no-answer'; method: string; times?: number }
  /** The call answers `{ok:false,error}` without being carried out. */
  | { kind: 'api-error'; method: string; error: string; times?: number }
  /** The next events are delivered twice, with the same event_id and retry headers/attempt. */
  | { kind: 'duplicate-event'; times?: number }
  /** The next two events are delivered in the opposite order. */
  | { kind: 'reorder-events'; times?: number }
  /** Every Socket Mode connection is dropped after the next event is sent and before its ack counts. */
  | { kind: 'disconnect'; times?: number };

/** `refresh_requested` and `warning` are Slack's own announced disconnects; `dropped` is a connection lost without a word. */
export type DisconnectReason = 'refresh_requested' | 'warning' | 'dropped';

export type SimCall = { method: string; at: number; body: Record<string, unknown>; answer: unknown };

export type InteractionResult = {
  /** Whether the app acknowledged in time (3 s). */
  acked: boolean;
  /** The body of the acknowledgement, if any (a command's text, a view's response_action). */
  response: unknown;
  tookMs: number;
};

export type SlackSimOptions = {
  port?: number;
  /** Two simulators with ids of their own are two workspaces, whose channels and people may have the same ids. */
  teamId?: string;
  teamName?: string;
  /** What the bot token was granted, as every answer's x-oauth-scopes says; default all of the manifest's. */
  scopes?: string[];
  /** Slack's limits of rate are off unless asked for: tests of our own speed must not measure them. */
  enforceRateLimits?: boolean;
  /** As Slack treats an app that is distributed outside its Marketplace: history and replies give 15 at most, and once a minute. */
  outsideMarketplace?: boolean;
  /** When set, events, commands and interactions are POSTed, signed, to this URL and not through Socket Mode. */
  requestUrl?: string;
  /** Milliseconds since the epoch; message timestamps are taken from it. Default Date.now. */
  now?: () => number;
};

/** A running simulator. People act through its verbs; each verb resolves when Slack would have answered the person. */
export type SlackSim = {
  url: string;
  apiUrl: string;
  teamId: string;
  teamName: string;
  appId: string;
  botId: string;
  botUserId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;

  addUser(user: { name: string; realName?: string; isRestricted?: boolean; id?: string }): SimUser;
  addChannel(channel: {
    name: string;
    id?: string;
    isPrivate?: boolean;
    isExtShared?: boolean;
    members?: string[];
    topic?: string;
  }): SimChannel;
  join(channel: string, user: string): void;
  leave(channel: string, user: string): void;
  rename(channel: string, name: string): void;
  archive(channel: string): void;
  /** Connects the channel to another company, or takes it back. */
  share(channel: string, isExtShared: boolean): void;
  /** Turns a public channel private, or back; `silent`: the bot does not hear of it. */
  convert(channel: string, isPrivate: boolean, options?: { silent?: boolean }): void;
  /** Delivers any other event as it stands (tokens_revoked, channel_id_changed …): the inner event only. */
  emitEvent(event: Record<string, unknown>): void;
  /** From now on the bot is known by this token alone. */
  rotateBotToken(token: string): void;
  users(): SimUser[];
  channels(): SimChannel[];

  /** A person posts. `at` (ms) back-dates the message: used to lay down a history before the bot looks. */
  say(message: {
    channel: string;
    user: string;
    text: string;
    threadTs?: string;
    broadcast?: boolean;
    files?: unknown[];
    at?: number;
    /** Laid down without an event: a past that the bot did not hear. */
    silent?: boolean;
  }): Promise<SimMessage>;
  /** An incoming webhook or another app posts: `bot_message` with username, attachments or blocks. */
  botSays(message: {
    channel: string;
    username: string;
    text?: string;
    blocks?: unknown[];
    attachments?: unknown[];
    threadTs?: string;
    /** Default 'webhook' (subtype bot_message); 'app' posts as modern apps do: no subtype, bot_id and bot_profile. */
    style?: 'webhook' | 'app';
    at?: number;
    silent?: boolean;
  }): Promise<SimMessage>;
  /** Alertmanager-style edit in place of a bot's or person's own message. */
  edit(message: {
    channel: string;
    ts: string;
    text?: string;
    blocks?: unknown[];
    attachments?: unknown[];
  }): Promise<SimMessage>;
  delete(channel: string, ts: string): Promise<void>;
  /** `silent`: laid down without an event, like a silent message. */
  react(reaction: {
    channel: string;
    ts: string;
    user: string;
    name: string;
    silent?: boolean;
  }): Promise<void>;
  unreact(reaction: { channel: string; ts: string; user: string; name: string }): Promise<void>;
  /** `text` begins with the slash: "/precedent watch". */
  command(command: { channel: string; user: string; text: string }): Promise<InteractionResult>;
  /** Presses a button or feedback button of a message, an ephemeral (by id in `ts`) or the Home view (`viewId`). */
  press(press: {
    user: string;
    actionId: string;
    channel?: string;
    ts?: string;
    viewId?: string;
    /** Which of several elements with the same action_id; default the first. */
    value?: string;
  }): Promise<InteractionResult>;
  shortcut(shortcut: {
    callbackId: string;
    channel: string;
    ts: string;
    user: string;
  }): Promise<InteractionResult>;
  /** `state` is Slack's own `view.state.values`. */
  submitView(submit: {
    viewId: string;
    user: string;
    state: Record<string, Record<string, unknown>>;
  }): Promise<InteractionResult>;
  closeView(viewId: string, user: string): Promise<void>;
  openHome(user: string): Promise<void>;

  history(channel: string): SimMessage[];
  thread(channel: string, threadTs: string): SimMessage[];
  message(channel: string, ts: string): SimMessage | undefined;
  ephemerals(user?: string): SimEphemeral[];
  /** The open modal of a person (top of the stack), or their Home. */
  modal(user: string): SimView | undefined;
  home(user: string): SimView | undefined;

  arm(fault: SimFault): void;
  /** Every Web API call so far, oldest first: what "posted once" is checked against. */
  calls(method?: string): SimCall[];
  onChange(listener: (change: SimChange) => void): () => void;
  /** Resolves with the first value that `probe` returns other than undefined/false; rejects after timeoutMs (default 5000) naming `what`. */
  waitFor<T>(probe: () => T | undefined | false, what: string, timeoutMs?: number): Promise<T>;
  /** How many Socket Mode connections are open. */
  connections(): number;
  /** How many events the app has yet to acknowledge. */
  eventsOutstanding(): number;
  /** Ends every Socket Mode connection now. */
  disconnect(reason: DisconnectReason): void;
  /** HTTP mode: Slack's url_verification challenge; true when the app echoes it. */
  verifyRequestUrl(): Promise<boolean>;
  stop(): Promise<void>;
};
