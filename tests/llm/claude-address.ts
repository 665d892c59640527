import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ClaudeAnswer, messageOf } from '../capture/model/claude-server.ts';

export type ClaudeAddress = {
  url: string;
  asked: { headers: IncomingMessage['headers']; body: string }[];
  close(): Promise<void>;
};

/** A Messages API that listens on this machine: for a process of its own, and for what only a real socket does. */
export async function startClaude(
  answer: (response: ServerResponse) => void = (response) => answerWith(response, messageOf(null)),
): Promise<ClaudeAddress> {
  const asked: ClaudeAddress['asked'] = [];
  const server = createServer(async (request, response) => {
    asked.push({ headers: request.headers, body: await text(request) });
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** An answer of the Messages API, sent. */
export function answerWith(response: ServerResponse, { status, body }: ClaudeAnswer): void {
  response.writeHead(status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
