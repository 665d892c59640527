export type SamplePerson = { name: string; realName: string };

/** `by` is a person's name, or `alert:<app name>` for what an alerting app posts. */
export type SampleReply = { by: string; afterMinutes: number; text: string; attachments?: unknown[] };

/** Texts are as Slack keeps them (`&lt;`, `<https://…>`), except that "@maya" and "#incidents" stand for ids. */
export type SampleThread = {
  channel: string;
  /** Days before now that it began, with the UTC time of day "HH:MM". */
  daysAgo: number;
  at: string;
  root: { by: string; text: string; attachments?: unknown[] };
  /** Minutes from the root, ascending. */
  replies: SampleReply[];
  /** Who put the ✅ on the root; an alert that ended by itself names its app and has no ✅. Null: never resolved. */
  resolved: { by: string; afterMinutes: number } | null;
  /** Whether the team saved the draft that the bot made of it. */
  saved: boolean;
};

type AlertPost = { text?: string; attachments: unknown[] };
/** An alert that a person may fire and end on the page; both posts are of `app`. */
export type SampleAlert = {
  name: string;
  label: string;
  app: string;
  firing: AlertPost;
  resolved: AlertPost;
};

export type SampleChannel = {
  name: string;
  topic: string;
  isPrivate?: boolean;
  /** How the bot watches it; null: it does not. */
  watch: 'incidents' | 'alerts' | 'mixed' | null;
  /** Names of people; all of them unless given. */
  members?: string[];
};

export type SampleWorkspace = {
  teamName: string;
  people: SamplePerson[];
  channels: SampleChannel[];
  threads: SampleThread[];
  alerts: SampleAlert[];
};
