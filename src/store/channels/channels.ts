import { and, asc, desc, eq, gt, or, type SQL } from 'drizzle-orm';
import type { AnswerSensitivity } from '../../library/answer-sensitivity.ts';
import type { Db } from '../connection/db.ts';
import type { Scope } from '../ctx.ts';
import { allPages } from '../pages.ts';
import { type ChannelMode, channels } from '../schema/channels.ts';

export type { ChannelMode } from '../schema/channels.ts';

export type Channel = {
  workspaceId: string;
  channelId: string;
  name: string;
  isPrivate: boolean;
  isExtShared: boolean;
  mode: ChannelMode;
  watched: boolean;
  watchedAt: Date | null;
  digest: boolean;
  quietHours: number;
  answerSensitivity: AnswerSensitivity;
  autoSave: boolean;
};

const columns = {
  workspaceId: channels.workspaceId,
  channelId: channels.channelId,
  name: channels.name,
  isPrivate: channels.isPrivate,
  isExtShared: channels.isExtShared,
  mode: channels.mode,
  watched: channels.watched,
  watchedAt: channels.watchedAt,
  digest: channels.digest,
  quietHours: channels.quietHours,
  answerSensitivity: channels.answerSensitivity,
  autoSave: channels.autoSave,
};

/** Starts the watch or changes its mode; says whether the channel was watched before. */
export async function watchChannel(
  db: Db,
  channel: Pick<Channel, 'workspaceId' | 'channelId' | 'name' | 'isPrivate' | 'isExtShared' | 'mode'>,
  by: { userId: string | null; at: Date },
): Promise<{ wasWatched: boolean }> {
  return db.transaction(async (tx) => {
    const before = await findChannel({ db: tx, workspaceId: channel.workspaceId }, channel.channelId);
    const row = { ...channel, watched: true, watchedBy: by.userId, watchedAt: by.at };
    await tx
      .insert(channels)
      .values(row)
      .onConflictDoUpdate({ target: [channels.workspaceId, channels.channelId], set: row });
    return { wasWatched: before?.watched === true };
  });
}

/** False when it was not watched. */
export async function unwatchChannel({ db, workspaceId }: Scope, channelId: string): Promise<boolean> {
  const rows = await db
    .update(channels)
    .set({ watched: false })
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        eq(channels.channelId, channelId),
        eq(channels.watched, true),
      ),
    )
    .returning({ channelId: channels.channelId });
  return rows.length > 0;
}

/** Whether it is watched; if so nobody stops that until the transaction ends. */
export async function lockWatchedChannel({ db, workspaceId }: Scope, channelId: string): Promise<boolean> {
  const rows = await db
    .select({ channelId: channels.channelId })
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        eq(channels.channelId, channelId),
        eq(channels.watched, true),
      ),
    )
    .limit(1)
    .for('update');
  return rows.length > 0;
}

export async function findChannel({ db, workspaceId }: Scope, channelId: string): Promise<Channel | null> {
  const [row] = await db
    .select(columns)
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.channelId, channelId)))
    .limit(1);
  return row ?? null;
}

/** By its name without "#"; of two with the same name the watched one. */
export async function findChannelByName({ db, workspaceId }: Scope, name: string): Promise<Channel | null> {
  const [row] = await db
    .select(columns)
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.name, name)))
    .orderBy(desc(channels.watched), asc(channels.channelId))
    .limit(1);
  return row ?? null;
}

/** A channel known from an export: kept so that its threads have a place and a visibility; one known already stays. */
export async function insertChannelIfAbsent(
  db: Db,
  channel: Pick<Channel, 'workspaceId' | 'channelId' | 'name' | 'isPrivate' | 'isExtShared'>,
): Promise<void> {
  await db
    .insert(channels)
    .values({ ...channel, mode: 'incidents', watched: false })
    .onConflictDoNothing();
}

/** All of them, by name. */
export async function watchedChannels(scope: Scope, pageSize?: number): Promise<Channel[]> {
  const watched = await allChannels(scope, eq(channels.watched, true), pageSize);
  return watched.toSorted((a, b) => compare(a.name, b.name) || compare(a.channelId, b.channelId));
}

/** All that count as public or as our own: watched or not, what they taught may be seen elsewhere. By id. */
export async function unrestrictedChannels(scope: Scope, pageSize?: number): Promise<Channel[]> {
  return allChannels(scope, or(eq(channels.isPrivate, false), eq(channels.isExtShared, false)), pageSize);
}

function allChannels({ db, workspaceId }: Scope, condition: SQL | undefined, pageSize?: number) {
  return allPages<Channel>(
    (after, size) =>
      db
        .select(columns)
        .from(channels)
        .where(
          and(
            eq(channels.workspaceId, workspaceId),
            gt(channels.channelId, after?.channelId ?? ''),
            condition,
          ),
        )
        .orderBy(asc(channels.channelId))
        .limit(size),
    pageSize,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export async function changeChannel(
  { db, workspaceId }: Scope,
  channelId: string,
  change: Partial<Omit<Channel, 'workspaceId' | 'channelId' | 'watched' | 'watchedAt'>>,
): Promise<boolean> {
  const rows = await db
    .update(channels)
    .set(change)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.channelId, channelId)))
    .returning({ channelId: channels.channelId });
  return rows.length > 0;
}
