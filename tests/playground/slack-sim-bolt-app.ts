import { App, LogLevel, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';

const quiet = () => {};

/** A logger that says nothing: Bolt's own is loud about every fault that these tests arm. */
export const silentLogger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  getLevel: () => LogLevel.ERROR,
  setName: quiet,
};

/** A real Bolt app on Socket Mode against the simulator; it reconnects after 300 ms instead of Bolt's 5 s. */
export function socketApp(sim: SlackSim): { app: App; receiver: SocketModeReceiver } {
  const clientOptions = { slackApiUrl: sim.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: sim.appToken,
    logger: silentLogger,
    clientPingTimeout: 300,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  const app = new App({ token: sim.botToken, receiver, logger: silentLogger, clientOptions });
  return { app, receiver };
}

/** Makes Bolt's handling of each envelope pass through `before`; when it throws, nothing is acknowledged. */
export function beforeEachEnvelope(
  receiver: SocketModeReceiver,
  before: (event: ReceiverEvent) => Promise<void>,
): void {
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => {
    const process = app.processEvent.bind(app);
    app.processEvent = async (event) => {
      await before(event);
      await process(event);
    };
    init(app);
  };
}
