import type { Message } from '../../library/message.ts';
import type { Step } from '../../library/step.ts';
import { termsOf } from '../../text/words.ts';
import type { ThreadReading } from '../sentences/read-sentences.ts';

/** What the features of a cause ask of the whole thread. */
export type CauseThread = {
  reading: ThreadReading;
  messages: readonly Message[];
  /** The messages of the steps that worked (else helped), by their place. */
  fixPositions: readonly number[];
  /** Of the steps that did nothing or harm. */
  failurePositions: readonly number[];
  stepTs: ReadonlySet<string>;
  fixTs: ReadonlySet<string>;
  fixTerms: ReadonlySet<string>;
  titleTerms: ReadonlySet<string>;
  /** Where each term is said, in order. */
  termPositions: ReadonlyMap<string, readonly number[]>;
  lastSubstantial: number;
};

/** Reads the thread once for all its sentences. */
export function causeThread(reading: ThreadReading, steps: readonly Step[], title: string): CauseThread {
  const messages = [...new Set(reading.sentences.map(({ message }) => message))];
  const positions = new Map(messages.map(({ ts }, at) => [ts, at]));
  const worked = steps.filter((step) => step.outcome === 'worked');
  const fixes = worked.length > 0 ? worked : steps.filter((step) => step.outcome === 'partial');
  const failed = steps.filter((step) => step.outcome === 'no_effect' || step.outcome === 'made_worse');
  return {
    reading,
    messages,
    fixPositions: positionsOf(fixes, positions),
    failurePositions: positionsOf(failed, positions),
    stepTs: new Set(steps.map(ownTs)),
    fixTs: new Set(fixes.map(ownTs)),
    fixTerms: new Set(fixes.flatMap(({ text, command }) => termsOf(`${text} ${command ?? ''}`))),
    titleTerms: new Set(termsOf(title)),
    termPositions: locateTerms(messages),
    lastSubstantial: messages.findLastIndex(({ isBot, text }) => !isBot && text.length > 25),
  };
}

function ownTs(step: Step): string {
  return step.evidence[0]?.ts ?? '';
}

function positionsOf(steps: readonly Step[], positions: ReadonlyMap<string, number>): number[] {
  return steps.flatMap((step) => positions.get(ownTs(step)) ?? []);
}

function locateTerms(messages: readonly Message[]): Map<string, number[]> {
  const termPositions = new Map<string, number[]>();
  for (const [at, { text }] of messages.entries()) {
    for (const term of new Set(termsOf(text))) {
      const known = termPositions.get(term);
      if (known === undefined) termPositions.set(term, [at]);
      else known.push(at);
    }
  }
  return termPositions;
}
