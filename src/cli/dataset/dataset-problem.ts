import type { Problem } from '../../match/find-precedents.ts';
import type { Redactor } from '../../privacy/redact.ts';
import { readContext } from '../../text/read-context.ts';
import { extractSignatures } from '../../text/signatures.ts';
import type { DatasetEntry } from './read-dataset.ts';

/** As much of a report as the bot keeps of an incident's first message. */
const maxTextChars = 4_000;

/** A dataset's entry as the bot would have kept it of a first message: redacted, with its signatures and context. */
export async function problemOf(redactor: Redactor, entry: DatasetEntry): Promise<Problem> {
  const { text } = await redactor.redact(`${entry.title}\n${entry.text.slice(0, maxTextChars)}`);
  const [title = '', ...rest] = text.split('\n');
  return {
    title,
    symptoms: rest.join('\n'),
    signatures: extractSignatures(text),
    context: readContext(text),
  };
}
