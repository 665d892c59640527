import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PrecedentError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/db.ts';
import { isAnswering } from '../store/is-answering.ts';

export type Health = { url: string; ready(): void; stop(): Promise<void> };

/**
 * GET /livez: the process runs. GET /healthz: it has started and its database answers. Nothing else, and nothing
 * that is secret, so it may listen on every interface. Port 0 takes a free one.
 */
export async function serveHealth(options: { db: Db; port: number; log: Log }): Promise<Health> {
  let isReady = false;
  const server = createServer((request, response) => {
    const answer = (status: number, body: string) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${body}\n`);
    };
    if (request.method !== 'GET') return answer(405, 'only GET');
    if (request.url === '/livez') return answer(200, 'alive');
    if (request.url !== '/healthz') return answer(404, 'ask /livez or /healthz');
    if (!isReady) return answer(503, 'starting');
    isAnswering(options.db).then(
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
