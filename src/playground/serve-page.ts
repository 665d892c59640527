import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { PrecedentError } from '../errors.ts';
import { bundlePage } from './bundle-page.ts';
import { type LiveMessage, pageState } from './page/page-state.ts';
import { type GuideStep, loopGuide, type PlaygroundActions } from './page/playground-actions.ts';
import { pageDocument, pageIcon } from './page/server/page-document.ts';
import { readJson } from './page/server/read-json.ts';
import { isSameOrigin } from './page/server/same-origin.ts';
import { performVerb } from './page/server/verbs.ts';
import type { SlackSim } from './slack-sim/slack-sim.ts';

/**
 * Serves the playground's page on 127.0.0.1 (port 0 takes a free one): the page, POST /api/<verb>, and /live.
 * Rejects when the port is taken or the dev dependencies are missing.
 */
export async function servePage(options: {
  slack: SlackSim;
  port: number;
  actions: PlaygroundActions;
  guide?: GuideStep[];
}): Promise<{ url: string; stop(): Promise<void> }> {
  const { slack, actions, guide = loopGuide } = options;
  const { js, css } = await bundlePage();
  const files: Record<string, { type: string; body: string }> = {
    '/': { type: 'text/html; charset=utf-8', body: pageDocument(slack.teamName) },
    '/icon.svg': { type: 'image/svg+xml', body: pageIcon },
    '/page.js': { type: 'text/javascript; charset=utf-8', body: js },
    '/page.css': { type: 'text/css; charset=utf-8', body: css },
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      sendJson(response, 500, { ok: false, error: cause instanceof Error ? cause.message : String(cause) });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isSameOrigin(request)) {
      return sendJson(response, 403, { ok: false, error: 'Only the playground page itself may ask.' });
    }
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'POST' && pathname.startsWith('/api/')) {
      const body = await readJson(request);
      if (!body.ok) return sendJson(response, body.refusal.status, { ok: false, error: body.refusal.error });
      const outcome = await performVerb({ slack, actions }, pathname.slice('/api/'.length), body.value);
      if (outcome.ok) return sendJson(response, 200, outcome);
      return sendJson(response, outcome.refusal.status, { ok: false, error: outcome.refusal.error });
    }
    const file = Object.hasOwn(files, pathname) ? files[pathname] : undefined;
    if (request.method !== 'GET' || file === undefined) {
      return sendJson(response, 404, { ok: false, error: `Nothing at ${request.method} ${pathname}.` });
    }
    response.writeHead(200, { ...guards, 'content-type': file.type }).end(file.body);
  }

  const live = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/live' || !isSameOrigin(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      return;
    }
    live.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => client.terminate());
      client.send(encode({ kind: 'state', state: pageState(slack, actions.alerts, guide) }));
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE') return reject(cause);
      reject(
        new PrecedentError(
          'config',
          `Port ${options.port} is taken: is another playground running? Choose another with --port N.`,
          { cause },
        ),
      );
    });
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const stopListening = slack.onChange((change) => {
    const text = encode({ kind: 'change', change });
    for (const client of live.clients) if (client.readyState === client.OPEN) client.send(text);
  });

  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      stopListening();
      for (const client of live.clients) client.terminate();
      live.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

const guards = {
  'content-security-policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

function encode(message: LiveMessage): string {
  return JSON.stringify(message);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { ...guards, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
