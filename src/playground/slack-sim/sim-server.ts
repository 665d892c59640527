import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readRaw } from './request-body.ts';
import { showResponse } from './response-urls.ts';
import type { SimContext } from './sim-context.ts';
import { SlackError } from './slack-error.ts';
import type { WebApi } from './web-api.ts';
import { ingestWebhook } from './webhook-ingest.ts';

async function answerResponseUrl(
  context: SimContext,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const raw = await readRaw(request);
  try {
    const target = context.responseUrls.take(id);
    showResponse(context, target, JSON.parse(raw));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  } catch (error) {
    const code = error instanceof SlackError ? error.code : 'invalid_payload';
    const gone = code === 'used_url' || code === 'expired_url' || code === 'invalid_url';
    response.writeHead(gone ? 404 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: false, error: code }));
  }
}

async function route(
  context: SimContext,
  webApi: WebApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname.startsWith('/api/')) {
    await webApi(request, response, url);
  } else if (url.pathname.startsWith('/response/') && request.method === 'POST') {
    await answerResponseUrl(context, request, response, url.pathname.slice('/response/'.length));
  } else if (url.pathname.startsWith('/services/') && request.method === 'POST') {
    const raw = await readRaw(request);
    const { status, text } = ingestWebhook(context, url.pathname, raw, request.headers['content-type'] ?? '');
    response.writeHead(status, { 'content-type': 'text/html' }).end(text);
  } else {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  }
}

/** The loopback HTTP server before it listens: Web API, response_url, webhooks and the Socket Mode upgrade. */
export function createSimServer(context: SimContext, webApi: WebApi): Server {
  const server = createServer((request, response) => {
    route(context, webApi, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: 'fatal_error', detail: String(error) }));
    });
  });
  server.on('upgrade', (request, socket, head) => context.socketMode.handleUpgrade(request, socket, head));
  return server;
}
