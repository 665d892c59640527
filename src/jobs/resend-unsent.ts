import type { Ctx } from '../store/ctx.ts';
import { unsentKeys } from '../store/outbox/outbox.ts';

/** What should stand in Slack and does not, because Slack was away for longer than a job is patient. */
export async function resendUnsent(ctx: Ctx): Promise<void> {
  for (const key of await unsentKeys(ctx)) {
    await ctx.enqueue({ name: 'deliver', key });
  }
}
