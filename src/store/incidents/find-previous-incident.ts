import { and, eq, gte, lte, ne } from 'drizzle-orm';
import type { Incident } from '../../library/incident.ts';
import type { Db } from '../connection/db.ts';
import { incidents } from '../schema/incidents.ts';
import { newestIncidentWhere } from './incidents.ts';

/** The last incident of the same alert in the same channel that was resolved between `since` and this one's beginning. */
export async function findPreviousIncident(
  db: Db,
  incident: Incident,
  since: Date,
): Promise<Incident | null> {
  if (incident.alertKey === null) return null;
  return newestIncidentWhere(
    db,
    and(
      eq(incidents.workspaceId, incident.workspaceId),
      eq(incidents.channelId, incident.channelId),
      eq(incidents.alertKey, incident.alertKey),
      ne(incidents.incidentId, incident.id),
      eq(incidents.status, 'resolved'),
      gte(incidents.resolvedAt, since),
      lte(incidents.resolvedAt, incident.openedAt),
    ),
  );
}
