import pg from 'pg';

/** Makes a database beside the one that the URL names, hands its URL on, and drops it afterwards. */
export async function withTemporaryDatabase(
  databaseUrl: string,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const name = `precedent_bench_${process.pid}`;
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    await admin.query(`create database ${name}`);
    const url = new URL(databaseUrl);
    url.pathname = `/${name}`;
    try {
      await use(url.href);
    } finally {
      await admin.query(`drop database ${name} with (force)`);
    }
  } finally {
    await admin.end();
  }
}
