import type { Context } from './context.ts';
import {
  environmentOfWord,
  knownServices,
  notServices,
  plainEnvironments,
  severityRules,
} from './context-words.ts';

const environmentWords = Object.keys(environmentOfWord)
  .sort((a, b) => b.length - a.length)
  .join('|');
const name = '[a-z][a-z0-9]{0,40}(?:[-_][a-z0-9]{1,40}){0,8}';
const trouble =
  '(?:is|are|was|were|has been|went|keeps?|started)? ?(?:down|failing|erroring|unavailable|unreachable|unhealthy|crash|flapping|slow|timing out|returning|throwing|not (?:responding|working)|out of)';
const serviceTail =
  '(?:api|service|svc|worker|db|database|web|frontend|backend|gateway|proxy|consumer|producer|server|job|cron|controller|operator|exporter|scheduler|queue|cache)';

/** From the surest sign to the weakest; group 1 is the name. */
const serviceRules: readonly { name: string; pattern: RegExp }[] = [
  {
    name: 'label',
    pattern: new RegExp(
      `(?<![\\w-])(?:service(?:_name)?|svc|app|application|component|deployment|job)["']?\\*?\\s{0,2}[:=]\\s{0,2}[\\*\`"']{0,2}(${name})`,
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
    name: 'code span that is in trouble',
    pattern: new RegExp(`\`(${name})\`(?= ${trouble}| (?:service|api|pods?|deployment|app)\\b)`, 'g'),
  },
  {
    name: 'known product in trouble',
    pattern: new RegExp(`(?<![\\w./-])(${knownServices.join('|')})s?(?= (?:[\\w-]{1,20} )?${trouble})`, 'gi'),
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
    pattern: new RegExp(`(?<!non[- ]?)(?<![\\w-])(${[...plainEnvironments].join('|')})(?![\\w])`, 'gi'),
  },
];

const firstLines = 300;
/** These rules take a bare name, so they are believed only in the first lines, which say what is in trouble. */
const weakRules: ReadonlySet<string> = new Set(['code span', 'known product']);

/** Where the trouble is, from what people write; each part is null unless the text really says it. Reads 8,000 characters. */
export function readContext(text: string): Context {
  const read = withoutRuns(text.slice(0, 8_000));
  return { service: serviceIn(read), environment: environmentIn(read), severity: severityIn(read) };
}

/** Long runs of white space would make searches that step over blanks slow. */
function withoutRuns(text: string): string {
  return text.replace(/[ \t]{3,}/g, '  ').replace(/\n{3,}/g, '\n\n');
}

function serviceIn(text: string): string | null {
  for (const rule of serviceRules) {
    const read = weakRules.has(rule.name) ? text.slice(0, firstLines) : text;
    for (const match of read.matchAll(rule.pattern)) {
      const service = (match[1] ?? '').toLowerCase().replaceAll('_', '-');
      if (isService(service, rule.name)) return withoutEnvironment(service);
    }
  }
  return null;
}

function isService(service: string, rule: string): boolean {
  if (service.length < 3 || notServices.has(service) || service in environmentOfWord || isPlace(service))
    return false;
  const looksBuilt = /[-_\d]/.test(service) || knownServices.includes(service);
  return rule !== 'name in an environment' || looksBuilt || service.endsWith('api');
}

/** A cloud region ("eu-west-2a"), or an environment's own name ("live-1"). */
function isPlace(service: string): boolean {
  if (
    /^[a-z]{2,10}-(?:[a-z]+-)?[a-z]+-?\d[a-z]?$/.test(service) &&
    /(?:north|south|east|west|central)/.test(service)
  )
    return true;
  return (service.split('-')[0] ?? '') in environmentOfWord && /-\d+$/.test(service);
}

function withoutEnvironment(service: string): string {
  const parts = service.split('-');
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && last in environmentOfWord ? parts.slice(0, -1).join('-') : service;
}

function environmentIn(text: string): string | null {
  for (const rule of environmentRules) {
    for (const match of text.matchAll(rule.pattern)) {
      const environment = environmentOfWord[(match[1] ?? '').toLowerCase()];
      if (environment !== undefined) return environment;
    }
  }
  return null;
}

function severityIn(text: string): Context['severity'] {
  return severityRules.find((rule) => rule.pattern.test(text))?.severity ?? null;
}
