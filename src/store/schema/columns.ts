import { customType, timestamp } from 'drizzle-orm/pg-core';
import { cleanJson, cleanText } from '../../text/clean-text.ts';

/** A text without what PostgreSQL cannot keep (see `cleanText`). */
export const text = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: cleanText,
});

/** The same for JSON. */
export const jsonb = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: cleanJson,
  fromDriver: (value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
});

/** pgvector's half precision, of any dimension: each embedding model has its own, and its own partial index. */
export const halfvec = customType<{ data: number[]; driverData: string }>({
  dataType: () => 'halfvec',
  toDriver: (value) => `[${value.join(',')}]`,
  fromDriver: (value) => JSON.parse(value) as number[],
});

/** pgvector's sparse vector over hashed terms, in its own text form ("{id:weight,…}/dimensions"). */
export const sparsevec = customType<{ data: string; driverData: string }>({ dataType: () => 'sparsevec' });

/** A moment, with its time zone. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Whose row it is: first in every key. */
export const workspaceId = () => text('workspace_id').notNull();
