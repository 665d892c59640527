import type { Enqueue } from '../library/job.ts';
import { hasFix } from '../library/solution.ts';
import type { Db } from '../store/connection/db.ts';
import { type Body, writeOutbox } from '../store/outbox/outbox.ts';
import { claimReminder, draftsToRemindOf } from '../store/solutions/reminders.ts';

const dayMs = 86_400_000;
/** After a long silence of the bot nobody wants to hear of every draft since. */
const longestMs = 7 * dayMs;

export type RemindDeps = {
  db: Db;
  workspaceId: string;
  enqueue: Enqueue<Db>;
  now: () => Date;
  render: { reminder: (draft: { hasFix: boolean }) => Body };
};

/** One short reply under each draft that has waited for a day, once; it is taken away when somebody decides. Says how many. */
export async function remindOfDrafts(deps: RemindDeps): Promise<number> {
  const { workspaceId } = deps;
  const now = deps.now();
  const waiting = await draftsToRemindOf(deps.db, workspaceId, {
    from: new Date(now.getTime() - longestMs),
    to: new Date(now.getTime() - dayMs),
  });
  let reminded = 0;
  for (const { id, source, content } of waiting) {
    await deps.db.transaction(async (tx) => {
      if (!(await claimReminder(tx, workspaceId, id, now))) return;
      const key = `reminder:${id}`;
      await writeOutbox(
        tx,
        {
          workspaceId,
          key,
          kind: 'reminder',
          channelId: source.channelId,
          threadTs: source.threadTs,
          incidentId: source.incidentId,
          solutionId: id,
          body: deps.render.reminder({
            hasFix: hasFix(content),
          }),
        },
        now,
      );
      await deps.enqueue(tx, { name: 'deliver', key });
      reminded += 1;
    });
  }
  return reminded;
}
