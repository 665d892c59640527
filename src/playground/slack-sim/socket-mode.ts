import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { SlackError } from './slack-error.ts';
import type { DisconnectReason } from './slack-sim.ts';
import { ackTimeoutMs, type Delivery, type DeliveryOutcome, type Transport } from './transport.ts';

const maxConnections = 10;
const pingEveryMs = 5000;
/** Slack leaves an announced disconnect about this long (seconds there, shortened here) before it cuts the line. */
const announcedCutMs = 1000;
const closeWithinMs = 300;

type Pending = { socket: WebSocket; settle: (outcome: DeliveryOutcome) => void };

export type SocketMode = Transport & {
  /** A fresh single-use URL, as apps.connections.open answers it. */
  openUrl(baseUrl: string): string;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): number;
  disconnect(reason: DisconnectReason): void;
  close(): Promise<void>;
};

/** Socket Mode's server side: tickets, hello, round-robin envelopes, acks, disconnects. */
export function createSocketMode(appId: string): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const pending = new Map<string, Pending>();
  const waiting = new Set<() => void>();
  let live: WebSocket[] = [];
  let turn = 0;
  let closed = false;

  const pings = setInterval(() => {
    for (const socket of live) socket.ping(`Ping from simulator ${Date.now()}`);
  }, pingEveryMs);
  pings.unref();

  function forget(socket: WebSocket, reason: string): void {
    live = live.filter((other) => other !== socket);
    for (const [envelopeId, entry] of pending) {
      if (entry.socket !== socket) continue;
      pending.delete(envelopeId);
      entry.settle({ acked: false, reason, noRetry: false });
    }
  }

  function cut(socket: WebSocket): void {
    forget(socket, 'connection_lost');
    socket.close(1000);
    const force = setTimeout(() => socket.terminate(), announcedCutMs);
    force.unref();
  }

  function welcome(socket: WebSocket): void {
    if (live.length >= maxConnections) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close(1000);
      return;
    }
    socket.on('message', (data) => receive(String(data)));
    socket.on('close', () => forget(socket, 'connection_lost'));
    socket.on('error', () => forget(socket, 'connection_lost'));
    live.push(socket);
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: live.length,
        debug_info: { host: 'applink-sim', build_number: 1, approximate_connection_time: 18060 },
        connection_info: { app_id: appId },
      }),
    );
    for (const wake of [...waiting]) wake();
  }

  function receive(text: string): void {
    let frame: { envelope_id?: string; payload?: unknown };
    try {
      frame = JSON.parse(text);
    } catch {
      return;
    }
    const entry = frame.envelope_id === undefined ? undefined : pending.get(frame.envelope_id);
    if (entry === undefined || frame.envelope_id === undefined) return;
    pending.delete(frame.envelope_id);
    entry.settle({ acked: true, response: frame.payload });
  }

  function connected(waitMs: number): Promise<boolean> {
    if (live.length > 0 || waitMs <= 0 || closed) return Promise.resolve(live.length > 0);
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        waiting.delete(finish);
        resolve(live.length > 0);
      };
      const timer = setTimeout(finish, waitMs);
      waiting.add(finish);
    });
  }

  function frameOf(envelopeId: string, delivery: Delivery): string {
    const frame = {
      envelope_id: envelopeId,
      type: delivery.kind,
      accepts_response_payload: delivery.kind !== 'events_api',
      payload: delivery.payload,
    };
    if (delivery.kind !== 'events_api') return JSON.stringify(frame);
    return JSON.stringify({
      ...frame,
      retry_attempt: delivery.retryAttempt,
      retry_reason: delivery.retryReason,
    });
  }

  return {
    async deliver(delivery, options) {
      // The first send stays in the caller's turn, so that events leave in the order they happened.
      if (live.length === 0 && !(await connected(options.waitForConnectionMs))) {
        return { acked: false, reason: 'no_connection', noRetry: false };
      }
      turn += 1;
      const socket = live[turn % live.length];
      if (socket === undefined) return { acked: false, reason: 'no_connection', noRetry: false };
      const envelopeId = randomUUID();
      return await new Promise((resolve) => {
        const timer = setTimeout(() => {
          pending.delete(envelopeId);
          resolve({ acked: false, reason: 'timeout', noRetry: false });
        }, ackTimeoutMs);
        const settle = (outcome: DeliveryOutcome) => {
          clearTimeout(timer);
          resolve(outcome);
        };
        pending.set(envelopeId, { socket, settle });
        socket.send(frameOf(envelopeId, delivery), (error) => {
          if (error) forget(socket, 'connection_lost');
        });
        if (options.dropAfterSend) for (const other of [...live]) cut(other);
      });
    },
    openUrl(baseUrl) {
      if (closed) throw new SlackError('internal_error');
      const ticket = randomBytes(16).toString('hex');
      tickets.add(ticket);
      return `${baseUrl.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    handleUpgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    connections: () => live.length,
    disconnect(reason) {
      for (const socket of [...live]) {
        if (reason === 'dropped') {
          cut(socket);
          continue;
        }
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-sim' } }));
        // From here on Slack routes nothing to this connection, but what it holds may still be acknowledged.
        live = live.filter((other) => other !== socket);
        const timer = setTimeout(() => cut(socket), announcedCutMs);
        timer.unref();
      }
    },
    async close() {
      closed = true;
      clearInterval(pings);
      for (const wake of [...waiting]) wake();
      const goodbyes = [...server.clients].map((socket) => {
        forget(socket, 'connection_lost');
        const gone = once(socket, 'close');
        socket.close(1000);
        const force = setTimeout(() => socket.terminate(), closeWithinMs);
        return gone.finally(() => clearTimeout(force));
      });
      await Promise.all(goodbyes);
      server.close();
    },
  };
}
