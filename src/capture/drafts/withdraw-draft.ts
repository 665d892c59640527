import type { Incident } from '../../library/incident.ts';
import { withdrawMessages } from '../../outbox/withdraw-messages.ts';
import { mayBeLinked } from '../../solutions/may-be-linked.ts';
import type { Ctx } from '../../store/ctx.ts';
import { inTransaction } from '../../store/ctx.ts';
import { findIncident, lockPlaceholders } from '../../store/incidents/incidents.ts';
import { deleteDraftsOfThread } from '../../store/solutions/draft-decisions.ts';
import { findSolutionOfThread } from '../../store/solutions/solutions.ts';

/** It is not over after all: a draft that nobody has touched says no longer that it is. */
export async function withdrawReopened(ctx: Ctx, { id, channelId, threadTs }: Incident): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockPlaceholders(ctx, id);
    const incident = await findIncident(ctx, id);
    const draft = await findSolutionOfThread(ctx, channelId, threadTs);
    if (incident?.status !== 'open' || (draft?.status !== 'draft' && draft?.status !== 'past')) return;
    if (await mayBeLinked(ctx, draft)) await withdrawDraft(ctx, incident);
  });
}

/** What the draft was made from was deleted, and nothing is left to ask about. */
export async function withdrawDraft(ctx: Ctx, incident: Incident): Promise<void> {
  const { channelId, threadTs, id: incidentId } = incident;
  await deleteDraftsOfThread(ctx, channelId, threadTs);
  await withdrawDraftMessages(ctx, { id: incidentId });
}

/** Nobody is asked about it any more. */
export async function withdrawDraftMessages(ctx: Ctx, { id: incidentId }: { id: string }): Promise<void> {
  for (const kind of ['draft', 'reminder'] as const) await withdrawMessages(ctx, { incidentId, kind });
}
