import { and, eq, inArray, sql } from 'drizzle-orm';
import { cleanJson } from '../../text/clean-text.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { outbox, outboxMentions } from '../schema/outbox.ts';

export type Body = { text: string; blocks: Record<string, unknown>[] };

export type OutboxMessage = {
  workspaceId: string;
  key: string;
  kind: 'answer' | 'draft' | 'reminder' | 'digest' | 'welcome' | 'notice';
  channelId: string;
  threadTs: string | null;
  incidentId: string | null;
  solutionId: string | null;
  body: Body;
};

export type OutboxRow = OutboxMessage & {
  revision: number;
  sentRevision: number | null;
  attempts: number;
  ts: string | null;
  createdAt: Date;
};

const withdrawn: Body = { text: '', blocks: [] };

/** Whether the message is to be taken out of Slack. */
export function isWithdrawn(message: Pick<OutboxMessage, 'body'>): boolean {
  return message.body.text === '' && message.body.blocks.length === 0;
}

const columns = {
  workspaceId: outbox.workspaceId,
  key: outbox.key,
  kind: outbox.kind,
  channelId: outbox.channelId,
  threadTs: outbox.threadTs,
  incidentId: outbox.incidentId,
  solutionId: outbox.solutionId,
  body: outbox.body,
  revision: outbox.revision,
  sentRevision: outbox.sentRevision,
  attempts: outbox.attempts,
  ts: outbox.ts,
  createdAt: outbox.createdAt,
};

/** What the message is to say from now on. False when it says so already: nothing is to be sent. */
export async function writeOutbox(db: Db, message: OutboxMessage, at: Date): Promise<boolean> {
  const rows = await db
    .insert(outbox)
    .values({ ...message, revision: 1, attempts: 0, createdAt: at })
    .onConflictDoUpdate({
      target: [outbox.workspaceId, outbox.key],
      set: {
        body: message.body,
        solutionId: message.solutionId,
        revision: sql`${outbox.revision} + 1`,
      },
      setWhere: sql`${outbox.body} is distinct from ${cleanJson(message.body)}::jsonb`,
    })
    .returning({ key: outbox.key });
  return rows.length > 0;
}

export async function readOutbox({ db, workspaceId }: Scope, key: string): Promise<OutboxRow | null> {
  const [row] = await db
    .select(columns)
    .from(outbox)
    .where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.key, key)))
    .limit(1);
  return row ?? null;
}

/**
 * Until the transaction ends nobody else changes what the message says: of two who write it at once, the second reads
 * what there is to say only after the first has written.
 */
export async function lockOutbox({ db, workspaceId }: Scope, key: string): Promise<void> {
  await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.key, key)))
    .limit(1)
    .for('update');
}

/**
 * Takes the message for delivery until `until`, counting the attempt; null while another worker has it, or when
 * there is nothing to send. `attempts` above 1 without a `ts`: an earlier attempt may stand in Slack already.
 */
export async function claimOutbox(
  { db, workspaceId }: Scope,
  key: string,
  claim: { now: Date; until: Date },
): Promise<OutboxRow | null> {
  const [row] = await db
    .update(outbox)
    .set({ claimedUntil: claim.until, attempts: sql`${outbox.attempts} + 1` })
    .where(
      and(
        eq(outbox.workspaceId, workspaceId),
        eq(outbox.key, key),
        sql`(${outbox.claimedUntil} is null or ${outbox.claimedUntil} < ${claim.now.toISOString()}::timestamptz)`,
        sql`(${outbox.sentRevision} is null or ${outbox.sentRevision} < ${outbox.revision})`,
      ),
    )
    .returning(columns);
  return row ?? null;
}

/** Records what stands in Slack now and lets go, unless a newer revision came meanwhile: then false, and it is still held. */
export async function finishOutbox(
  { db, workspaceId }: Scope,
  key: string,
  sent: { ts: string; revision: number; at: Date },
): Promise<boolean> {
  const [row] = await db
    .update(outbox)
    .set({
      ts: sent.ts,
      sentRevision: sent.revision,
      sentAt: sent.at,
      claimedUntil: sql`case when ${outbox.revision} = ${sent.revision} then null else ${outbox.claimedUntil} end`,
    })
    .where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.key, key)))
    .returning({ revision: outbox.revision });
  return row === undefined || row.revision === sent.revision;
}

/** Lets go without having sent, so that the retry need not wait for the claim to lapse. */
export async function releaseOutbox({ db, workspaceId }: Scope, key: string): Promise<void> {
  await db
    .update(outbox)
    .set({ claimedUntil: null })
    .where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.key, key)));
}

/** Means to have messages gone from Slack; what they said and mention is forgotten at once. Says which are to be delivered. */
export async function withdrawOutbox(
  { db, workspaceId }: Scope,
  filter: { incidentId: string; kind?: OutboxMessage['kind'] },
): Promise<string[]> {
  const rows = await db
    .update(outbox)
    .set({ body: withdrawn, revision: sql`${outbox.revision} + 1` })
    .where(
      and(
        eq(outbox.workspaceId, workspaceId),
        eq(outbox.incidentId, filter.incidentId),
        filter.kind === undefined ? undefined : eq(outbox.kind, filter.kind),
      ),
    )
    .returning({ key: outbox.key });
  const keys = rows.map((row) => row.key);
  if (keys.length > 0) {
    await db
      .delete(outboxMentions)
      .where(and(eq(outboxMentions.workspaceId, workspaceId), inArray(outboxMentions.key, keys)));
  }
  return keys;
}

/** The message is gone from Slack for good (deleted, channel archived): nothing more is sent for it. */
export async function dropOutbox({ db, workspaceId }: Scope, key: string): Promise<void> {
  await db.delete(outbox).where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.key, key)));
}

/** Which of our messages a reaction or a button is on. */
export async function findOutboxByMessage(
  { db, workspaceId }: Scope,
  channelId: string,
  ts: string,
): Promise<OutboxRow | null> {
  const [row] = await db
    .select(columns)
    .from(outbox)
    .where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.channelId, channelId), eq(outbox.ts, ts)))
    .limit(1);
  return row ?? null;
}

/** Keys of what should stand in Slack but does not: taken up again at start. At most 500, oldest first. */
export async function unsentKeys({ db, workspaceId }: Scope): Promise<string[]> {
  const rows = await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(
      and(
        eq(outbox.workspaceId, workspaceId),
        sql`(${outbox.sentRevision} is null or ${outbox.sentRevision} < ${outbox.revision})`,
      ),
    )
    .orderBy(outbox.createdAt, outbox.key)
    .limit(500);
  return rows.map((row) => row.key);
}
