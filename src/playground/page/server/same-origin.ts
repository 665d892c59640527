import type { IncomingMessage } from 'node:http';

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;

/**
 * Whether a request comes from the page itself. The Host must be a loopback name (a rebound DNS name is not),
 * and whatever can act or listen (a POST, a WebSocket) must carry the page's own Origin.
 */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { host, origin, upgrade } = request.headers;
  if (host === undefined || !loopbackHost.test(host)) return false;
  if (origin !== undefined) return origin === `http://${host}`;
  return request.method === 'GET' && upgrade === undefined;
}
