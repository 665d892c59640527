import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export type Asked = {
  path: string | undefined;
  headers: IncomingHttpHeaders;
  body: { model: string; input: string[]; dimensions?: number };
};

/** What it does with the next request instead of answering: the last entry stays when `forever` is set. */
export type Fault = { status?: number; headers?: Record<string, string>; body?: unknown; delayMs?: number };

export type EmbeddingServer = {
  /** With its /v1. */
  url: string;
  asked: Asked[];
  faults: Fault[];
  forever: boolean;
  delayMs: number;
  close(): Promise<void>;
};

/** OpenAI's `/v1/embeddings` on this machine: eight dimensions, a word's place by its length, last asked first answered. */
export async function startEmbeddingServer(dimensions = 8): Promise<EmbeddingServer> {
  const state = {
    asked: [] as Asked[],
    faults: [] as Fault[],
    forever: false,
    delayMs: 0,
  };
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request)) as Asked['body'];
    state.asked.push({ path: request.url, headers: request.headers, body });
    const fault = state.forever ? state.faults[0] : state.faults.shift();
    await new Promise((done) => setTimeout(done, fault?.delayMs ?? state.delayMs));
    const data = body.input.map((input, index) => ({
      object: 'embedding',
      index,
      embedding: vectorOf(input, body.dimensions ?? dimensions),
    }));
    response.writeHead(fault?.status ?? 200, { 'content-type': 'application/json', ...fault?.headers });
    response.end(JSON.stringify(fault?.body ?? { object: 'list', model: body.model, data: data.reverse() }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return Object.assign(state, {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

/** Not of unit length, as some models' vectors are not. */
export function vectorOf(input: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of input.toLowerCase().match(/\w+/g) ?? ['']) {
    let place = 0;
    for (const letter of word) place = (place * 31 + (letter.codePointAt(0) ?? 0)) % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}
