import { problemStatements } from '../lexicon/problem-nouns.ts';
import { anyPattern, pattern } from './pattern.ts';

/** Words by which a clause says what has a problem: a state, a code, an error's class or a service's built name. */
export const statesProblem: RegExp = anyPattern(
  pattern`\b${problemStatements}\b`,
  /\b[a-z][a-z0-9]+-(?:api|service|svc|worker|db|web|gateway|proxy|consumer|server|indexer|controller)\b/i,
);
