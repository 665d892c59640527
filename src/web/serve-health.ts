import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PrecedentError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/connection/db.ts';
import { answerPage, type PageAnswer, pages } from './pages.ts';

export type Health = { url: string; ready(): void; stop(): Promise<void> };

/**
 * Serves every page of `pages.ts` over GET: /livez (the process runs), /healthz (it has started and its database
 * answers), /metrics (numbers for Prometheus). Port 0 takes a free one.
 */
export async function serveHealth(options: {
  db: Db;
  port: number;
  log: Log;
  metrics: () => Promise<string>;
}): Promise<Health> {
  let isReady = false;
  const ctx = { db: options.db, metrics: atMostOncePer(1_000, options.metrics) };
  const server = createServer((request, response) => {
    const answer = ({ status, text, contentType = 'text/plain; charset=utf-8' }: PageAnswer) => {
      response.writeHead(status, { 'content-type': contentType }).end(text);
    };
    if (request.method !== 'GET') return answer({ status: 405, text: 'only GET\n' });
    const path = request.url?.split('?')[0] ?? '';
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (page === undefined) return answer({ status: 404, text: `ask ${listOf(Object.keys(pages))}\n` });
    if (!isReady && page.always !== true) return answer({ status: 503, text: 'starting\n' });
    void answerPage(page, ctx).then(answer);
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

/** "/a, /b or /c". */
function listOf(paths: string[]): string {
  return `${paths.slice(0, -1).join(', ')} or ${paths.at(-1)}`;
}
