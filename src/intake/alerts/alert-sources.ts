import type { AlertState } from './alert-headlines.ts';

/** A tool known by how it names itself, its links or its body; for messages whose headline says no state. */
export type AlertSource = {
  name: string;
  /** Tested on the bot's name, the attachment's link and the headlines, joined by line ends. */
  pattern: RegExp;
  /** The labels whose value is a state, in order. */
  stateLabels: readonly string[];
  /** What a message of this tool means when nothing in it says. */
  defaultState: AlertState;
  /** False: its green is a success of its own, not the end of anything. */
  resolves?: false;
  /** Labels that name the alert, for its key; without one the title does. */
  keyLabels: readonly string[];
};

export const alertSources: readonly AlertSource[] = [
  {
    name: 'cloudwatch',
    pattern: /cloudwatch/i,
    stateLabels: ['current state', 'new state', 'state', 'newstatevalue', 'new state value'],
    defaultState: 'none',
    keyLabels: ['alarm name'],
  },
  {
    name: 'guardduty',
    resolves: false,
    pattern: /guardduty/i,
    stateLabels: ['scan result status'],
    defaultState: 'firing',
    keyLabels: [],
  },
  {
    name: 'security-hub',
    resolves: false,
    pattern: /security ?hub|inspector|macie|iam access analyzer/i,
    stateLabels: ['workflow status', 'record state', 'status'],
    defaultState: 'firing',
    keyLabels: [],
  },
  {
    name: 'aws-health',
    resolves: false,
    pattern: /aws health/i,
    stateLabels: ['status', 'event status', 'status code'],
    defaultState: 'firing',
    keyLabels: ['code', 'affected resources'],
  },
  {
    name: 'aws-backup',
    resolves: false,
    pattern: /aws (?:backup|copy|restore) job|\bbackup job\b/i,
    stateLabels: ['state', 'status', 'backup job status'],
    defaultState: 'none',
    keyLabels: ['resource arn'],
  },
  {
    name: 'aws-dms',
    resolves: false,
    pattern: /dms notification|aws dms|database migration service/i,
    stateLabels: [],
    defaultState: 'none',
    keyLabels: ['source id', 'sourceid', 'event source'],
  },
  {
    name: 'aws-event',
    resolves: false,
    pattern: /aws (?:notification|event)|eventbridge|amazon (?:rds|ecs|ec2)|codepipeline/i,
    stateLabels: ['state', 'status', 'last status'],
    defaultState: 'none',
    keyLabels: ['detail type', 'job name', 'pipeline', 'name', 'source id', 'region'],
  },
  { name: 'sentry', pattern: /sentry/i, stateLabels: ['status'], defaultState: 'firing', keyLabels: [] },
  {
    name: 'rollbar',
    pattern: /rollbar|bugsnag|honeybadger|airbrake/i,
    stateLabels: ['status'],
    defaultState: 'firing',
    keyLabels: [],
  },
  {
    name: 'statuspage',
    pattern: /statuspage|status\.io|instatus/i,
    stateLabels: ['status', 'incident status', 'state', 'current status'],
    defaultState: 'none',
    keyLabels: [],
  },
  {
    name: 'opsgenie',
    pattern: /opsgenie/i,
    stateLabels: ['status', 'action'],
    defaultState: 'firing',
    keyLabels: [],
  },
  {
    name: 'pagerduty',
    pattern: /pagerduty/i,
    stateLabels: ['status', 'state'],
    defaultState: 'none',
    keyLabels: [],
  },
  {
    name: 'datadog',
    pattern: /datadog/i,
    stateLabels: ['status', 'alert status', 'transition'],
    defaultState: 'none',
    keyLabels: [],
  },
  {
    name: 'grafana',
    pattern: /grafana|alertmanager|prometheus|thanos|mimir|vmalert/i,
    stateLabels: ['status', 'state'],
    defaultState: 'none',
    keyLabels: [],
  },
  {
    name: 'newrelic',
    pattern: /new ?relic/i,
    stateLabels: ['state', 'status', 'incident state', 'current state'],
    defaultState: 'firing',
    keyLabels: [],
  },
  {
    name: 'nagios',
    pattern: /nagios|icinga|check_?mk|naemon|sensu|centreon|monit\b/i,
    stateLabels: ['state', 'status', 'notification type', 'service state', 'host state'],
    defaultState: 'none',
    keyLabels: [],
  },
  {
    name: 'zabbix',
    pattern: /zabbix/i,
    stateLabels: ['status', 'trigger status', 'event status'],
    defaultState: 'none',
    keyLabels: [],
  },
  {
    name: 'uptime',
    pattern:
      /pingdom|uptime ?robot|uptime ?kuma|better ?(?:stack|uptime)|statuscake|healthchecks|checkly|site24x7/i,
    stateLabels: ['status', 'state', 'current state'],
    defaultState: 'none',
    keyLabels: [],
  },
  {
    name: 'azure',
    pattern: /azure monitor|azure alert/i,
    stateLabels: ['monitor condition', 'monitorcondition', 'status', 'state'],
    defaultState: 'none',
    keyLabels: ['alert rule', 'rule'],
  },
  {
    name: 'gcp',
    pattern: /google cloud (?:monitoring|alerting)|stackdriver|gcp alert/i,
    stateLabels: ['state', 'status'],
    defaultState: 'none',
    keyLabels: [],
  },
  {
    name: 'elastic',
    pattern:
      /kibana|elastic(?:search)? alert|elastalert|watcher|graylog|splunk|honeycomb|coralogix|dynatrace|appdynamics|kapacitor|victorops|xmatters|squadcast|incident\.io|firehydrant|rootly/i,
    stateLabels: ['status', 'state', 'alert state', 'action group'],
    defaultState: 'none',
    keyLabels: [],
  },
];

/** Bots that tell of work rather than problems: their red is a broken build, not an incident. */
export const workNotificationPattern =
  /\b(?:deploy(?:ed|ing|s|ment|ments)?|rollout|rolled out|roll(?:ed|ing)? back|release[ds]?|build|pipeline|workflow run|pull request|merge request|merged|commits?|pushed|branch|ci|jenkins|github|gitlab|bitbucket|circleci|travis|buildkite|argo ?cd|spinnaker|vercel|netlify|jira|ticket|standup|poll|reminder|welcome)\b/i;
