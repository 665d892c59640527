import type { Ctx } from '../store/ctx.ts';
import { type OutboxMessage, withdrawOutbox } from '../store/outbox/outbox.ts';

/** Takes an incident's messages out of Slack, of one kind or all; what they said and mention is forgotten at once. */
export async function withdrawMessages(
  ctx: Ctx,
  filter: { incidentId: string; kind?: OutboxMessage['kind'] },
): Promise<void> {
  for (const key of await withdrawOutbox(ctx, filter)) await ctx.enqueue({ name: 'deliver', key });
}
