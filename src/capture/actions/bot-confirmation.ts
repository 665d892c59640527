import { botConfirmationCue } from '../patterns/action-frames-in-prose.ts';
import type { ActionReading } from './action-reading.ts';

/** The action of a person that a bot's message acknowledges ("Ran Apply for dir: …", "Deployed api 41 to production"). */
export function botConfirmation(sentence: string): ActionReading | null {
  const match = botConfirmationCue.exec(sentence);
  return match === null
    ? null
    : {
        modality: 'performed',
        verb: 'confirmation',
        form: 'state',
        isDiagnostic: false,
        at: match.index,
        rule: "a bot's confirmation",
      };
}
