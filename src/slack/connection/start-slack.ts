import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { PrecedentError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { listen } from '../listeners/listen.ts';
import { reportError } from '../report-error.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { type InFlight, type PersistEvent, persistBeforeAck } from './persist-before-ack.ts';
import { boltLogger, clientOptions } from './web-clients.ts';

/** How Slack reaches us: a socket that we open, or requests that it signs. */
export type Reach =
  | { kind: 'socket'; appToken: string }
  | { kind: 'http'; signingSecret: string; port: number };

export type SlackConnection = {
  /** Resolves when what came in is persisted, and each of its listeners has ended. */
  settled(): Promise<void>;
  /** Takes nothing new, and resolves when what came in is persisted and answered. */
  stop(): Promise<void>;
};

/** A routine reconnect leaves a gap of seconds; with two sockets the other one hears what one misses. */
const socketCount = 2;

/** Starts Bolt with every listener. Throws PrecedentError('slack') when Slack refuses the token, or the port is taken. */
export async function startSlack(options: {
  reach: Reach;
  botToken: string;
  botId: string;
  apiUrl?: string;
  persist: PersistEvent;
  ctx: SlackCtx;
  log: Log;
}): Promise<SlackConnection> {
  const { ctx, log, reach } = options;
  const receivers = makeReceivers(reach, options, log);
  const inFlight = receivers.map((receiver) => persistBeforeAck(receiver, options.persist, log));
  const [first, ...others] = receivers;
  if (first === undefined) throw new PrecedentError('config', 'There is no way for Slack to reach the bot.');
  const app = new App({
    receiver: first,
    token: options.botToken,
    botId: options.botId,
    botUserId: ctx.botUserId,
    tokenVerificationEnabled: false,
    convoStore: false,
    clientOptions: clientOptions(options, log),
    logger: boltLogger(log),
    extendedErrorHandler: true,
  });
  // One app behind all receivers: a socket more is a way in, not another bot.
  for (const receiver of others) receiver.init(app as Parameters<Receiver['init']>[0]);
  const listening = trackListeners(app);
  listen(app, ctx);
  app.error(async ({ error, body }: { error: unknown; body: unknown }) => reportError(ctx, error, body));
  try {
    for (const receiver of receivers) await startOne(receiver, reach);
  } catch (cause) {
    throw new PrecedentError('slack', whyNotStarted(reach, cause), { cause });
  }
  const settled = async () => {
    for (const work of [...inFlight, listening]) await work.settled();
  };
  return {
    settled,
    stop: async () => {
      await Promise.allSettled(receivers.map((receiver) => receiver.stop()));
      await settled();
    },
  };
}

function makeReceivers(reach: Reach, access: { apiUrl?: string }, log: Log): Receiver[] {
  if (reach.kind === 'http') {
    return [
      new HTTPReceiver({
        signingSecret: reach.signingSecret,
        port: reach.port,
        endpoints: '/slack/events',
        logger: boltLogger(log),
      }),
    ];
  }
  return Array.from(
    { length: socketCount },
    () =>
      new SocketModeReceiver({
        appToken: reach.appToken,
        logger: boltLogger(log),
        installerOptions: { clientOptions: clientOptions(access, log) },
        // Not acknowledged when it could not be persisted: Slack sends it again.
        processEventErrorHandler: async () => false,
      }),
  );
}

async function startOne(receiver: Receiver, reach: Reach): Promise<void> {
  await receiver.start(...((reach.kind === 'http' ? [reach.port] : []) as []));
}

function whyNotStarted(reach: Reach, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (reach.kind === 'http') {
    return code === 'EADDRINUSE'
      ? `Port ${reach.port} is taken. Set PORT to a free one.`
      : `The server for Slack's requests did not start on port ${reach.port}.`;
  }
  return 'Slack did not open a socket. Check SLACK_APP_TOKEN (it begins with xapp- and needs connections:write) and that this machine reaches slack.com.';
}

/** Bolt's stop returns with listeners still running: count them ourselves. */
function trackListeners(app: App): InFlight {
  const running = new Set<Promise<void>>();
  app.use(async ({ next }) => {
    const work = next();
    running.add(work);
    try {
      await work;
    } finally {
      running.delete(work);
    }
  });
  return {
    settled: async () => {
      await Promise.allSettled(running);
    },
  };
}
