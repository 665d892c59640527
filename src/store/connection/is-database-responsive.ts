import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';

const timeoutMs = 2_000;

/** Whether the database answers a trivial question within two seconds. */
export async function isDatabaseResponsive(db: Db): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  try {
    return await Promise.race([db.execute(sql`select 1`).then(() => true), timedOut]);
  } finally {
    clearTimeout(timer);
  }
}
