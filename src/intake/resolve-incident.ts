import type { ResolutionSignal } from '../library/incident.ts';
import type { Enqueue } from '../library/job.ts';
import type { Db } from '../store/connection/db.ts';
import { endIncident, reopenIncident } from '../store/incidents/incidents.ts';

type Deps = { db: Db; workspaceId: string; enqueue: Enqueue<Db> };

/** Ends an open incident and has its thread captured; false when it was over already. */
export async function resolveIncident(
  deps: Deps,
  incidentId: string,
  end: { by: string | null; at: Date; signal: ResolutionSignal },
): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const ended = await endIncident(tx, deps.workspaceId, incidentId, { status: 'resolved', ...end });
    if (ended) await deps.enqueue(tx, { name: 'capture', incidentId });
    return ended;
  });
}

/**
 * What ended it is no longer so: the person took their ✅ off again, or the alert says that it fires. The draft that its
 * end brought is looked at anew.
 */
export async function takeResolutionBack(
  deps: Deps,
  incidentId: string,
  given: { signal: 'reaction'; by: string } | { signal: 'alert' },
): Promise<boolean> {
  const by = given.signal === 'reaction' ? given.by : undefined;
  return deps.db.transaction(async (tx) => {
    const reopened = await reopenIncident(tx, deps.workspaceId, incidentId, given.signal, by);
    if (reopened) await deps.enqueue(tx, { name: 'capture', incidentId });
    return reopened;
  });
}
