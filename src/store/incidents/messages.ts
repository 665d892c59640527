import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Message } from '../../library/message.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { messages } from '../schema/incidents.ts';

/**
 * Keeps messages of an incident's thread; the same message twice is kept once, as it was last. One that was edited here
 * since stays: what is handled twice must not bring words back that somebody took back.
 */
export async function saveMessages(
  db: Db,
  location: { workspaceId: string; channelId: string; incidentId: string },
  thread: Message[],
): Promise<void> {
  // One statement may not touch a row twice.
  const uniqueMessages = [...new Map(thread.map((message) => [message.ts, message])).values()];
  for (let from = 0; from < uniqueMessages.length; from += 500) {
    await db
      .insert(messages)
      .values(uniqueMessages.slice(from, from + 500).map((message) => ({ ...location, ...message })))
      .onConflictDoUpdate({
        target: [messages.workspaceId, messages.channelId, messages.ts],
        set: { text: sql`excluded.text`, editedAt: sql`excluded.edited_at` },
        setWhere: sql`${messages.editedAt} is null or ${messages.editedAt} <= excluded.edited_at`,
      });
  }
}

/** Follows an edit, also one after which it says the same; false when we do not keep it, or a later edit came first. */
export async function editMessage(
  { db, workspaceId }: Scope,
  channelId: string,
  edit: { ts: string; text: string; editedAt: Date },
): Promise<boolean> {
  const rows = await db
    .update(messages)
    .set({ text: edit.text, editedAt: edit.editedAt })
    .where(
      and(
        isMessage(workspaceId, channelId, edit.ts),
        or(isNull(messages.editedAt), lte(messages.editedAt, edit.editedAt)),
      ),
    )
    .returning({ ts: messages.ts });
  return rows.length > 0;
}

/** What a message that we keep says; null when we do not. */
export async function textOfMessage(
  { db, workspaceId }: Scope,
  channelId: string,
  ts: string,
): Promise<string | null> {
  const [row] = await db
    .select({ text: messages.text })
    .from(messages)
    .where(isMessage(workspaceId, channelId, ts))
    .limit(1);
  return row?.text ?? null;
}

/** The incident of the message, or null when we did not keep it. */
export async function deleteMessage(
  { db, workspaceId }: Scope,
  channelId: string,
  ts: string,
): Promise<string | null> {
  const [row] = await db
    .delete(messages)
    .where(isMessage(workspaceId, channelId, ts))
    .returning({ incidentId: messages.incidentId });
  return row?.incidentId ?? null;
}

/** In the order they were posted, at most 2,000: a longer thread is captured from its first 2,000. */
export async function messagesOfIncident({ db, workspaceId }: Scope, incidentId: string): Promise<Message[]> {
  return db
    .select({
      ts: messages.ts,
      userId: messages.userId,
      isBot: messages.isBot,
      text: messages.text,
      editedAt: messages.editedAt,
    })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.incidentId, incidentId)))
    .orderBy(asc(messages.ts))
    .limit(2_000);
}

export async function isMessageStored(scope: Scope, channelId: string, ts: string): Promise<boolean> {
  return (await textOfMessage(scope, channelId, ts)) !== null;
}

function isMessage(workspaceId: string, channelId: string, ts: string) {
  return and(eq(messages.workspaceId, workspaceId), eq(messages.channelId, channelId), eq(messages.ts, ts));
}
