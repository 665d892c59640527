import { signatureRules } from './signature-rules.ts';
import { ownFrame } from './stack-frame.ts';

const maxChars = 40_000;

const maxSignatures = 40;

/** An error that few things show: an exception's own name, an error number, a panic, a frame of the team's code. */
const tellingSignature =
  /^(?:SQLSTATE |ORA-|ER_|MySQL |panic: |at |failed calling webhook|no signing key|.*flood.stage|.*(?:altnames|valid for)|[A-Z]\w+(?:Exception|Error)$)/;
/** These exceptions say no more than "it failed". */
const genericException =
  /^(?:NullPointer|OutOfMemory|StackOverflow|Timeout|SocketTimeout|ReadTimeout|ConnectTimeout|Connect|Connection|ConnectionRefused|IO|Runtime|Illegal(?:State|Argument)|Type|Key|Value|Reference|Syntax|Attribute|Index|Import|Assertion|HTTP|Http|Operational|Internal|InternalServer|Unknown)(?:Exception|Error)$/;

/** Whether an error is one that any service may show: an HTTP status, OOMKilled, an exit code, a timeout, a full disk. */
export function isGenericSignature(signature: string): boolean {
  return !tellingSignature.test(signature) || genericException.test(signature);
}

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
