import { hasFix } from '../library/solution.ts';
import { upsertMessage } from '../outbox/upsert-message.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import type { Body } from '../store/outbox/outbox.ts';
import { claimReminder, draftsToRemindOf } from '../store/solutions/reminders.ts';

const dayMs = 86_400_000;
/** After a long silence of the bot nobody wants to hear of every draft since. */
const maxAgeMs = 7 * dayMs;

export type RendersReminders = { render: { reminder: (draft: { hasFix: boolean }) => Body } };

/** One short reply under each draft that has waited for a day, once; it is taken away when somebody decides. Says how many. */
export async function remindOfDrafts(ctx: Ctx & RendersReminders): Promise<number> {
  const now = ctx.now();
  const waiting = await draftsToRemindOf(ctx, {
    from: new Date(now.getTime() - maxAgeMs),
    to: new Date(now.getTime() - dayMs),
  });
  let reminded = 0;
  for (const { id, source, content } of waiting) {
    await inTransaction(ctx, async (ctx) => {
      if (!(await claimReminder(ctx, id, now))) return;
      await upsertMessage(ctx, {
        key: `reminder:${id}`,
        kind: 'reminder',
        channelId: source.channelId,
        threadTs: source.threadTs,
        incidentId: source.incidentId,
        solutionId: id,
        body: ctx.render.reminder({ hasFix: hasFix(content) }),
        mentions: [{ kind: 'draft', id }],
      });
      reminded += 1;
    });
  }
  return reminded;
}
