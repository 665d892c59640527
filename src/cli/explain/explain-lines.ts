import { once } from 'node:events';
import { PrecedentError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Redactor } from '../../privacy/redact.ts';
import { linesOf } from '../lines-of.ts';
import { normalizerOfExport, readThread } from '../slack-export/export-threads.ts';
import { type Explanation, explainThread } from './explain-thread.ts';
import { readThreadLine } from './read-thread-line.ts';

const channel = { id: 'stdin' };

/**
 * `precedent explain --jsonl`: a thread a line in, its explanation a line out, in order. A line that is none is
 * answered with `{"error"}` and the rest goes on; then the command ends with an error.
 */
export async function explainLines(
  redactor: Redactor,
  streams: { in: NodeJS.ReadableStream; out: NodeJS.WritableStream },
  log: Pick<Log, 'error'>,
): Promise<void> {
  let number = 0;
  let failed = 0;
  for await (const line of linesOf(streams.in)) {
    number += 1;
    if (line.trim() === '') continue;
    const answer = await answerOf(redactor, line, number, log);
    if ('error' in answer) failed += 1;
    if (!streams.out.write(`${JSON.stringify(answer)}\n`)) await once(streams.out, 'drain');
  }
  if (failed > 0) {
    const lines =
      failed === 1
        ? '1 line holds no thread: its answer says'
        : `${failed} lines hold no thread: their answers say`;
    throw new PrecedentError('usage', `${lines} why. The others were explained.`);
  }
}

async function answerOf(
  redactor: Redactor,
  line: string,
  number: number,
  log: Pick<Log, 'error'>,
): Promise<Explanation | { error: string }> {
  try {
    const thread = readThreadLine(line, number);
    // A normalizer of its own: two lines may hold threads of the same first message.
    const normalizer = normalizerOfExport(redactor, { botUserId: '', botId: '' });
    return explainThread(await readThread(normalizer, channel, thread));
  } catch (error) {
    if (error instanceof PrecedentError) return { error: error.message };
    log.error({ line: number, err: error }, 'a thread could not be explained');
    return { error: `Line ${number} could not be explained.` };
  }
}
