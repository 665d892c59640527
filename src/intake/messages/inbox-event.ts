import type { AlertReading } from '../alerts/read-alert.ts';

/** A message as it is kept before the acknowledgement: read, redacted, small. */
export type InboxMessage = {
  channelId: string;
  ts: string;
  /** The root's ts for a reply; null for a message of the channel itself. */
  threadTs: string | null;
  userId: string | null;
  isBot: boolean;
  text: string;
  mentionsBot: boolean;
  alert: AlertReading | null;
  /** Of an alert that its bot edited in place: when last, ISO 8601. */
  editedAt?: string;
  /** {hash: placeholder} that this message brought into its thread. */
  placeholders: Record<string, string>;
};

/** What the bot listens to. `at` is ISO 8601. */
export type InboxEvent =
  | { kind: 'message'; message: InboxMessage; at: string }
  | { kind: 'edited'; message: InboxMessage; at: string }
  | { kind: 'deleted'; channelId: string; ts: string; at: string }
  | {
      kind: 'reaction';
      channelId: string;
      ts: string;
      userId: string;
      emoji: string;
      added: boolean;
      at: string;
    }
  | {
      kind: 'channel';
      channelId: string;
      change:
        | { what: 'renamed'; name: string }
        | { what: 'shared'; isExtShared: boolean }
        | { what: 'private' }
        | { what: 'moved'; to: string }
        | { what: 'deleted' }
        | { what: 'gone' };
      at: string;
    };
