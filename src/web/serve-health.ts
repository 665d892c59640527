import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PrecedentError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/connection/db.ts';
import { isDatabaseResponsive } from '../store/connection/is-database-responsive.ts';

export type Health = { url: string; ready(): void; stop(): Promise<void> };

/**
 * GET /livez: the process runs. GET /healthz: it has started and its database answers. GET /metrics: numbers for
 * Prometheus. Nothing else, and nothing that is secret, so it may listen on every interface. Port 0 takes a free one.
 */
export async function serveHealth(options: {
  db: Db;
  port: number;
  log: Log;
  metrics: () => Promise<string>;
}): Promise<Health> {
  let isReady = false;
  const metrics = atMostOncePer(1_000, options.metrics);
  const server = createServer((request, response) => {
    const answer = (status: number, body: string) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${body}\n`);
    };
    const answerMetrics = (text: string) => {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
    };
    if (request.method !== 'GET') return answer(405, 'only GET');
    if (request.url === '/livez') return answer(200, 'alive');
    const path = request.url?.split('?')[0];
    if (path !== '/healthz' && path !== '/metrics') return answer(404, 'ask /livez, /healthz or /metrics');
    if (!isReady) return answer(503, 'starting');
    if (path === '/metrics') {
      metrics().then(answerMetrics, () => answer(503, 'the database does not answer'));
      return;
    }
    isDatabaseResponsive(options.db).then(
      (ok) => answer(ok ? 200 : 503, ok ? 'ok' : 'the database does not answer'),
      () => answer(503, 'the database does not answer'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new PrecedentError(
          'config',
          `The health port ${options.port} cannot be opened. Set PRECEDENT_HEALTH_PORT to a free one.`,
          { cause },
        ),
      );
    });
    server.listen(options.port, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    ready: () => {
      isReady = true;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The port is open to whoever reaches it: however often they ask, the database is asked once in a while. */
function atMostOncePer<T>(periodMs: number, work: () => Promise<T>): () => Promise<T> {
  let last: { at: number; result: Promise<T> } | null = null;
  return () => {
    if (last === null || performance.now() - last.at > periodMs)
      last = { at: performance.now(), result: work() };
    return last.result;
  };
}
