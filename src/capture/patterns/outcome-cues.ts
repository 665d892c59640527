import { partialOutcomes } from './partial-outcomes.ts';
import { goodOutcomes } from './positive-outcomes.ts';
import { problemOutcomes } from './problem-outcomes.ts';
import { worseOutcomes } from './worse-outcomes.ts';

export type OutcomeMeaning = 'worked' | 'partial' | 'no_effect' | 'made_worse';

/** `alone`: only in a short sentence, which is about the whole; inside a long one it means other things. */
export type OutcomeCue = {
  cue: string;
  pattern: RegExp;
  meaning: OutcomeMeaning;
  alone?: true;
  /** Speaks of an action ("that did it"), not only of how things stand ("still failing"). */
  refersToAction?: true;
  /** The problem was gone and is there again: what had worked helped for a while. */
  isRecurrence?: true;
};

/** The first that fits decides, so bad news and news of both come before good. */
export const outcomeCues: readonly OutcomeCue[] = [
  ...worseOutcomes,
  ...problemOutcomes,
  ...partialOutcomes,
  ...goodOutcomes,
];
