import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { type Mention, replaceMentions } from '../store/outbox/mentions.ts';
import { type Body, type OutboxMessage, writeOutbox } from '../store/outbox/outbox.ts';

/** `mentions`: what it shows or speaks of; the people whom its body names are added to that. */
export type Message = Omit<OutboxMessage, 'workspaceId'> & { mentions: Mention[] };

/**
 * What one message says from now on, with what it mentions beside it: to take words back, nobody ever searches what was
 * rendered. Has it delivered when it changed.
 */
export async function upsertMessage(ctx: Ctx, { mentions, ...message }: Message): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const changed = await writeOutbox(ctx.db, { ...message, workspaceId: ctx.workspaceId }, ctx.now());
    await replaceMentions(ctx, message.key, [...mentions, ...peopleIn(message.body)]);
    if (changed) await ctx.enqueue({ name: 'deliver', key: message.key });
  });
}

/** Everybody whom Slack would show by name in it. */
function peopleIn(body: Body): Mention[] {
  const named = JSON.stringify(body).matchAll(/<@([UW][A-Z0-9]+)>/g);
  return [...new Set([...named].map(([, id = '']) => id))].map((id) => ({ kind: 'person', id }));
}
