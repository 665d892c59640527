import type { Context } from './context.ts';
import {
  environmentOfWord,
  genericSubjects,
  knownServices,
  nonServiceWords,
  severityRules,
  unambiguousEnvironments,
} from './context-words.ts';

const environmentWords = Object.keys(environmentOfWord)
  .sort((a, b) => b.length - a.length)
  .join('|');
const name = '[a-z][a-z0-9]{0,40}(?:[-_][a-z0-9]{1,40}){0,8}';
const problemPattern =
  '(?:is|are|was|were|has been|went|keeps?|started)? ?(?:down|failing|erroring|unavailable|unreachable|unhealthy|crash|flapping|slow|timing out|returning|throwing|not (?:responding|working)|out of)';
const serviceTail =
  '(?:api|service|svc|worker|db|database|web|frontend|backend|gateway|proxy|consumer|producer|server|job|cron|controller|operator|exporter|scheduler|queue|cache)';

const state =
  "(?:is|was|has been|keeps|went|started|seems|looks)(?: (?:still|completely|very|really|so|being|all|now|partly|partially|totally|again|super|extremely))? (?:down|failing|erroring|unavailable|unreachable|unhealthy|crashing|crashlooping|flapping|slow|slower|broken|stuck|degraded|timing out|returning|throwing|restarting|dead|hanging|dropping|lagging|behind|stale|not (?:responding|working|loading|starting|reachable)|out of)|(?:returns|throws|gives|answers|fails with|responds with) (?:a |an |only |mostly |with )?(?:[45]\\d\\d|[45]xx|errors|timeouts)|times out|keeps (?:crashing|failing|restarting|timing)|stopped (?:responding|working)|can'?t (?:connect|reach|write|read|start)";
const verb =
  "is|was|has|keeps|shows?|returns|throws|throwing|fails|failing|crashes|crashing|times|can'?t|cannot|down|slow|stuck|stopped|serves|gives|answers|cant|not|hangs|drops|loses";

/** From the surest cue to the weakest; group 1 is the name. */
const serviceRules: readonly { name: string; pattern: RegExp }[] = [
  {
    name: 'label',
    pattern: new RegExp(
      `(?<![\\w-])(?:service(?:_name)?|svc|app|application|component|deployment|job)["']?\\*?[ \\t]{0,2}[:=][ \\t]{0,2}[\\*\`"']{0,2}(${name})`,
      'gi',
    ),
  },
  {
    name: 'kubernetes object',
    pattern: new RegExp(
      `(?<![\\w/-])(?:deploy(?:ment)?|statefulset|sts|daemonset|ds|svc|service|ingress)(?:\\.apps)?[/ ](${name})(?=[\\s\`'".,;:)]|$)(?<=[-_/][a-z0-9_-]{1,80})`,
      'gi',
    ),
  },
  {
    name: 'pod name',
    pattern: /(?<![\w-])([a-z][a-z0-9]{0,30}(?:-[a-z][a-z0-9]{0,30}){0,5})-[0-9a-f]{8,10}-[a-z0-9]{5}\b/g,
  },
  {
    name: 'name in an environment',
    pattern: new RegExp(`(?<![\\w-])\`?(${name})\`? (?:in|on) (?:the )?(?:${environmentWords})\\b`, 'gi'),
  },
  {
    name: 'failing subject',
    pattern: new RegExp(
      `(?<=^\\W{0,4}|[.!?\\n] {1,2})(?:the |our )?\`?([a-z][a-z0-9]{2,30})\`?(?: (?:in|on) (?:the )?(?:${environmentWords}))?(?: (?:${state})| p\\d\\d\\b| (?:in|on) (?:the )?(?:${environmentWords}) (?:${verb})\\b| latency (?:is|at|spik|jump|went)\\b)`,
      'gi',
    ),
  },
  {
    name: 'name with a service tail',
    pattern: new RegExp(
      `(?<![\\w./-])([a-z][a-z0-9]{1,30}(?:[-_][a-z0-9]{1,30}){0,4}[-_]${serviceTail})(?![\\w/-])`,
      'gi',
    ),
  },
  {
    name: 'name with an environment tail',
    pattern:
      /(?<![\w./-])((?!non-)[a-z][a-z0-9]{2,30}(?:-[a-z0-9]{1,30}){0,4})-(?:prod|production|staging|stg|dev|uat|qa)(?![\w/-])/gi,
  },
  {
    name: 'failing code span',
    pattern: new RegExp(`\`(${name})\`(?= ${problemPattern}| (?:service|api|pods?|deployment|app)\\b)`, 'g'),
  },
  {
    name: 'failing known product',
    pattern: new RegExp(
      `(?<![\\w./-])(${knownServices.join('|')})s?(?= (?:[\\w-]{1,20} )?${problemPattern})`,
      'gi',
    ),
  },
  { name: 'code span', pattern: new RegExp(`(?<!\`)\`(${name})\`(?!\`)`, 'g') },
  {
    name: 'the … service',
    pattern: new RegExp(`\\bthe (${name}) (?:service|api|deployment|microservice)\\b`, 'gi'),
  },
  {
    name: 'known product',
    pattern: new RegExp(`(?<![\\w./-])(${knownServices.join('|')})s?(?![\\w./-])`, 'gi'),
  },
];

const environmentRules: readonly { name: string; pattern: RegExp }[] = [
  {
    name: 'label',
    pattern: new RegExp(
      `\\b(?:env|environment|stage|namespace)["']?\\s{0,2}[:=]\\s{0,2}["'\`]?(?:[\\w]{1,30}-)?(${environmentWords})\\b`,
      'gi',
    ),
  },
  { name: 'brackets', pattern: new RegExp(`\\[\\s?(${environmentWords})\\s?\\]`, 'gi') },
  {
    name: 'in or on',
    pattern: new RegExp(
      `\\b(?:in|on|to|from|hitting|across) (?:the |our )?["'\`]?(${environmentWords})["'\`]?(?![\\w]|-(?!\\d))`,
      'gi',
    ),
  },
  {
    name: 'before a noun',
    pattern: new RegExp(
      `(?<!\\b(?:non[- ]|an? |another |new |this ))\\b(${environmentWords})["'\`]? (?:env|environment|cluster|database|db|traffic|users|system)\\b`,
      'gi',
    ),
  },
  {
    name: 'end of a name',
    pattern: new RegExp(`(?<![\\w-])(?!non[-_])[a-z][a-z0-9]{1,30}[-_](${environmentWords})(?![\\w])`, 'gi'),
  },
  {
    name: 'alone',
    pattern: new RegExp(`(?<!non[- ]?)(?<![\\w-])(${[...unambiguousEnvironments].join('|')})(?![\\w])`, 'gi'),
  },
];

const maxLeadChars = 300;
/** These rules take a bare name, so they are believed only in the first lines, which say what fails. */
const weakRules: ReadonlySet<string> = new Set(['code span', 'known product']);

/** The service that a text surely names (by a label, a built name, its failing); bare mentions of a product do not count. */
export function readExplicitService(text: string): string | null {
  return serviceIn(collapseBlanks(text.slice(0, 8_000)), true);
}

/** Where the problem is, from what people write; each part is null unless the text really says it. Reads 8,000 characters. */
export function readContext(text: string): Context {
  const read = collapseBlanks(text.slice(0, 8_000));
  return { service: serviceIn(read), environment: environmentIn(read), severity: severityIn(read) };
}

/** The one name of an environment, whatever its alias ("prod", "PRD" → "production"); an unknown word in lower case. */
export function canonicalEnvironment(word: string): string {
  const lower = word.trim().toLowerCase();
  return (isEnvironment(lower) ? environmentOfWord[lower] : undefined) ?? lower;
}

/** Long runs of white space would make searches that step over blanks slow. */
function collapseBlanks(text: string): string {
  return text.replace(/[ \t]{3,}/g, '  ').replace(/\n{3,}/g, '\n\n');
}

function serviceIn(text: string, explicitOnly = false): string | null {
  for (const rule of serviceRules) {
    if (explicitOnly && weakRules.has(rule.name)) continue;
    const read = weakRules.has(rule.name) ? text.slice(0, maxLeadChars) : text;
    for (const match of read.matchAll(rule.pattern)) {
      const service = (match[1] ?? '').toLowerCase().replaceAll('_', '-');
      if (rule.name === 'failing subject') {
        if (isSubject(service)) return fullNameOf(service, read) ?? service;
      } else if (isService(service, rule.name)) return stripEnvironment(service);
    }
  }
  return null;
}

/** "Search is down" names a service; "the site is down", "logins are failing" do not. */
function isSubject(word: string): boolean {
  if (knownServices.includes(word)) return true;
  return (
    word.length >= 3 &&
    !nonServiceWords.has(word) &&
    !genericSubjects.has(word) &&
    !isEnvironment(word) &&
    !/(?:[^su]s|ly)$/.test(word)
  );
}

/** "checkout-api" where "checkout" fails and its own text names it in full. */
function fullNameOf(subject: string, text: string): string | null {
  const fullName = new RegExp(`(?<![\\w./-])(${subject}-${serviceTail})(?![\\w/-])`, 'i').exec(text)?.[1];
  return fullName?.toLowerCase() ?? null;
}

function isEnvironment(word: string): boolean {
  return Object.hasOwn(environmentOfWord, word);
}

function isService(service: string, rule: string): boolean {
  if (
    service.length < 3 ||
    nonServiceWords.has(service) ||
    isEnvironment(service) ||
    isRegionOrCluster(service)
  )
    return false;
  const isCompoundName = /[-_\d]/.test(service) || knownServices.includes(service);
  return rule !== 'name in an environment' || isCompoundName || service.endsWith('api');
}

/** A cloud region ("eu-west-2a"), or an environment's own name ("live-1"). */
function isRegionOrCluster(service: string): boolean {
  if (
    /^[a-z]{2,10}-(?:[a-z]+-)?[a-z]+-?\d[a-z]?$/.test(service) &&
    /(?:north|south|east|west|central)/.test(service)
  )
    return true;
  return isEnvironment(service.split('-')[0] ?? '') && /-\d+$/.test(service);
}

function stripEnvironment(service: string): string {
  const parts = service.split('-');
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && isEnvironment(last) ? parts.slice(0, -1).join('-') : service;
}

function environmentIn(text: string): string | null {
  for (const rule of environmentRules) {
    for (const match of text.matchAll(rule.pattern)) {
      const word = (match[1] ?? '').toLowerCase();
      if (isEnvironment(word)) return canonicalEnvironment(word);
    }
  }
  return null;
}

function severityIn(text: string): Context['severity'] {
  return severityRules.find((rule) => rule.pattern.test(text))?.severity ?? null;
}
