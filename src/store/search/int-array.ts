import { sql } from 'drizzle-orm';

/** As one parameter, however long: a list of parameters has a limit. */
export function intArray(values: number[]) {
  return sql`${`{${values.join(',')}}`}::int[]`;
}
