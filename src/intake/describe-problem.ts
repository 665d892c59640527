import type { Context } from '../text/context.ts';
import { untitledIncident } from '../text/fallback-titles.ts';
import { boldHeadline, plainText } from '../text/plain-text.ts';
import { canonicalEnvironment, readContext } from '../text/read-context.ts';
import { extractSignatures } from '../text/signatures.ts';
import type { InboxMessage } from './messages/inbox-event.ts';

const maxTitleChars = 150;
const maxSymptomsChars = 4_000;

/** What an incident's root message says: its first telling line as title, all of it as symptoms. */
export function describeProblem(message: Pick<InboxMessage, 'text' | 'alert'>): {
  title: string;
  symptoms: string;
  signatures: string[];
  context: Context;
} {
  const symptoms = message.text.slice(0, maxSymptomsChars);
  const read = readContext(message.text);
  const { alert } = message;
  return {
    title: alert === null ? titleOf(symptoms) : alert.title.slice(0, maxTitleChars),
    symptoms,
    signatures: extractSignatures(message.text),
    context: {
      service: alert?.service ?? read.service,
      environment: alert?.environment == null ? read.environment : canonicalEnvironment(alert.environment),
      severity: alert?.severity ?? read.severity,
    },
  };
}

/** The first line that has words, as a person reads it: without emoji, mentions and emphasis, and with its `_` and wildcards. */
function titleOf(text: string): string {
  for (const line of text.replace(boldHeadline, '$1\n').split('\n')) {
    const plain = plainText(line)
      .replace(/@(?:here|channel|everyone)\b/g, ' ')
      .replaceAll('`', '')
      .replace(/\s+/g, ' ')
      .trim();
    if (/\p{L}{2}/u.test(plain))
      return plain.length > maxTitleChars ? `${plain.slice(0, maxTitleChars - 1)}…` : plain;
  }
  return untitledIncident;
}
