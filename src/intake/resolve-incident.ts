import type { ResolutionSignal } from '../library/incident.ts';
import type { Ctx } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { endIncident, reopenIncident } from '../store/incidents/incidents.ts';

/** Ends an open incident and has its thread captured; false when it was over already. */
export async function resolveIncident(
  ctx: Ctx,
  incidentId: string,
  end: { by: string | null; at: Date; signal: ResolutionSignal },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const ended = await endIncident(ctx, incidentId, {
      status: 'resolved',
      ...end,
    });
    if (ended) await ctx.enqueue({ name: 'capture', incidentId });
    return ended;
  });
}

/**
 * Reopens an incident whose end no longer holds: the alert that ended it fires, or one of `by`, who ended it with a ✅,
 * took that off. The draft that its end brought is captured again. False when it was ended otherwise.
 */
export async function undoResolution(
  ctx: Ctx,
  incidentId: string,
  given: { signal: 'reaction'; by: string[] } | { signal: 'alert' },
): Promise<boolean> {
  const by = given.signal === 'reaction' ? given.by : undefined;
  return inTransaction(ctx, async (ctx) => {
    const reopened = await reopenIncident(ctx, incidentId, given.signal, by);
    if (reopened) await ctx.enqueue({ name: 'capture', incidentId });
    return reopened;
  });
}
