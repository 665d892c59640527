import { and, asc, desc, eq, inArray, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Incident, ResolutionSignal } from '../../library/incident.ts';
import { cleanJson } from '../../text/clean-text.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { channels } from '../schema/channels.ts';
import { incidents } from '../schema/incidents.ts';

type Row = typeof incidents.$inferSelect;

/** Opens an incident, or null when its thread has one already: the natural key makes it once. */
export async function openIncident(
  db: Db,
  incident: Incident & { placeholders: Record<string, string> },
): Promise<Incident | null> {
  const { context, ...rest } = incident;
  const [row] = await db
    .insert(incidents)
    .values({
      ...rest,
      incidentId: incident.id,
      service: context.service,
      environment: context.environment,
      severity: context.severity,
    })
    .onConflictDoNothing()
    .returning();
  return row === undefined ? null : incidentOf(row);
}

export async function findIncident({ db, workspaceId }: Scope, incidentId: string): Promise<Incident | null> {
  return newestIncidentWhere(db, isIncident(workspaceId, incidentId));
}

export async function findIncidentByThread(
  { db, workspaceId }: Scope,
  channelId: string,
  threadTs: string,
): Promise<Incident | null> {
  return newestIncidentWhere(db, isThread(workspaceId, channelId, threadTs));
}

export async function findOpenIncidentByAlert(
  { db, workspaceId }: Scope,
  channelId: string,
  alertKey: string,
): Promise<Incident | null> {
  return newestIncidentWhere(
    db,
    and(
      eq(incidents.workspaceId, workspaceId),
      eq(incidents.channelId, channelId),
      eq(incidents.alertKey, alertKey),
      eq(incidents.status, 'open'),
    ),
  );
}

/** {hash: placeholder} of the thread, empty when the thread is no incident. */
export async function placeholdersOfThread(
  { db, workspaceId }: Scope,
  channelId: string,
  threadTs: string,
): Promise<Record<string, string>> {
  const [row] = await db
    .select({ placeholders: incidents.placeholders })
    .from(incidents)
    .where(isThread(workspaceId, channelId, threadTs))
    .limit(1);
  return row?.placeholders ?? {};
}

/** Whether the incident is there; if so nobody else changes it until the transaction ends. */
export async function lockIncident({ db, workspaceId }: Scope, incidentId: string): Promise<boolean> {
  const rows = await db
    .select({ incidentId: incidents.incidentId })
    .from(incidents)
    .where(isIncident(workspaceId, incidentId))
    .limit(1)
    .for('update');
  return rows.length > 0;
}

/** {hash: placeholder} of an incident, which nobody else can add to until the transaction ends. */
export async function lockPlaceholders(
  { db, workspaceId }: Scope,
  incidentId: string,
): Promise<Record<string, string>> {
  const [row] = await db
    .select({ placeholders: incidents.placeholders })
    .from(incidents)
    .where(isIncident(workspaceId, incidentId))
    .limit(1)
    .for('update');
  return row?.placeholders ?? {};
}

/** Something happened in the thread: moves the last activity forward, never back, and learns new placeholders. */
export async function touchIncident(
  { db, workspaceId }: Scope,
  incidentId: string,
  activity: { at: Date; placeholders?: Record<string, string>; firedAgain?: boolean },
): Promise<void> {
  await db
    .update(incidents)
    .set({
      lastActivityAt: sql`greatest(${incidents.lastActivityAt}, ${activity.at.toISOString()}::timestamptz)`,
      ...(activity.placeholders !== undefined && Object.keys(activity.placeholders).length > 0
        ? { placeholders: sql`${incidents.placeholders} || ${cleanJson(activity.placeholders)}::jsonb` }
        : {}),
      ...(activity.firedAgain === true ? { recurrences: sql`${incidents.recurrences} + 1` } : {}),
    })
    .where(isIncident(workspaceId, incidentId));
}

/** The root message was edited: what the incident says follows it. */
export async function updateIncidentDescription(
  { db, workspaceId }: Scope,
  incidentId: string,
  description: Pick<Incident, 'title' | 'symptoms' | 'signatures' | 'context'>,
): Promise<void> {
  await db
    .update(incidents)
    .set({
      title: description.title,
      symptoms: description.symptoms,
      signatures: description.signatures,
      service: description.context.service,
      environment: description.context.environment,
      severity: description.context.severity,
    })
    .where(isIncident(workspaceId, incidentId));
}

/** Ends an open incident; false when somebody else did, or wrote in it since it was found quiet. */
export async function endIncident(
  { db, workspaceId }: Scope,
  incidentId: string,
  end: { status: 'resolved' | 'abandoned'; by: string | null; at: Date; signal: ResolutionSignal },
): Promise<boolean> {
  const rows = await db
    .update(incidents)
    .set({
      status: end.status,
      resolvedAt: end.at,
      resolvedBy: end.by,
      resolutionSignal: end.signal,
      lastActivityAt: sql`greatest(${incidents.lastActivityAt}, ${end.at.toISOString()}::timestamptz)`,
    })
    .where(
      and(
        isIncident(workspaceId, incidentId),
        eq(incidents.status, 'open'),
        end.signal === 'quiet' ? lte(incidents.lastActivityAt, end.at) : undefined,
      ),
    )
    .returning({ incidentId: incidents.incidentId });
  return rows.length > 0;
}

/** An incident that was over, however: from now on it was resolved by this person and signal. */
export async function resolveAgain(
  { db, workspaceId }: Scope,
  incidentId: string,
  end: { by: string | null; at: Date; signal: ResolutionSignal },
): Promise<void> {
  await db
    .update(incidents)
    .set({
      status: 'resolved',
      resolvedAt: sql`coalesce(${incidents.resolvedAt}, ${end.at.toISOString()}::timestamptz)`,
      resolvedBy: end.by,
      resolutionSignal: end.signal,
    })
    .where(isIncident(workspaceId, incidentId));
}

/** Takes a resolution back, if it was given by this signal, and where `by` is set by one of these people; false otherwise. */
export async function reopenIncident(
  { db, workspaceId }: Scope,
  incidentId: string,
  signal: ResolutionSignal,
  by?: string[],
): Promise<boolean> {
  const rows = await db
    .update(incidents)
    .set({ status: 'open', resolvedAt: null, resolvedBy: null, resolutionSignal: null })
    .where(
      and(
        isIncident(workspaceId, incidentId),
        eq(incidents.status, 'resolved'),
        eq(incidents.resolutionSignal, signal),
        by === undefined ? undefined : inArray(incidents.resolvedBy, by),
      ),
    )
    .returning({ incidentId: incidents.incidentId });
  return rows.length > 0;
}

/** Takes its messages, precedents and feedback with it. */
export async function deleteIncident({ db, workspaceId }: Scope, incidentId: string): Promise<void> {
  await db.delete(incidents).where(isIncident(workspaceId, incidentId));
}

export async function resolutionSignalOf(
  { db, workspaceId }: Scope,
  incidentId: string,
): Promise<ResolutionSignal | null> {
  const [row] = await db
    .select({ signal: incidents.resolutionSignal })
    .from(incidents)
    .where(isIncident(workspaceId, incidentId))
    .limit(1);
  return row?.signal ?? null;
}

/** Open incidents of watched channels that have been quiet longer than their channel allows; oldest first, at most 200. */
export async function quietIncidents({ db, workspaceId }: Scope, now: Date): Promise<Incident[]> {
  const rows = await db
    .select({ incident: incidents })
    .from(incidents)
    .innerJoin(
      channels,
      and(eq(channels.workspaceId, incidents.workspaceId), eq(channels.channelId, incidents.channelId)),
    )
    .where(
      and(
        eq(incidents.workspaceId, workspaceId),
        eq(incidents.status, 'open'),
        isNull(incidents.resolvedAt),
        eq(channels.watched, true),
        lt(
          incidents.lastActivityAt,
          sql`${now.toISOString()}::timestamptz - make_interval(hours => ${channels.quietHours})`,
        ),
      ),
    )
    .orderBy(asc(incidents.lastActivityAt), asc(incidents.incidentId))
    .limit(200);
  return rows.map((row) => incidentOf(row.incident));
}

function isIncident(workspaceId: string, incidentId: string) {
  return and(eq(incidents.workspaceId, workspaceId), eq(incidents.incidentId, incidentId));
}

function isThread(workspaceId: string, channelId: string, threadTs: string) {
  return and(
    eq(incidents.workspaceId, workspaceId),
    eq(incidents.channelId, channelId),
    eq(incidents.threadTs, threadTs),
  );
}

/** The newest of those that fit. */
export async function newestIncidentWhere(db: Db, condition: SQL | undefined): Promise<Incident | null> {
  const [row] = await db
    .select()
    .from(incidents)
    .where(condition)
    .orderBy(desc(incidents.openedAt), asc(incidents.incidentId))
    .limit(1);
  return row === undefined ? null : incidentOf(row);
}

function incidentOf(row: Row): Incident {
  return {
    workspaceId: row.workspaceId,
    id: row.incidentId,
    channelId: row.channelId,
    threadTs: row.threadTs,
    status: row.status,
    title: row.title,
    symptoms: row.symptoms,
    signatures: row.signatures,
    context: { service: row.service, environment: row.environment, severity: row.severity },
    alertKey: row.alertKey,
    openedBy: row.openedBy,
    openedAt: row.openedAt,
    resolvedAt: row.resolvedAt,
    lastActivityAt: row.lastActivityAt,
  };
}

export async function countIncidents({ db, workspaceId }: Scope, channelIds: string[]): Promise<number> {
  if (channelIds.length === 0) return 0;
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(incidents)
    .where(and(eq(incidents.workspaceId, workspaceId), inArray(incidents.channelId, channelIds)));
  return row?.count ?? 0;
}
