import { eq, sql } from 'drizzle-orm';
import type {
  JudgedPrecedent,
  MatchCorrection,
  MatchFit,
  ShownEvidence,
} from '../../library/match-correction.ts';
import { rowsOf } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { matchCorrections } from '../schema/precedents.ts';

const maxJudged = 5_000;

/**
 * The precedents that people judged, by the latest mark of each person and the majority of persons; where they are
 * of two minds, or what spoke for the precedent was not kept, it is left out. The newest 5,000.
 */
export async function judgedPrecedents({ db, workspaceId }: Scope): Promise<JudgedPrecedent[]> {
  const rows = rowsOf<{ incident_id: string; signals: ShownEvidence | string; worked: boolean }>(
    await db.execute(sql`
      with said as (
        select distinct on (incident_id, solution_id, user_id) incident_id, solution_id, verdict
        from feedback_marks
        where workspace_id = ${workspaceId} and not is_removed
        order by incident_id, solution_id, user_id, marked_at desc, mark
      ), counted as (
        select incident_id, solution_id, sum(case when verdict = 'failed' then -1 else 1 end) as balance
        from said group by incident_id, solution_id
      )
      select p.incident_id, p.signals, c.balance > 0 as worked
      from counted c
      join precedents p on p.workspace_id = ${workspaceId}
        and p.incident_id = c.incident_id and p.solution_id = c.solution_id
      where c.balance <> 0 and p.signals is not null
      order by p.created_at desc, p.incident_id, p.solution_id limit ${maxJudged}`),
  );
  return rows.map(({ incident_id: incidentId, signals, worked }) => ({
    incidentId,
    worked,
    shown: typeof signals === 'string' ? (JSON.parse(signals) as ShownEvidence) : signals,
  }));
}

/** The workspace's last fit takes the place of the one before. */
export async function saveFit({ db, workspaceId }: Scope, fit: MatchFit, at: Date): Promise<void> {
  const row = { ...fit, fittedAt: at };
  await db
    .insert(matchCorrections)
    .values({ workspaceId, ...row })
    .onConflictDoUpdate({ target: matchCorrections.workspaceId, set: row });
}

/** Null before the first night. */
export async function readFit({ db, workspaceId }: Scope): Promise<MatchFit | null> {
  const [row] = await db
    .select({
      correction: matchCorrections.correction,
      labelled: matchCorrections.labelled,
      lossDefault: matchCorrections.lossDefault,
      lossCorrected: matchCorrections.lossCorrected,
    })
    .from(matchCorrections)
    .where(eq(matchCorrections.workspaceId, workspaceId));
  return row ?? null;
}

/** What a search adds to the default weights; null for nothing. */
export async function correctionOf(scope: Scope): Promise<MatchCorrection | null> {
  return (await readFit(scope))?.correction ?? null;
}
