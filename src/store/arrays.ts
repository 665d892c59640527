import { sql } from 'drizzle-orm';
import { cleanText } from './clean-text.ts';

/** As one parameter each, however long: a list of parameters has a limit. */
export function intArray(values: number[]) {
  return sql`${`{${values.join(',')}}`}::int[]`;
}

export function textArray(values: string[]) {
  const quoted = values.map(
    (value) => `"${cleanText(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  );
  return sql`${`{${quoted.join(',')}}`}::text[]`;
}
