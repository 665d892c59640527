import { once } from 'node:events';
import { createEventDelivery } from './deliver-events.ts';
import { createFaultBox } from './fault-box.ts';
import { createHttpDelivery } from './http-delivery.ts';
import { messageAt, messagesOf, threadOf } from './message-log.ts';
import { createRateLimits } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import type { SimContext } from './sim-context.ts';
import { createSimServer } from './sim-server.ts';
import { createState } from './sim-state.ts';
import { createVerbs } from './sim-verbs.ts';
import type { SlackSim, SlackSimOptions } from './slack-sim.ts';
import { createSocketMode } from './socket-mode.ts';
import { createTriggers } from './triggers.ts';
import { waitForChange } from './wait-for-change.ts';
import { createWebApi } from './web-api.ts';

/** Starts a pretended Slack on 127.0.0.1 that a real Bolt app connects to; `stop` it when done. */
export async function startSlackSim(options: SlackSimOptions = {}): Promise<SlackSim> {
  const state = createState(options);
  const { identity } = state;
  const socketMode = createSocketMode(identity.appId);
  const http =
    options.requestUrl === undefined
      ? undefined
      : createHttpDelivery(options.requestUrl, identity.signingSecret);
  const transport = http ?? socketMode;
  const faults = createFaultBox();
  const events = createEventDelivery(state, transport, faults);
  const context: SimContext = {
    state,
    events,
    faults,
    transport,
    socketMode,
    triggers: createTriggers(state),
    responseUrls: createResponseUrls(state),
  };
  const limited = options.enforceRateLimits === true || options.outsideMarketplace === true;
  const webApi = createWebApi(context, limited ? createRateLimits(options) : undefined);
  const server = createSimServer(context, webApi);
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator listens on no port.');
  state.url = `http://127.0.0.1:${address.port}`;

  return {
    url: state.url,
    apiUrl: `${state.url}/api/`,
    ...identity,
    ...createVerbs(context),
    rotateBotToken: (token) => {
      identity.botToken = token;
    },
    users: () => [...state.users.values()],
    channels: () => [...state.channels.values()],
    history: (channel) => [...messagesOf(state, channel)],
    thread: (channel, threadTs) => threadOf(state, channel, threadTs),
    message: (channel, ts) => messageAt(state, channel, ts),
    ephemerals: (user) =>
      [...state.ephemerals.values()].filter((ephemeral) => user === undefined || ephemeral.user === user),
    modal: (user) => state.views.get(state.modalStacks.get(user)?.at(-1) ?? ''),
    home: (user) => state.views.get(state.homes.get(user) ?? ''),
    arm: (fault) => faults.arm(fault),
    calls: (method) => state.calls.filter((call) => method === undefined || call.method === method),
    onChange(listener) {
      state.listeners.add(listener);
      return () => void state.listeners.delete(listener);
    },
    waitFor: (probe, what, timeoutMs) => waitForChange(state.listeners, probe, what, timeoutMs),
    connections: () => socketMode.connections(),
    eventsOutstanding: () => events.outstanding(),
    disconnect: (reason) => socketMode.disconnect(reason),
    verifyRequestUrl: async () => (http ? await http.verify() : false),
    async stop() {
      events.stop();
      await socketMode.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
