import { viewerOfChannel } from '../privacy/visibility.ts';
import { findChannel } from '../store/channels/channels.ts';
import { inTransaction } from '../store/ctx.ts';
import { findIncident } from '../store/incidents/incidents.ts';
import { readOutbox } from '../store/outbox/outbox.ts';
import { precedentsOf } from '../store/precedents/precedents.ts';
import { findRecurrence } from './find-recurrence.ts';
import { type AnswerCtx, answerKey, writeAnswer, writeRecurrence } from './write-answer.ts';

/** Writes an incident's answer again, if it has one: the numbers behind it changed, or another precedent is in use. */
export async function refreshAnswer(ctx: AnswerCtx, input: { incidentId: string }): Promise<void> {
  const incident = await findIncident(ctx, input.incidentId);
  if (incident === null) return;
  const existing = await readOutbox(ctx, answerKey(incident.id));
  if (existing === null) return;
  await inTransaction(ctx, async (ctx) => {
    const answered = (await precedentsOf(ctx, incident.id)).length > 0;
    // An answer without a precedent that shows a solution is the line that says "again".
    const recurrence =
      answered || existing.solutionId === null
        ? null
        : await findRecurrence(ctx, incident, viewerOfChannel(await findChannel(ctx, incident.channelId)));
    if (recurrence !== null) return writeRecurrence(ctx, incident, recurrence);
    await writeAnswer(ctx, incident, false);
  });
}
