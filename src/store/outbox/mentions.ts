import { sql } from 'drizzle-orm';
import type { Scope } from '../ctx.ts';
import type { MentionKind } from '../schema/outbox.ts';

export type { MentionKind } from '../schema/outbox.ts';

/** What a message shows or speaks of. A `draft` is what the message is about; a `solution` has its words shown there. */
export type Mention = { kind: MentionKind; id: string };

/** What a message of the outbox mentions from now on; what it mentioned before is forgotten. */
export async function replaceMentions(
  { db, workspaceId }: Scope,
  key: string,
  mentions: readonly Mention[],
): Promise<void> {
  const wanted = JSON.stringify(mentions.map(({ kind, id }) => ({ kind, id })));
  await db.execute(sql`
    with wanted as materialized (
      select distinct kind, id from jsonb_to_recordset(${wanted}::jsonb) as w(kind text, id text)
    ), dropped as (
      delete from outbox_mentions m where m.workspace_id = ${workspaceId} and m.key = ${key}
        and not exists (select 1 from wanted w where w.kind = m.kind and w.id = m.id)
    )
    insert into outbox_mentions (workspace_id, key, kind, id)
    select ${workspaceId}, ${key}, kind, id from wanted
    on conflict do nothing`);
}
