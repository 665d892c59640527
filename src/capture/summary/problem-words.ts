import { plainText } from '../../text/plain-text.ts';
import { readContext, readExplicitService } from '../../text/read-context.ts';
import { extractSignatures } from '../../text/signatures.ts';
import { termsOf } from '../../text/words.ts';
import { verbForms } from '../actions/verb-forms.ts';
import { commonIncidentWords } from '../lexicon/common-incident-words.ts';

/** The words that name one problem, and how much each says: 3 a service's or a host's own name, 1 to 2 another word. */
export type ProblemWords = Map<string, number>;

const stopTerms: ReadonlySet<string> = new Set(
  termsOf(`${commonIncidentWords} ${[...verbForms.keys()].join(' ')}`),
);

/** The words of a text that may tell one problem from another, and its error signatures. */
export function distinctiveTerms(text: string): Set<string> {
  const words = termsOf(text).filter(
    (term) => !stopTerms.has(term) && !/^\d|:\d/.test(term) && /[a-z]{2}/.test(term),
  );
  return new Set([...words, ...extractSignatures(text)]);
}

/** Takes the words of a text in, none at less than it has. */
export function addWords(words: ProblemWords, text: string, weight: number): void {
  const names = serviceAndHostTerms(text);
  for (const term of distinctiveTerms(text)) {
    const value = names.has(term) ? 3 : weight;
    words.set(term, Math.max(words.get(term) ?? 0, value));
  }
}

/** How much a text speaks of one problem in words that the other does not have. */
export function topicScore(text: string, words: ProblemWords, other: ProblemWords): number {
  let sum = 0;
  for (const term of distinctiveTerms(text)) if (!other.has(term)) sum += words.get(term) ?? 0;
  return sum;
}

/** The terms of the services and hosts that a text names. */
function serviceAndHostTerms(text: string): Set<string> {
  const hosts = text.match(/(?<![\w.-])[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*[-_.]?\d+(?![\w%])/gi) ?? [];
  const compoundNames = text.match(/(?<![\w.-])[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+(?![\w-])/g) ?? [];
  const services = [readExplicitService(text), readContext(text).service];
  return distinctiveTerms(
    [...services, ...hosts, ...compoundNames].filter((name) => name !== null).join(' '),
  );
}

const subjectPatterns: readonly RegExp[] = [
  /^\W*(?:is |are |the |our |my |that |your )*`?([a-z][\w.-]{2,40})`?(?: [\w-]+){0,3}? (?:is|are|was|were|keeps?|won'?t|can'?t|cannot|isn'?t|doesn'?t|has|have|just|fail\w*|stopped|throws?|returns?|looks?|seems?|went|down|slow\w*|errors?|hangs?|drop\w*|out of|at \d)/i,
  /\b(?:issues?|problems?|trouble|errors?|timeouts?|look at|weirdness|slowness|40\ds?|5\d\ds?)(?: with| on| in| at| from| for) (?:the |our )?`?([a-z][\w.-]{2,40})/i,
  /\b(?:look(?: at)?|seeing|having|getting|noticed?) (?:at )?(?:the |our )?`?([a-z][\w.-]{2,40})`? /i,
];

/** What else a text says has a problem: a name of which the first problem has no word; null without one. */
export function findOtherName(text: string, first: ProblemWords): string | null {
  const value = plainText(text);
  const hosts = value.match(/(?<![\w.-])[a-z]+(?:-[a-z]+)*-?\d{1,3}(?![\w.%-])/g) ?? [];
  const names = [
    readExplicitService(value),
    readContext(value).service,
    ...subjectPatterns.map((subject) => subject.exec(value)?.[1] ?? null),
    ...hosts,
  ];
  const other = names.find((name) => {
    const terms = name === null ? [] : [...distinctiveTerms(name)];
    return terms.length > 0 && terms.every((term) => !first.has(term));
  });
  return other ?? null;
}
