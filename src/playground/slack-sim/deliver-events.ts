import { isBotMember } from './channel-directory.ts';
import type { FaultBox } from './fault-box.ts';
import { nextId, type SimState } from './sim-state.ts';
import type { SimChannel } from './slack-sim.ts';
import type { Transport } from './transport.ts';

/** Slack retries at once, after a minute and after five; shortened here so that a test can wait for all three. */
const retryAfterMs = [1000, 3000, 6000] as const;
const waitForConnectionMs = 2000;
/** An event held back to swap places goes alone when nothing follows it. */
const reorderHoldMs = 2000;

export type EventDelivery = {
  /** An event of a channel: delivered when the bot is in it. */
  inChannel(channel: SimChannel, event: Record<string, unknown>): void;
  /** An event of the whole workspace, or one that membership does not decide. */
  always(event: Record<string, unknown>, isExtShared?: boolean): void;
  /** Events sent, or waiting to be sent again, that the app has not acknowledged. */
  outstanding(): number;
  stop(): void;
};

/** Wraps events as Slack does and sends each until it is acknowledged or three retries are spent. */
export function createEventDelivery(state: SimState, transport: Transport, faults: FaultBox): EventDelivery {
  const timers = new Set<NodeJS.Timeout>();
  let held: { payload: Record<string, unknown>; timer: NodeJS.Timeout } | undefined;
  let stopped = false;
  let outstanding = 0;

  function after(ms: number, action: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, ms);
    timers.add(timer);
    return timer;
  }

  function wrap(event: Record<string, unknown>, isExtShared: boolean): Record<string, unknown> {
    const { teamId, appId, botUserId } = state.identity;
    return {
      token: 'sim-verification-token',
      team_id: teamId,
      context_team_id: teamId,
      context_enterprise_id: null,
      api_app_id: appId,
      event,
      type: 'event_callback',
      event_id: nextId(state, 'Ev'),
      event_time: Math.floor(state.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: teamId,
          user_id: botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: isExtShared,
      event_context: nextId(state, '4-'),
    };
  }

  async function attempt(
    payload: Record<string, unknown>,
    retryAttempt: number,
    retryReason: string,
  ): Promise<void> {
    if (stopped) return;
    const dropAfterSend = faults.take('disconnect') !== undefined;
    const outcome = await transport.deliver(
      { kind: 'events_api', payload, retryAttempt, retryReason },
      { waitForConnectionMs, dropAfterSend },
    );
    const delay = retryAfterMs[retryAttempt];
    if (outcome.acked || outcome.noRetry || stopped || delay === undefined) {
      outstanding -= 1;
      return;
    }
    after(delay, () => void attempt(payload, retryAttempt + 1, outcome.reason));
  }

  function send(payload: Record<string, unknown>): void {
    outstanding += 1;
    void attempt(payload, 0, '');
    if (faults.take('duplicate-event')) {
      outstanding += 1;
      void attempt(payload, 1, 'timeout');
    }
  }

  function release(): void {
    if (!held) return;
    const { payload, timer } = held;
    held = undefined;
    clearTimeout(timer);
    timers.delete(timer);
    send(payload);
  }

  function dispatch(event: Record<string, unknown>, isExtShared: boolean): void {
    if (stopped) return;
    const payload = wrap(event, isExtShared);
    if (!held && faults.take('reorder-events')) {
      held = { payload, timer: after(reorderHoldMs, release) };
      return;
    }
    send(payload);
    release();
  }

  return {
    inChannel(channel, event) {
      if (isBotMember(state, channel)) dispatch(event, channel.isExtShared);
    },
    always: (event, isExtShared = false) => dispatch(event, isExtShared),
    outstanding: () => outstanding + (held === undefined ? 0 : 1),
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
