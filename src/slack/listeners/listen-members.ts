import type { App } from '@slack/bolt';
import type { SlackCtx } from '../slack-ctx.ts';

/** Who comes and goes: whoever left a private channel sees nothing of it from that moment. */
export function listenMembers(app: App, ctx: SlackCtx): void {
  const { memberships } = ctx.gateway;
  app.event('member_joined_channel', async ({ event }) => {
    memberships.joined(event.channel);
  });
  app.event('member_left_channel', async ({ event }) => {
    if (event.user === ctx.botUserId) memberships.forget(event.channel);
    else memberships.left(event.channel, event.user);
  });
}
