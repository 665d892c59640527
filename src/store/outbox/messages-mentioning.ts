import { type SQL, sql } from 'drizzle-orm';
import { rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { allPages } from '../pages.ts';

/** A draft whose message shows another solution; `linked`: it became an occurrence of that one, else it may be merged with it. */
export type MentioningDraft = { solutionId: string; incidentId: string | null; linked: boolean };

/** The week of a digest, as its job names it. */
export type StandingDigest = { channelId: string; week: string };

/** Nobody decided on it; `d` is the solution. */
const isUndecided = sql`(d.status = 'draft' or d.saved_by = 'bot')`;

/** The incidents whose answer shows this solution; with `newest` only the last so many. */
export async function incidentsAnsweredWith(
  { db, workspaceId }: Scope,
  solutionId: string,
  { newest, pageSize }: { newest?: number; pageSize?: number } = {},
): Promise<string[]> {
  const shown = sql`
    select o.incident_id as id from outbox_mentions m
    join outbox o on o.workspace_id = m.workspace_id and o.key = m.key
    where m.workspace_id = ${workspaceId} and m.kind = 'solution' and m.id = ${solutionId}
      and o.kind = 'answer' and o.incident_id is not null`;
  if (newest === undefined) return allIds({ db, workspaceId }, shown, pageSize);
  const rows = rowsOf<{ id: string }>(
    await db.execute(sql`${shown} order by o.created_at desc, o.incident_id limit ${newest}`),
  );
  return rows.map((row) => row.id);
}

/** The incidents of other channels whose answer shows what this channel taught. */
export function incidentsElsewhereAnsweredFrom(
  scope: Scope,
  channelId: string,
  pageSize?: number,
): Promise<string[]> {
  return allIds(
    scope,
    sql`select distinct o.incident_id as id ${mentionsOfChannel(scope, channelId)}
      and o.kind = 'answer' and o.incident_id is not null`,
    pageSize,
  );
}

/** The incidents of other channels whose draft may be merged with a solution of this channel, and says so. */
export function incidentsElsewhereOfferingMerge(
  scope: Scope,
  channelId: string,
  pageSize?: number,
): Promise<string[]> {
  return allIds(
    scope,
    sql`select distinct d.incident_id as id ${mentionsOfChannel(
      scope,
      channelId,
      sql`join solutions d on d.workspace_id = o.workspace_id and d.solution_id = o.solution_id`,
    )} and o.kind = 'draft' and d.incident_id is not null and ${isUndecided}`,
    pageSize,
  );
}

/** The digests of other channels that list what this channel taught. */
export async function digestsElsewhereFrom(
  scope: Scope,
  channelId: string,
  pageSize?: number,
): Promise<StandingDigest[]> {
  const keys = await allIds(
    scope,
    sql`select distinct o.key as id ${mentionsOfChannel(scope, channelId)} and o.kind = 'digest'`,
    pageSize,
  );
  return keys.map(digestOfKey);
}

/** The digests that list one of these incidents or solutions. */
export async function digestsMentioning(
  scope: Scope,
  mentioned: { incidentIds: string[]; solutionIds: string[] },
  pageSize?: number,
): Promise<StandingDigest[]> {
  const { incidentIds, solutionIds } = mentioned;
  const keys = await allIds(
    scope,
    sql`select distinct o.key as id from outbox_mentions m
      join outbox o on o.workspace_id = m.workspace_id and o.key = m.key
      where m.workspace_id = ${scope.workspaceId} and o.kind = 'digest' and (
        (m.kind = 'incident' and m.id in (select jsonb_array_elements_text(${JSON.stringify(incidentIds)}::jsonb)))
        or (m.kind = 'solution' and m.id in (select jsonb_array_elements_text(${JSON.stringify(solutionIds)}::jsonb))))`,
    pageSize,
  );
  return keys.map(digestOfKey);
}

/** The drafts, and what the bot saved by itself, whose message shows this solution. */
export async function draftsMentioning(
  { db, workspaceId }: Scope,
  solutionId: string,
  pageSize?: number,
): Promise<MentioningDraft[]> {
  return allPages<MentioningDraft>(async (after, size) => {
    const rows = rowsOf<{ solution_id: string; incident_id: string | null; linked: boolean }>(
      await db.execute(sql`
        select distinct d.solution_id, d.incident_id, d.merged_into is not null as linked
        from outbox_mentions m
        join outbox o on o.workspace_id = m.workspace_id and o.key = m.key
        join solutions d on d.workspace_id = o.workspace_id and d.solution_id = o.solution_id
        where m.workspace_id = ${workspaceId} and m.kind = 'solution' and m.id = ${solutionId} and o.kind = 'draft'
          and d.solution_id <> ${solutionId} and (d.merged_into = ${solutionId} or ${isUndecided})
          and d.solution_id > ${after?.solutionId ?? ''}
        order by d.solution_id limit ${size}`),
    );
    return rows.map((row) => ({
      solutionId: row.solution_id,
      incidentId: row.incident_id,
      linked: row.linked,
    }));
  }, pageSize);
}

/** Messages in other channels that show a solution of this one: from "from" into "where". */
function mentionsOfChannel({ workspaceId }: Scope, channelId: string, join = sql``): SQL {
  return sql`from solutions s
    join outbox_mentions m on m.workspace_id = s.workspace_id and m.kind = 'solution' and m.id = s.solution_id
    join outbox o on o.workspace_id = m.workspace_id and o.key = m.key
    ${join}
    where s.workspace_id = ${workspaceId} and s.source_channel_id = ${channelId} and o.channel_id <> ${channelId}`;
}

function allIds({ db }: Scope, query: SQL, pageSize?: number): Promise<string[]> {
  return allPages<string>(async (after, size) => {
    const page = sql`select id from (${query}) found where id > ${after ?? ''} order by id limit ${size}`;
    return rowsOf<{ id: string }>(await db.execute(page)).map((row) => row.id);
  }, pageSize);
}

/** `digest:<channel>:<week>`; a channel's id has no colon, but one that an export named may have. */
function digestOfKey(key: string): StandingDigest {
  const end = key.lastIndexOf(':');
  return { channelId: key.slice('digest:'.length, end), week: key.slice(end + 1) };
}
