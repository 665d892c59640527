import type { IncomingMessage } from 'node:http';
import type { Refusal } from './verbs.ts';

const maxBytes = 256 * 1024;

/** Reads a JSON body of at most 256 KiB; a body that is no JSON, or too large, comes back as a refusal. */
export async function readJson(
  request: IncomingMessage,
): Promise<{ ok: true; value: unknown } | { ok: false; refusal: Refusal }> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return refuse(415, 'The body must be application/json.');
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    // Read on a little without keeping it, so that the client hears the refusal and not a broken pipe.
    else if (bytes > 16 * maxBytes) break;
  }
  if (bytes > maxBytes) return refuse(413, `The body is larger than ${maxBytes} bytes.`);
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return refuse(400, 'The body is not valid JSON.');
  }
}

function refuse(status: number, error: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { status, error } };
}
