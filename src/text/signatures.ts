import { signatureRules } from './signature-rules.ts';
import { ownFrame } from './stack-frame.ts';

const maxChars = 40_000;
const maxSignatures = 40;

/**
 * The error signatures of a text, normalised (`HTTP 503`, `OOMKilled`, `x509: certificate signed by unknown
 * authority`), each once, in order of first appearance, and last the first frame of a stack trace that is the team's
 * own code (`at PaymentClient.charge`). Only the first 40,000 characters are read.
 */
export function extractSignatures(text: string): string[] {
  const read = text.slice(0, maxChars);
  const found: { at: number; signature: string }[] = [];
  for (const rule of signatureRules) {
    for (const match of read.matchAll(rule.pattern)) {
      const signature = typeof rule.signature === 'string' ? rule.signature : rule.signature(match);
      if (signature !== null) found.push({ at: match.index, signature });
    }
  }
  found.sort((a, b) => a.at - b.at);
  const frame = ownFrame(read);
  const signatures = [...new Set(found.map((each) => each.signature))];
  if (frame === null) return signatures.slice(0, maxSignatures);
  return [...signatures.slice(0, maxSignatures - 1), `at ${frame}`];
}
