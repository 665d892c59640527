import { channelNameForPayload, findChannel, findUser } from './channel-directory.ts';
import { deliverInteraction } from './interaction-payload.ts';
import { type ResponseTarget, showResponse } from './response-urls.ts';
import type { SimContext } from './sim-context.ts';
import type { InteractionResult } from './slack-sim.ts';

/** A person runs "/name text" in a channel (never in a thread: Slack has no such thing). */
export async function runCommand(
  context: SimContext,
  command: { channel: string; user: string; text: string },
): Promise<InteractionResult> {
  const match = /^(\/\S+)\s*([\s\S]*)$/.exec(command.text);
  const [, name, text] = match ?? [];
  if (name === undefined || text === undefined) {
    throw new Error(`A slash command begins with a slash, as in "/precedent help"; got "${command.text}".`);
  }
  const channel = findChannel(context.state, command.channel);
  const user = findUser(context.state, command.user);
  const { teamId, teamDomain, appId } = context.state.identity;
  const target: ResponseTarget = { channel: channel.id, user: user.id };
  const payload = {
    token: 'sim-verification-token',
    team_id: teamId,
    team_domain: teamDomain,
    channel_id: channel.id,
    channel_name: channelNameForPayload(channel),
    user_id: user.id,
    user_name: user.name,
    command: name,
    text: text.trim(),
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: context.responseUrls.issue(target),
    trigger_id: context.triggers.issue(user.id),
  };
  return await deliverInteraction(context, 'slash_commands', payload, (response) =>
    showResponse(context, target, response),
  );
}
