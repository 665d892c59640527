import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';

const patienceMs = 2_000;

/** Whether the database answers a trivial question within two seconds. */
export async function isAnswering(db: Db): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([db.execute(sql`select 1`).then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
