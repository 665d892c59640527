import type { Incident } from './incident.ts';
import type { Message } from './message.ts';

/** A message that a person edited or deleted in Slack, and its thread as it is now. */
export type SourceChange = {
  channelId: string;
  ts: string;
  deleted: boolean;
  /** What it said before; '' when we no longer keep it. */
  was: string;
  /** The incident in whose thread it stood, also when it went with its root; null when we know of none. */
  incident: Incident | null;
  thread: Message[];
};
