import { type Logger, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Log } from '../../log.ts';

/** What only reads is tried three times within seconds: a person waits. */
const readRetries = { retries: 2, factor: 2, minTimeout: 300, maxTimeout: 3_000 } as const;
/** What writes is tried once: a call whose answer was lost may have been carried out, and only the outbox can tell. */
const writeRetries = { retries: 0 } as const;
const timeoutMs = 8_000;

export type SlackAccess = { token: string; apiUrl?: string };

/** Options for every WebClient we make or Bolt makes: a new object each time, because socket mode writes into its own. */
export function clientOptions(access: Pick<SlackAccess, 'apiUrl'>, log: Log) {
  return {
    retryConfig: { ...readRetries },
    timeout: timeoutMs,
    // The queue waits out a 429 without holding a worker for a minute.
    rejectRateLimitedCalls: true,
    logger: boltLogger(log),
    ...(access.apiUrl === undefined ? {} : { slackApiUrl: access.apiUrl }),
  };
}

/** For what only reads. */
export function createWebClient(access: SlackAccess, log: Log): WebClient {
  return new WebClient(access.token, clientOptions(access, log));
}

/** For what posts and edits. */
export function createWritingClient(access: SlackAccess, log: Log): WebClient {
  return new WebClient(access.token, { ...clientOptions(access, log), retryConfig: { ...writeRetries } });
}

/** Slack's libraries log payloads and URLs with tickets: of their lines only the level is passed on. */
export function boltLogger(log: Log): Logger {
  const logAt = (level: 'warn' | 'error') => () => log[level]('the Slack library reported something');
  return {
    debug: () => {},
    info: () => {},
    warn: logAt('warn'),
    error: logAt('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
