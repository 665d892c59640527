import { phrases, words } from './word-list.ts';

/** Articles, determiners and words for how much of something is meant. */

export const objectsDoneByHand = phrases`
  it | them | those | these | both | all | all of (?:it|them) | the (?:rest|others|last \w+) | that one
`;

export const otherSizes = words`
  bigger larger smaller new newer older higher lower different other another second spare fresh previous
`;

export const remainders = phrases`
  rest | other (?:one|two|three|half) | others? | remaining \w+ | last (?:one|two|three|few)
`;

export const determiners = words`the a an all any these those its our both`;

export const someQuantifiers = phrases`
  some | half | most | one | two | three | a few | \d+(?: of \d+|\/\d+|%)
`;

export const everythingWords = phrases`
  everything | all | the whole | even more | more | two | both | we(?:'ve| have)? (?:also )?lost
`;

export const articles = words`an? the our this`;

export const evidenceDeterminers = words`the an? some all more our its full new debug verbose another`;
