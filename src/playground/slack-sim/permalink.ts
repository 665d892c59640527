import type { SimState } from './sim-state.ts';
import type { SimMessage } from './slack-sim.ts';

/** Slack's archive link: the ts without its dot, and for a reply also its thread. */
export function permalinkOf(state: SimState, message: SimMessage): string {
  const base = `https://${state.identity.teamDomain}.slack.com/archives/${message.channel}`;
  const link = `${base}/p${message.ts.replace('.', '')}`;
  const isReply = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  return isReply ? `${link}?thread_ts=${message.thread_ts}&cid=${message.channel}` : link;
}
