import type { Severity } from '../../text/severity.ts';
import { isFromBot, type SlackMessage } from '../messages/read-message.ts';
import { type AlertFacts, readAlertFacts } from './alert-facts.ts';
import { type AlertState, headlineShapes, stateWords } from './alert-headlines.ts';
import { alertKey } from './alert-key.ts';
import { type AlertColour, severityInHeadline, severityOfColour, severityOfWord } from './alert-severity.ts';
import { type AlertSource, alertSources, workNotificationPattern } from './alert-sources.ts';

export type AlertReading = {
  /** `none`: an alerting tool's note that neither starts nor ends anything (acknowledged, a finished backup). */
  state: 'firing' | 'resolved' | 'none';
  title: string;
  /** The same for an alert's firing, repeats and "resolved"; see `alertKey`. */
  key: string;
  service: string | null;
  environment: string | null;
  severity: Severity | null;
  startsAt?: Date;
};

type Headline = { state: AlertState; word: string; title: string; source: string; on: string };

/**
 * Reads a bot's post as an alert: by the shape of its headline, else by the tool it comes from, its state
 * labels and its colour. Null for what people write and for bots that tell of work. Never throws.
 */
export function readAlert(message: SlackMessage): AlertReading | null {
  if (!isFromBot(message)) return null;
  const facts = readAlertFacts(message);
  const headline = readHeadline(facts);
  const known = [facts.botName, facts.links, ...facts.headlines].join('\n');
  const source = alertSources.find((candidate) => candidate.pattern.test(known)) ?? null;
  const state = readState(facts, headline, source);
  if (state === null) return null;
  const title = titleOf(facts, headline, source);
  const startsAt = readTime(labelOf(facts, startLabels));
  return {
    state,
    // Half of a secret is no longer known for one: the word at the cut goes.
    title: title.length > 300 ? title.slice(0, 300).replace(/\S+$/, '').trimEnd() : title,
    key: keyOf(facts, headline, source, title),
    service: readService(facts, title),
    environment: readEnvironment(facts, title),
    severity:
      severityOfWord(labelOf(facts, severityLabels) ?? '') ??
      severityInHeadline(facts.headlines.join('\n').slice(0, 1000)) ??
      (state === 'resolved' ? null : severityOfWord(headline?.word ?? '')) ??
      severityOfColour(facts.colour),
    ...(startsAt && { startsAt }),
  };
}

const severityLabels = [
  'severity',
  'priority',
  'sev',
  'level',
  'urgency',
  'criticality',
  'alert severity',
  'alert priority',
];
const startLabels = [
  'started',
  'starts at',
  'started at',
  'start time',
  'first seen',
  'triggered at',
  'opened at',
  'event time',
  'since',
];
const serviceLabels = [
  'service',
  'service name',
  'affected service',
  'app',
  'application',
  'component',
  'project',
  'job',
  'deployment',
];

function readHeadline(facts: AlertFacts): Headline | null {
  for (const [index, line] of facts.headlines.entries()) {
    for (const shape of headlineShapes) {
      const groups = shape.pattern.exec(line.slice(0, 500))?.groups;
      if (!groups) continue;
      const word = (groups.state ?? '').toLowerCase();
      const kind = (groups.kind ?? '').toLowerCase();
      const state = stateOfWord(kind) === 'none' ? 'none' : (stateOfWord(word) ?? stateOfWord(kind));
      if (state === null) continue;
      const title = groups.title ?? facts.headlines[index + 1] ?? '';
      return { state, word, title: cleanTitle(title), source: shape.source, on: groups.on ?? '' };
    }
  }
  return null;
}

function stateOfWord(word: string): AlertState | null {
  const bare = word
    .toLowerCase()
    .replace(/[^a-z_ -]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const state of ['firing', 'resolved', 'none'] as const) if (stateWords[state].test(bare)) return state;
  return null;
}

/** Words that a bot also uses of its work; alone they make no alert. */
const ambiguousWords =
  /^(?:completed|complete|completed successfully|succeeded|open|opened|new|created|closed|started|starting|active|unknown|stopped|passing|fixed|solved|running|scheduled|in progress|error|failed|failing|failure|warning|warn|major|aborted|updated|identified|pending|assigned|paused|maintenance|monitoring)$/;
const problemPattern =
  /\b(?:fail(?:ed|ure|ures|ing|s)?|aborted|expired|stopped|errors?|timed out|unhealthy|down|degraded|unreachable|threats_found|impaired|lost|crash\w*|outage|exceeded|critical|denied|corrupt\w*)\b/i;
const benignPattern =
  /\b(?:no_threats_found|no threats|completed successfully|succeeded|was created|finished|all fine|no errors?|0 errors?|maintenance|scheduled)\b/i;
const alarmMark = /^\W*(?::rotating_light:|:fire:|:red_circle:|:sos:|🚨|🔥|🔴)/u;

function readState(
  facts: AlertFacts,
  headline: Headline | null,
  source: AlertSource | null,
): AlertState | null {
  const top = facts.headlines.slice(0, 3).join('\n');
  const isWorkNotification = workNotificationPattern.test(`${facts.botName}\n${top}`);
  const fromLabel = stateOfWord(labelOf(facts, source?.stateLabels ?? []) ?? '');
  if (source !== null) {
    if (headline !== null && (headline.source !== 'worded' || fromLabel === null)) return headline.state;
    if (fromLabel !== null) return source.resolves === false && fromLabel === 'resolved' ? 'none' : fromLabel;
    return stateOfSource(facts, source, top);
  }
  if (headline !== null && !ambiguousWords.test(headline.word)) return headline.state;
  if (isWorkNotification) return null;
  if (headline?.state === 'firing') return facts.colour === 'green' ? null : 'firing';
  if (facts.colour === 'red' || alarmMark.test(top)) return 'firing';
  return facts.colour === 'yellow' && problemPattern.test(facts.body) ? 'firing' : null;
}

function stateOfSource(facts: AlertFacts, source: AlertSource, top: string): AlertState {
  const statusText = [top, labelOf(facts, ['event message', 'message', 'status']) ?? ''].join('\n');
  const byColour: Readonly<Record<AlertColour, AlertState | null>> = {
    red: 'firing',
    yellow: 'firing',
    green: source.resolves === false ? 'none' : 'resolved',
    other: null,
  };
  if (benignPattern.test(statusText) && facts.colour !== 'red') return 'none';
  const state = facts.colour === null ? null : byColour[facts.colour];
  return state ?? (problemPattern.test(statusText) ? 'firing' : source.defaultState);
}

function labelOf(facts: AlertFacts, names: readonly string[]): string | null {
  for (const name of names) {
    const label = facts.labels.find(([candidate]) => candidate === name);
    if (label) return label[1];
  }
  return null;
}

const genericTitle =
  /^(?:aws notification|a new message|message|dms notification message|notification|alert|alarm)$/i;

function titleOf(facts: AlertFacts, headline: Headline | null, source: AlertSource | null): string {
  if (headline !== null && headline.title !== '')
    return headline.on === '' ? headline.title : `${headline.title} (${headline.on})`;
  const named = [...(source?.keyLabels ?? []), 'event message', 'message']
    .map((name) => labelOf(facts, [name]))
    .filter((value) => value !== null);
  const first = facts.headlines.find((line) => !genericTitle.test(line));
  if (source?.name === 'cloudwatch' && named[0] !== undefined) return named[0];
  return first !== undefined
    ? cleanTitle(first)
    : cleanTitle(named.join(': ') || (facts.headlines[0] ?? 'Alert'));
}

function cleanTitle(title: string): string {
  return title
    .replace(/^(?:\s|:[a-z0-9_+-]{2,40}:|\p{Extended_Pictographic}|\uFE0F)+/gu, '')
    .replace(/(?:\s|:[a-z0-9_+-]{2,40}:|\p{Extended_Pictographic}|\uFE0F)+$/gu, '')
    .replace(/^[\s:|–-]+|[\s|–*-]+$/g, '')
    .trim();
}

/** Tools whose headline names the alert in full; the labels of their "resolved" need not be those of the firing. */
const sourcesNamedInFull = new Set([
  'datadog',
  'uptime',
  'nagios',
  'cloudwatch',
  'check',
  'opsgenie',
  'azure',
]);

function keyOf(
  facts: AlertFacts,
  headline: Headline | null,
  source: AlertSource | null,
  title: string,
): string {
  const region = /\bregion=([a-z]{2}(?:-[a-z]+)+-\d)/.exec(
    facts.labels.map(([, value]) => value).join(' '),
  )?.[1];
  const named = (source?.keyLabels ?? []).flatMap((name) =>
    facts.labels.filter(([candidate]) => candidate === name),
  );
  const where = region === undefined ? [] : [['region', region] as const];
  if (named.length > 0) {
    const subject =
      source?.name === 'cloudwatch'
        ? title
        : `${source?.name ?? ''} ${named.map(([, value]) => value).join(' ')}`;
    return alertKey(subject, where);
  }
  const shape = headline?.source ?? 'worded';
  const kind = shape === 'worded' ? (source?.name ?? shape) : shape;
  if (sourcesNamedInFull.has(kind)) return alertKey(title, where);
  if (kind === 'pagerduty')
    return alertKey(
      title,
      facts.labels.filter(([name]) => name === 'service'),
    );
  // Alertmanager has an alert of its own for each severity; elsewhere the severity of one alert changes.
  const severities = kind === 'alertmanager' ? facts.labels.filter(([name]) => name === 'severity') : [];
  return alertKey(title, [...facts.labels, ...where], severities);
}

const environments =
  /(?<![\w-])(prod|production|prd|live|staging|stage|stg|dev|development|test|testing|qa|uat|sandbox|preprod|pre-prod|canary|demo)(?![\w-])/i;

function readEnvironment(facts: AlertFacts, title: string): string | null {
  const label = labelOf(facts, ['env', 'environment', 'stage', 'tier']);
  return (label ?? environments.exec(title)?.[1] ?? null)?.toLowerCase() ?? null;
}

function readService(facts: AlertFacts, title: string): string | null {
  const label = labelOf(facts, serviceLabels);
  if (label !== null && label !== '' && label.length <= 80) return label;
  // Alertmanager's default headline lists label values without their names: what is left over names the service.
  const values = /\(([^()]{1,200})\)\s*$/.exec(title)?.[1]?.split(/\s+/) ?? [];
  const left = values.filter(
    (value) =>
      !environments.test(value) && severityOfWord(value) === null && /^[a-z][a-z0-9-]*$/i.test(value),
  );
  return left.length === 1 ? (left[0] ?? null) : null;
}

/** ISO or RFC 2822; a time without a zone is UTC, as the tools mean it. */
function readTime(value: string | null): Date | null {
  if (value === null || !/\d{4}/.test(value)) return null;
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(value)
    ? `${value.replace(' ', 'T')}Z`
    : value;
  const time = new Date(zoned);
  return Number.isNaN(time.getTime()) ? null : time;
}
