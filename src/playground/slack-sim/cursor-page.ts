import { tsMicros } from './message-ts.ts';
import { SlackError } from './slack-error.ts';

type Page<T> = { items: T[]; nextCursor: string };

function readOffset(cursor: unknown): number {
  if (cursor === undefined || cursor === null || cursor === '') return 0;
  const decoded = Buffer.from(String(cursor), 'base64').toString('utf8');
  const offset = /^offset:(\d+)$/.exec(decoded)?.[1];
  if (offset === undefined) throw new SlackError('invalid_cursor');
  return Number(offset);
}

function readLimit(limit: unknown, fallback: number, max: number): number {
  if (limit === undefined || limit === null || limit === '') return fallback;
  const wanted = Number(limit);
  if (!Number.isInteger(wanted) || wanted < 0) throw new SlackError('invalid_limit');
  return wanted === 0 ? fallback : Math.min(wanted, max);
}

/** One page of `items` by Slack's `cursor` and `limit`; an empty nextCursor is the end. Throws invalid_cursor, invalid_limit. */
export function pageOf<T>(
  items: readonly T[],
  body: Record<string, unknown>,
  size: { fallback: number; max: number },
): Page<T> {
  const offset = readOffset(body.cursor);
  const limit = readLimit(body.limit, size.fallback, size.max);
  const end = offset + limit;
  const nextCursor = end < items.length ? Buffer.from(`offset:${end}`).toString('base64') : '';
  return { items: items.slice(offset, end), nextCursor };
}

/**
 * One page of messages by Slack's time cursor ("next_ts:<micros>"), in the order given: what is posted or deleted
 * between two pages neither doubles a message nor hides one. Throws invalid_cursor, invalid_limit.
 */
export function pageByTime<T extends { ts: string }>(
  items: readonly T[],
  body: Record<string, unknown>,
  size: { fallback: number; max: number },
): Page<T> {
  const from = readNextTs(body.cursor);
  const [first, last] = [items[0], items.at(-1)];
  const isNewestFirst = first !== undefined && last !== undefined && tsMicros(first.ts) > tsMicros(last.ts);
  const left =
    from === null
      ? items
      : items.filter(({ ts }) => (isNewestFirst ? tsMicros(ts) <= from : tsMicros(ts) >= from));
  const limit = readLimit(body.limit, Math.min(size.fallback, size.max), size.max);
  const next = left[limit];
  const nextCursor = next === undefined ? '' : Buffer.from(`next_ts:${tsMicros(next.ts)}`).toString('base64');
  return { items: left.slice(0, limit), nextCursor };
}

function readNextTs(cursor: unknown): number | null {
  if (cursor === undefined || cursor === null || cursor === '') return null;
  const decoded = Buffer.from(String(cursor), 'base64').toString('utf8');
  const micros = /^next_ts:(\d+)$/.exec(decoded)?.[1];
  if (micros === undefined) throw new SlackError('invalid_cursor');
  return Number(micros);
}
