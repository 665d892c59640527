import { and, eq, sql } from 'drizzle-orm';
import type { Scope } from '../ctx.ts';
import { channels } from '../schema/channels.ts';
import { findChannel, unwatchChannel } from './channels.ts';

/** Whose rows are of one channel, by the column that says which. */
const tables = [
  ['channels', 'channel_id'],
  ['incidents', 'channel_id'],
  ['messages', 'channel_id'],
  ['solutions', 'source_channel_id'],
  ['solution_occurrences', 'channel_id'],
  ['outbox', 'channel_id'],
  ['backfills', 'channel_id'],
] as const;

/**
 * A channel goes on under another id, with all that is known of it. False when it is not known, or the other id is: of
 * two with the same threads neither can become the other, so the old one is only watched no longer. Run in a transaction.
 */
export async function moveChannel(scope: Scope, from: string, to: string): Promise<boolean> {
  const { db, workspaceId } = scope;
  const [known] = await db
    .select({ channelId: channels.channelId })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.channelId, from)))
    .limit(1)
    .for('update');
  if (known === undefined) return false;
  if ((await findChannel(scope, to)) !== null) {
    await unwatchChannel(scope, from);
    return false;
  }
  for (const [table, column] of tables) {
    const name = sql.identifier(column);
    await db.execute(sql`update ${sql.identifier(table)} set ${name} = ${to}
      where workspace_id = ${workspaceId} and ${name} = ${from}`);
  }
  await renameDigests(scope, from, to);
  await moveSteps(scope, from, to);
  return true;
}

/** A digest is found by its channel and week: else the same week's would be posted twice. The clock sends what is unsent. */
async function renameDigests({ db, workspaceId }: Scope, from: string, to: string): Promise<void> {
  const oldPrefix = `digest:${from}:`;
  await db.execute(sql`update outbox set key = ${`digest:${to}:`} || substr(key, ${oldPrefix.length + 1}::int)
    where workspace_id = ${workspaceId} and kind = 'digest' and starts_with(key, ${oldPrefix})`);
}

/** A merged step names the thread that it was seen in. Within a quoted text the marks would be escaped. */
async function moveSteps({ db, workspaceId }: Scope, from: string, to: string): Promise<void> {
  const [oldField, newField] = [from, to].map((id) => `"channelId": ${JSON.stringify(id)}`);
  for (const table of ['solutions', 'solution_versions'] as const) {
    await db.execute(sql`update ${sql.identifier(table)} set content = replace(content::text, ${oldField}, ${newField})::jsonb
      where workspace_id = ${workspaceId} and position(${oldField} in content::text) > 0`);
  }
}
