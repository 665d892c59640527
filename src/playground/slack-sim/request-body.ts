import type { IncomingMessage } from 'node:http';

const maxBytes = 4 * 1024 * 1024;
const jsonFields = new Set(['blocks', 'attachments', 'metadata', 'view']);
const flagFields = new Set([
  'inclusive',
  'include_all_metadata',
  'exclude_archived',
  'include_num_members',
  'return_im',
  'reply_broadcast',
  'full',
]);

/** The raw body; rejects what is larger than Slack would take. */
export async function readRaw(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw new Error(`The request body is larger than ${maxBytes} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The arguments of a Web API call from a JSON or a form-encoded body and the query: blocks, attachments,
 * metadata and view decoded, flags as booleans. What does not decode stays a string, for the method to refuse.
 */
export function parseArguments(
  raw: string,
  contentType: string,
  query: URLSearchParams,
): Record<string, unknown> {
  const body: Record<string, unknown> = Object.fromEntries(query);
  if (contentType.includes('json')) {
    const parsed: unknown = raw === '' ? {} : JSON.parse(raw);
    if (typeof parsed === 'object' && parsed !== null) Object.assign(body, parsed);
  } else {
    Object.assign(body, Object.fromEntries(new URLSearchParams(raw)));
  }
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') continue;
    if (jsonFields.has(name)) body[name] = decodeJson(value);
    if (flagFields.has(name)) body[name] = value === 'true' || value === '1';
  }
  return body;
}

function decodeJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
