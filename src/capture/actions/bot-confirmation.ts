import { receipts } from '../patterns/action-frames-in-prose.ts';
import type { ActionReading } from './action-reading.ts';

/** The act of a person that a bot's message acknowledges ("Ran Apply for dir: …", "Deployed api 41 to production"). */
export function botReceipt(sentence: string): ActionReading | null {
  const told = receipts.exec(sentence);
  return told === null
    ? null
    : { stance: 'done', verb: 'receipt', form: 'state', look: false, at: told.index };
}
