export type AlertState = 'firing' | 'resolved' | 'none';

/**
 * A shape that a headline comes in. Named groups: `state` (a word of `stateWords`), `title` (what the alert is
 * about), `on` (the thing it is about, where a tool says it apart).
 */
export type HeadlineShape = { source: string; pattern: RegExp };

/** The words for a state in every tool's dialect, in lower case. `none`: seen or announced, nothing changed. */
export const stateWords: Readonly<Record<AlertState, RegExp>> = {
  resolved:
    /^(?:resolved|recovered|recovery|ok|okay|up|up again|back up|back online|online|closed|normal|cleared|clear|healthy|operational|fixed|solved|green|passing|inactive|deactivated|warn recovery|recovered from .*|completed|completed successfully|complete|succeeded)$/,
  firing:
    /^(?:firing|alerting|alert|alarm|in alarm|triggered|re-?triggered|re-?notify|renotify|re-?warn|problem|critical|crit|major|warning|warn|down|error|failed|failing|failure|no data|nodata|open|opened|reopened|fired|activated|active|new|created|unhealthy|unknown|unreachable|degraded|investigating|identified|partial outage|major outage|outage|breached|exceeded|escalated|threats_found|stopped|timeout|timed out|aborted)$/,
  none: /^(?:acknowledged|acknowledgement|ack|acked|unacknowledged|pending|snoozed|assigned|reassigned|monitoring|flapping|flappingstart|flappingstop|downtimestart|downtimeend|downtimecancelled|downtime|maintenance|scheduled|in progress|verifying|silenced|muted|suppressed|paused|insufficient_data|insufficient data|annotated|note added|running|started|starting)$/,
};

const word = '[A-Za-z][A-Za-z_-]*(?: [A-Za-z]+){0,2}';

/** Tried in order on every headline; the first that fits and whose word is a state wins. */
export const headlineShapes: readonly HeadlineShape[] = [
  // [FIRING:2] HighErrorRate (checkout prod critical) · [FIRING:1, RESOLVED:2] · Grafana's [Alerting], [OK], [No Data]
  {
    source: 'alertmanager',
    pattern: /^\[(?<state>firing|resolved)(?::\s?\d+)?(?:[,|]\s?resolved:\s?\d+)?\]\s*(?<title>.+)$/i,
  },
  {
    source: 'datadog',
    pattern:
      /^\[?(?<state>triggered|re-triggered|recovered|warn|re-warn|re-notify|renotify|no data|alert|warn recovery|ok)\s+on\s+\{(?<on>[^}]{1,300})\}\]?:?\s*(?<title>.+)$/i,
  },
  // PagerDuty's "Triggered #1234: title", "*Resolved* <#1234> title", "Incident #12 resolved: title"
  {
    source: 'pagerduty',
    pattern:
      /^(?:incident\s+)?(?:auto-)?(?<state>triggered|acknowledged|resolved|escalated|reassigned|unacknowledged|reopened|assigned|snoozed)\s*(?:incident\s*)?[:-]?\s*\[?#\d+\]?(?:\s+by\s+[^:]{1,60}(?=:))?\s*[:-]?\s*(?<title>.+)?$/i,
  },
  {
    source: 'pagerduty',
    pattern:
      /^(?:incident\s+)?\[?#\d+\]?\s*(?:has been\s+|was\s+|is\s+)?(?<state>triggered|acknowledged|resolved|reopened|closed|opened|open)\s*[:-]\s*(?<title>.+)$/i,
  },
  {
    source: 'pagerduty',
    pattern:
      /^\[?#\d+\]?\s*[:-]?\s*(?<title>.+?)\s*(?:[-–|:]\s*|\bwas\s+|\bis\s+|\bhas been\s+)(?<state>triggered|acknowledged|resolved)(?:\s+by\b.*)?$/i,
  },
  // Azure Monitor: Fired:Sev3 Azure Monitor Alert X on Y
  {
    source: 'azure',
    pattern:
      /^\W{0,3}(?<state>fired|resolved|activated|deactivated)\s*:\s*sev\s?\d\s*(?:azure monitor alert\s*)?(?<title>.+)$/i,
  },
  // CloudWatch: ALARM: "name" in EU (Ireland) · AWS chat: CloudWatch Alarm | name | region | Account: …
  {
    source: 'cloudwatch',
    pattern:
      /^(?<state>alarm|ok|insufficient_data|insufficient data):\s*"(?<title>[^"]{1,300})"(?:\s+in\s+(?<on>.+))?$/i,
  },
  { source: 'cloudwatch', pattern: /^\W{0,3}cloudwatch alarm\s*\|\s*(?<title>.+)$/i },
  // Opsgenie: [Opsgenie] Closed: … · New alert: #123 "…" · Alert closed …
  {
    source: 'opsgenie',
    pattern: /^\[opsgenie\]\s*(?:alert\s+)?(?<state>[a-z]+)\s*:?\s*(?:#\w+\s*:?\s*)?(?<title>.+)$/i,
  },
  {
    source: 'opsgenie',
    pattern:
      /^(?:\S{1,40}\s+)?(?<state>new|created|closed|acknowledged|resolved|opened|reopened|snoozed)\s+alert\b\s*:?\s*(?:\[?#\w+\]?\s*[:-]?\s*)?(?<title>.+)$/i,
  },
  {
    source: 'opsgenie',
    pattern:
      /^alert\s+(?:is\s+|was\s+|has been\s+)?(?<state>created|closed|acknowledged|resolved|opened|reopened|snoozed)\b(?:\s+by\s+[^:]{1,60})?(?:\s*:\s*(?:\[?#\w+\]?\s*[:-]?\s*)?(?<title>.+))?$/i,
  },
  { source: 'opsgenie', pattern: /^#\w+\s*:\s*\[?(?<state>[a-z]+)\]?\s*[:-]\s*(?<title>.+)$/i },
  // New Relic: Open incident: … · Incident #12 opened - …; Statuspage: Incident resolved: …
  {
    source: 'incident',
    pattern:
      /^(?:\[?(?<on>[\w .-]{1,60})\]?\s+)?(?<state>new|open|opened|closed|resolved|reopened|acknowledged|updated)\s+(?:incident|issue|violation|problem)\b\s*(?:#?\d[\w-]*)?\s*[:-]?\s*(?<title>.+)$/i,
  },
  {
    source: 'incident',
    pattern:
      /^(?:incident|issue|violation|problem)\s*(?:#?\d[\w-]*\s*)?(?:is\s+|was\s+|has been\s+|status\s*:?\s*)?(?<state>opened|open|closed|resolved|triggered|reopened|acknowledged|investigating|identified|monitoring|started|recovered|created)\b\s*(?:for\s+|in\s+\S+\s*)?[:-]?\s*(?<title>.+)$/i,
  },
  // Nagios, Icinga: PROBLEM - web-01/HTTP is CRITICAL: … · ** RECOVERY Service Alert: web-01/HTTP is OK **
  {
    source: 'nagios',
    pattern:
      /^[\W_]*(?<kind>problem|recovery|acknowledgement|flappingstart|flappingstop|downtimestart|downtimeend|custom)\b(?:\s+(?:service|host)(?:\s+alert)?)?\s*[:-]?\s*(?<title>.+?)\s+(?:is|went)\s+(?<state>critical|warning|unknown|ok|down|up|unreachable)\b.*$/i,
  },
  {
    source: 'worded',
    pattern:
      /^[\W_]*(?<state>problem|recovery|acknowledgement)\b(?:\s+(?:service|host)(?:\s+alert)?)?\s*[:-]\s*(?<title>.+)$/i,
  },
  // Uptime Kuma: [Shop] [🔴 Down] Request failed
  { source: 'uptime', pattern: /^\[(?<title>[^\]]{1,200})\]\s*\[[^\]\w]{0,6}(?<state>up|down)\]/iu },
  // UptimeRobot: Monitor is DOWN: X ( https://… ) - Reason: …
  {
    source: 'uptime',
    pattern:
      /^\W*(?:monitor|check|site|endpoint|host|service)\s+(?:is|went|has gone)\s+(?:back\s+)?(?<state>down|up|online|unreachable|degraded)\s*:?\s*(?<title>.+?)(?:\s+-\s+reason\b.*|[.,]?\s+it was down\b.*)?$/i,
  },
  // Pingdom, Better Stack, Healthchecks.io: X is DOWN since … · the check "X" is UP
  {
    source: 'uptime',
    pattern:
      /^\W*(?:\[?pingdom\]?\s*:?\s*)?(?:the\s+)?(?:(?:pingdom\s+)?check\s+|monitor\s+)?(?<title>.+?)\s+(?:is|went|has gone|is now|is currently|came)\s+(?:back\s+)?(?<state>down|up|up again|online|back up|unreachable|offline|critical|degraded)\b(?:\s*\(.*\)|\s+(?:since|after|again|for|now|at|from)\b.*|\s*[-–:|.!]\s*.*|)$/i,
  },
  // Checkly, cron monitors: X has failed · X has recovered
  {
    source: 'check',
    pattern:
      /^\W*(?:check\s+|monitor\s+|alert\s+)"?(?<title>.+?)"?\s+(?:has|is|was)\s+(?:been\s+)?(?<state>failed|failing|recovered|resolved|triggered|degraded|firing|fired|passing|cleared|timed out)\b.*$/i,
  },
  // Elastic, Honeycomb, Splunk, Zabbix, Datadog, Sentry metric alerts: Triggered: … · [P2] … · Resolved in 5m: …
  {
    source: 'worded',
    pattern: new RegExp(`^\\W{0,4}\\[(?<state>${word})(?:[:|]\\s?\\d+)?\\]\\s*[:-]?\\s*(?<title>.+)$`, 'i'),
  },
  {
    source: 'worded',
    pattern:
      /^\W{0,4}(?<state>[A-Za-z][A-Za-z_-]*(?: [A-Za-z]+)?)(?:\s+in\s+[\dhmsd ]{1,20})?\s*:\s+(?<title>.+)$/i,
  },
  { source: 'worded', pattern: /^\W{0,4}(?<state>[A-Z]{2,}(?:[ _][A-Z]+)?)\s*[-–|]\s*(?<title>.+)$/ },
  {
    source: 'worded',
    pattern:
      /^(?<title>.{3,200}?)\s*(?:[-–|:]\s*|\bis\s+|\bhas\s+|\bwas\s+)(?:now\s+|been\s+)?(?<state>firing|fired|resolved|recovered|alerting|triggered|ALARM|OK|CRITICAL|WARNING|FAILED|back to normal)[.!)\]]*$/i,
  },
];
