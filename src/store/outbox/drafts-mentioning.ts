import { sql } from 'drizzle-orm';
import { rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';

/** A draft whose message names another solution; `counted`: it counts to that one, else it may be merged with it. */
export type MentioningDraft = { solutionId: string; incidentId: string | null; linked: boolean };

/** The drafts, and what was saved without asking, whose message in Slack names this solution. At most 1,000. */
export async function draftsMentioning(
  { db, workspaceId }: Scope,
  solutionId: string,
): Promise<MentioningDraft[]> {
  const rows = rowsOf<{ solution_id: string; incident_id: string | null; counted: boolean }>(
    await db.execute(sql`
      select d.solution_id, d.incident_id, d.merged_into is not null as counted
      from outbox o
      join solutions d on d.workspace_id = o.workspace_id and d.solution_id = o.solution_id
      where o.workspace_id = ${workspaceId} and o.kind = 'draft' and d.solution_id <> ${solutionId}
        and (d.merged_into = ${solutionId} or d.status = 'draft' or (d.status = 'active' and d.decided_by is null))
        and position(${solutionId} in o.body::text) > 0
      order by d.solution_id limit 1000`),
  );
  return rows.map((row) => ({
    solutionId: row.solution_id,
    incidentId: row.incident_id,
    linked: row.counted,
  }));
}

/** The incidents of other channels whose draft may be merged with a solution of this channel, and says so. At most 1,000. */
export async function crossChannelIncidentsOfferingMerge(
  { db, workspaceId }: Scope,
  channelId: string,
): Promise<string[]> {
  const rows = rowsOf<{ incident_id: string }>(
    await db.execute(sql`
      select distinct d.incident_id
      from outbox o
      join solutions d on d.workspace_id = o.workspace_id and d.solution_id = o.solution_id
      where o.workspace_id = ${workspaceId} and o.kind = 'draft' and o.channel_id <> ${channelId}
        and d.incident_id is not null and (d.status = 'draft' or (d.status = 'active' and d.decided_by is null))
        and position('merge_with' in o.body::text) > 0
        and exists (select 1 from solutions t where t.workspace_id = o.workspace_id
          and t.source_channel_id = ${channelId} and position(t.solution_id in o.body::text) > 0)
      order by d.incident_id limit 1000`),
  );
  return rows.map((row) => row.incident_id);
}
