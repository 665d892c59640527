import { extractSignatures } from './signatures.ts';

/**
 * Who may rely on a cue. `report`: a message that is to open an incident. `clause`: a clause that says what is wrong,
 * fit for a title. `mention`: any words that speak of a problem; the most generous.
 */
type CueUse = 'report' | 'clause' | 'mention';

const everywhere: readonly CueUse[] = ['report', 'clause', 'mention'];
const inTalk: readonly CueUse[] = ['clause', 'mention'];

/** The one list of how people write that something is wrong. A row that widens another stands behind it. */
export const problemCues: readonly { cue: string; pattern: RegExp; uses: readonly CueUse[] }[] = [
  {
    cue: 'down',
    pattern: /\b(?:down|outage|broken|degraded|unavailable|unreachable|stuck)\b/i,
    uses: everywhere,
  },
  {
    cue: 'down, in other words',
    pattern: /\b(?:broke|unhealthy|stale|missing|lost|expired)\b/i,
    uses: inTalk,
  },
  {
    cue: 'unresponsive',
    pattern: /\b(?:incident|unresponsive|saturated|lagging|backlog)\b/i,
    uses: ['report'],
  },
  { cue: 'hanging', pattern: /\b(?:hanging|flapping)\b/i, uses: ['report', 'mention'] },
  {
    cue: 'hanging, in other words',
    pattern: /\b(?:stopped|dead|hangs?|hung|drop(?:s|ped|ping)?|flak(?:y|ing)|offline|behind|acting up)\b/i,
    uses: ['mention'],
  },
  {
    cue: 'error',
    pattern:
      /\b(?:errors?|failing|fails?|failed|failures?|crash(?:ed|es|ing|loop\w*)?|timeouts?|timing out|timed out)\b/i,
    uses: everywhere,
  },
  { cue: 'exception', pattern: /\bexceptions?\b/i, uses: ['report'] },
  {
    cue: 'error, in any form',
    pattern: /\b(?:fail\w*|crash\w*|times? out|throw\w*|returns?|restart\w*|\w+(?:Exception|Error))\b/i,
    uses: inTalk,
  },
  {
    cue: 'cannot',
    pattern: /\b(?:can't|cannot|unable to|refus(?:ed|ing)|reject(?:ed|ing)|denied)\b/i,
    uses: everywhere,
  },
  { cue: 'not able to', pattern: /\bnot able to\b/i, uses: ['report'] },
  { cue: 'cannot, in any form', pattern: /\b(?:cant|unable|refus\w*|reject\w*|deny)\b/i, uses: inTalk },
  { cue: 'not as it should', pattern: /\b(?:won'?t|isn'?t|aren'?t|doesn'?t)\b/i, uses: ['mention'] },
  {
    cue: 'not working',
    pattern: /\bnot (?:working|responding|loading|starting)\b/i,
    uses: everywhere,
  },
  {
    cue: 'stopped working',
    pattern: /\b(?:stopped working|isn't working|doesn't work)\b/i,
    uses: ['report', 'mention'],
  },
  {
    cue: 'slow or full',
    pattern: /\b(?:slow|latency|spik(?:e|es|ed|ing)|exhausted|full|leak(?:ing)?|oom)\b/i,
    uses: everywhere,
  },
  {
    cue: 'slow or full, in any form',
    pattern: /\b(?:slower|lag|late|high|spik\w*|leak\w*|oom\w*|p\d\d)\b/i,
    uses: inTalk,
  },
  {
    cue: 'nothing left',
    pattern:
      /\b(?:no longer|out of|no \w+ left|no (?:data|logs|metrics|response|connection)|empty|blank|expir\w+)\b/i,
    uses: ['mention'],
  },
  { cue: 'odd', pattern: /\b(?:twice|duplicat\w+|weird|wrong|at \d+ ?%)\b/i, uses: ['mention'] },
  {
    cue: 'the word for it',
    pattern: /\b(?:alerts?|firing|paged|issues?|problems?|trouble)\b/i,
    uses: ['mention'],
  },
  { cue: 'status code', pattern: /\b(?:5\d\d|4(?:0[0138]|29))s?\b/, uses: everywhere },
  { cue: 'any status code', pattern: /\b(?:[45]\d\ds?|[45]xx)\b/i, uses: inTalk },
  { cue: 'alarm emoji', pattern: /:rotating_light:|:fire:|:red_circle:|🚨|🔥|🔴/u, uses: ['report'] },
  {
    cue: 'name of a component',
    pattern:
      /\b[a-z][a-z0-9]+-(?:api|service|svc|worker|db|web|gateway|proxy|consumer|server|indexer|controller)\b/i,
    uses: inTalk,
  },
];

const cuesFor: Readonly<Record<CueUse, readonly RegExp[]>> = {
  report: patternsFor('report'),
  clause: patternsFor('clause'),
  mention: patternsFor('mention'),
};

function patternsFor(use: CueUse): RegExp[] {
  return problemCues.filter(({ uses }) => uses.includes(use)).map(({ pattern }) => pattern);
}

function hasCue(text: string, use: CueUse): boolean {
  return cuesFor[use].some((pattern) => pattern.test(text));
}

/** Talk about problems that reports none. */
const chatter: readonly RegExp[] = [
  /^(?:thanks|thank you|thx|ty|lol|haha|nice|great|good morning|morning|fyi:? lunch)\b/i,
  /\b(?:retro|post-?mortem|on-?call hand(?:over|off)|standup|lunch)\b/i,
];

/** Whether a person's message in a `mixed` channel reports a problem, by cues and error signatures alone. */
export function looksLikeProblem(text: string): boolean {
  const words = text.trim();
  if (words.length < 8 || chatter.some((pattern) => pattern.test(words))) return false;
  return extractSignatures(words).length > 0 || hasCue(words, 'report');
}

/** Whether a clause says what is wrong: a state, a code, an error's class or a component's name. */
export function statesProblem(clause: string): boolean {
  return hasCue(clause, 'clause');
}

/** "checkout-errors-api" is a name, whatever words it is made of. */
const componentName =
  /(?<![\w-])[a-z][a-z0-9-]*-(?:api|service|svc|worker|db|web|gateway|proxy|consumer|server|indexer|controller)\b/gi;

/** Whether words speak of something that is wrong; the name of a component alone does not. */
export function mentionsProblem(text: string): boolean {
  return hasCue(text.replace(componentName, 'it'), 'mention');
}
