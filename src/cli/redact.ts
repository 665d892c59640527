import { once } from 'node:events';
import { PrecedentError } from '../errors.ts';
import type { Redactor } from '../privacy/redact.ts';
import { linesOf } from './lines-of.ts';

/**
 * `precedent redact [--jsonl]`: standard input to standard output; with --jsonl `{"text"}` in, `{"text","found"}` out,
 * a line each. `found` counts in UTF-16 code units of the text that came in, as JavaScript and JSON's \u do.
 */
export async function redact(
  redactor: Redactor,
  input: { jsonl: boolean },
  streams: { in: NodeJS.ReadableStream; out: NodeJS.WritableStream },
): Promise<void> {
  if (!input.jsonl) {
    // Without it a character that lies across two chunks would come out broken.
    streams.in.setEncoding('utf8');
    let whole = '';
    for await (const chunk of streams.in) whole += String(chunk);
    streams.out.write((await redactor.redact(whole)).text);
    return;
  }
  let number = 0;
  for await (const line of linesOf(streams.in)) {
    number += 1;
    if (line.trim() === '') continue;
    const redacted = `${JSON.stringify(await redactor.redact(textOf(line, number)))}\n`;
    if (!streams.out.write(redacted)) await once(streams.out, 'drain');
  }
}

function textOf(line: string, number: number): string {
  try {
    const value = JSON.parse(line.trim()) as { text?: unknown };
    if (typeof value.text === 'string') return value.text;
  } catch {
    // The sentence below says it all; the line itself may hold a secret.
  }
  throw new PrecedentError(
    'usage',
    `Line ${number} is no JSON object with a "text". Write {"text":"…"} on each line.`,
  );
}
