import { channelNameForPayload } from './channel-directory.ts';
import type { SimContext } from './sim-context.ts';
import { SlackError } from './slack-error.ts';
import type { InteractionResult, SimChannel } from './slack-sim.ts';
import type { DeliveryKind, DeliveryOutcome } from './transport.ts';

/** The fields that every interaction payload shares. */
export function interactionBase(context: SimContext, userId: string): Record<string, unknown> {
  const { teamId, teamDomain, appId } = context.state.identity;
  const user = context.state.users.get(userId);
  if (!user) throw new SlackError('user_not_found');
  return {
    team: { id: teamId, domain: teamDomain },
    user: { id: user.id, username: user.name, name: user.name, team_id: teamId },
    api_app_id: appId,
    token: 'sim-verification-token',
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function channelForPayload(channel: SimChannel): { id: string; name: string } {
  return { id: channel.id, name: channelNameForPayload(channel) };
}

/** Sends a command or an interaction once (Slack does not retry these) and hands its acknowledgement to `use`. */
export async function deliverInteraction(
  context: SimContext,
  kind: Exclude<DeliveryKind, 'events_api'>,
  payload: Record<string, unknown>,
  use: (response: Record<string, unknown>) => void = () => {},
): Promise<InteractionResult> {
  const startedAt = performance.now();
  const outcome: DeliveryOutcome = await context.transport.deliver(
    { kind, payload, retryAttempt: 0, retryReason: '' },
    { waitForConnectionMs: 0, dropAfterSend: false },
  );
  const tookMs = performance.now() - startedAt;
  if (!outcome.acked) return { acked: false, response: undefined, tookMs };
  const response = outcome.response;
  try {
    if (isFilledRecord(response)) use(response);
  } catch (error) {
    // Slack shows the person an error when an acknowledgement's body is not valid.
    if (!(error instanceof SlackError)) throw error;
    return { acked: false, response: { ok: false, error: error.code, messages: error.details }, tookMs };
  }
  return { acked: true, response: isFilledRecord(response) ? response : undefined, tookMs };
}

function isFilledRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
