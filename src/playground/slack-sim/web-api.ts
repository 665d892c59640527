import type { IncomingMessage, ServerResponse } from 'node:http';
import { chatMethods } from './methods-chat.ts';
import { conversationMethods } from './methods-conversations.ts';
import { reactionMethods } from './methods-reactions.ts';
import { userMethods } from './methods-users.ts';
import { viewMethods } from './methods-views.ts';
import { workspaceMethods } from './methods-workspace.ts';
import type { RateLimits } from './rate-limits.ts';
import { parseArguments, readRaw } from './request-body.ts';
import type { SimContext } from './sim-context.ts';
import { SlackError } from './slack-error.ts';
import type { SimFault } from './slack-sim.ts';
import type { WebApiMethod } from './web-api-method.ts';

const methods: Record<string, WebApiMethod> = {
  ...workspaceMethods,
  ...chatMethods,
  ...conversationMethods,
  ...userMethods,
  ...reactionMethods,
  ...viewMethods,
};

type Answer = { status: number; headers?: Record<string, string>; body: Record<string, unknown> };

function checkToken(context: SimContext, method: string, token: string): void {
  const { appToken, botToken } = context.state.identity;
  if (token === '') throw new SlackError('not_authed');
  if (token !== appToken && token !== botToken) throw new SlackError('invalid_auth');
  const wanted = method === 'apps.connections.open' ? appToken : botToken;
  if (token !== wanted) throw new SlackError('not_allowed_token_type');
}

function run(
  context: SimContext,
  method: string,
  token: string,
  body: Record<string, unknown>,
): Record<string, unknown> {
  try {
    const perform = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (!perform) throw new SlackError('unknown_method');
    checkToken(context, method, token);
    return { ok: true, ...perform(context, body) };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const metadata = error.details.length > 0 ? { response_metadata: { messages: error.details } } : {};
    return { ok: false, error: error.code, ...metadata };
  }
}

function rateLimited(seconds: number): Answer {
  return {
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: { ok: false, error: 'ratelimited' },
  };
}

function send(response: ServerResponse, answer: Answer, scopes: string[]): void {
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': scopes.join(','),
    ...answer.headers,
  });
  response.end(JSON.stringify(answer.body));
}

export type WebApi = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Answers /api/<method>: faults first, then limits of rate, then the method itself; every call is kept. */
export function createWebApi(context: SimContext, rateLimits: RateLimits | undefined): WebApi {
  const { faults } = context;

  function decide(method: string, token: string, body: Record<string, unknown>): Answer {
    const hits = (fault: SimFault) => 'method' in fault && (fault.method === method || fault.method === '*');
    const limited = faults.take('rate-limited', hits);
    if (limited) return rateLimited(limited.retryAfterSeconds);
    if (faults.take('server-error', hits))
      return { status: 500, body: { ok: false, error: 'internal_error' } };
    const refused = faults.take('api-error', hits);
    if (refused) return { status: 200, body: { ok: false, error: refused.error } };
    const seconds = rateLimits?.check(method, body);
    if (seconds !== undefined) return rateLimited(seconds);
    return { status: 200, body: run(context, method, token, body) };
  }

  return async (request, response, url) => {
    const method = url.pathname.slice('/api/'.length);
    const raw = await readRaw(request);
    let body: Record<string, unknown>;
    try {
      body = parseArguments(raw, request.headers['content-type'] ?? '', url.searchParams);
    } catch {
      send(response, { status: 200, body: { ok: false, error: 'invalid_json' } }, context.state.scopes);
      return;
    }
    const { token: bodyToken, ...args } = body;
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? (typeof bodyToken === 'string' ? bodyToken : '');
    const answer = decide(method, token, args);
    context.state.calls.push({ method, at: context.state.now(), body: args, answer: answer.body });
    const silent = faults.take('no-answer', (fault) => fault.method === method || fault.method === '*');
    // Left open on purpose: the caller's own time-out has to end it.
    if (!silent) send(response, answer, context.state.scopes);
  };
}
