import type { Severity } from './severity.ts';

/** What people write → the environment's one name. */
export const environmentOfWord: Readonly<Record<string, string>> = {
  prod: 'production',
  prd: 'production',
  production: 'production',
  live: 'production',
  staging: 'staging',
  stage: 'staging',
  stg: 'staging',
  preprod: 'preproduction',
  'pre-prod': 'preproduction',
  preproduction: 'preproduction',
  'pre-production': 'preproduction',
  dev: 'development',
  development: 'development',
  test: 'test',
  testing: 'test',
  qa: 'qa',
  uat: 'uat',
  sandbox: 'sandbox',
  sbx: 'sandbox',
  demo: 'demo',
  canary: 'canary',
};

/** These say an environment by themselves; the others ("live", "test") also mean other things and need a word beside them. */
export const unambiguousEnvironments: ReadonlySet<string> = new Set([
  'prod',
  'prd',
  'production',
  'staging',
  'stg',
  'preprod',
  'pre-prod',
  'preproduction',
  'pre-production',
  'uat',
]);

/** What people and alert tools write → ours. The first rule that finds something decides. */
export const severityRules: readonly { name: string; pattern: RegExp; severity: Severity }[] = [
  { name: 'sev 0 and 1', pattern: /\bsev(?:erity)?[ :=_-]{0,3}[01]\b/i, severity: 'critical' },
  { name: 'sev 2', pattern: /\bsev(?:erity)?[ :=_-]{0,3}2\b/i, severity: 'high' },
  { name: 'sev 3', pattern: /\bsev(?:erity)?[ :=_-]{0,3}3\b/i, severity: 'medium' },
  { name: 'sev 4 and 5', pattern: /\bsev(?:erity)?[ :=_-]{0,3}[45]\b/i, severity: 'low' },
  { name: 'p 0 and 1', pattern: /(?<![\w.-])P[01](?![\w.-]?\d)\b/, severity: 'critical' },
  { name: 'p 2', pattern: /(?<![\w.-])P2(?![\w.-]?\d)\b/, severity: 'high' },
  { name: 'p 3', pattern: /(?<![\w.-])P3(?![\w.-]?\d)\b/, severity: 'medium' },
  { name: 'p 4 and 5', pattern: /(?<![\w.-])P[45](?![\w.-]?\d)\b/, severity: 'low' },
  {
    name: 'label critical',
    pattern:
      /\b(?:severity|priority|urgency|level)["' ]{0,2}[:=][ "'*_]{0,4}(?:critical|crit|highest|urgent|page|disaster)\b/i,
    severity: 'critical',
  },
  {
    name: 'label high',
    pattern: /\b(?:severity|priority|urgency|level)["' ]{0,2}[:=][ "'*_]{0,4}(?:high|major|error)\b/i,
    severity: 'high',
  },
  {
    name: 'label medium',
    pattern:
      /\b(?:severity|priority|urgency|level)["' ]{0,2}[:=][ "'*_]{0,4}(?:medium|moderate|average|warning|warn|normal)\b/i,
    severity: 'medium',
  },
  {
    name: 'label low',
    pattern:
      /\b(?:severity|priority|urgency|level)["' ]{0,2}[:=][ "'*_]{0,4}(?:low|lowest|minor|info|informational|notice)\b/i,
    severity: 'low',
  },
  {
    name: 'bracket critical',
    pattern: /\[\s?(?:critical|crit)\s?\]|^[ \t]{0,8}(?:critical|crit)\b[:! -]/im,
    severity: 'critical',
  },
  { name: 'bracket high', pattern: /\[\s?(?:high|major)\s?\]/i, severity: 'high' },
  {
    name: 'bracket medium',
    pattern: /\[\s?(?:medium|warning|warn)\s?\]|^[ \t]{0,8}warning\b[:! -]/im,
    severity: 'medium',
  },
  { name: 'bracket low', pattern: /\[\s?(?:low|minor|info)\s?\]/i, severity: 'low' },
  {
    name: 'words critical',
    pattern: /\bcritical[ -](?:severity|priority|alert|alarm|incident|outage)/i,
    severity: 'critical',
  },
  {
    name: 'words high',
    pattern: /\b(?:high|major)[ -](?:severity|priority|incident|outage)/i,
    severity: 'high',
  },
  { name: 'words medium', pattern: /\bmedium[ -](?:severity|priority)/i, severity: 'medium' },
  { name: 'words low', pattern: /\b(?:low|minor)[ -](?:severity|priority|incident)/i, severity: 'low' },
];

/** Products that are a service of their own when they are what fails. */
export const knownServices: readonly string[] = [
  'alertmanager',
  'airflow',
  'argocd',
  'cassandra',
  'cert-manager',
  'clickhouse',
  'concourse',
  'consul',
  'coredns',
  'elasticsearch',
  'etcd',
  'external-dns',
  'fluentd',
  'gatekeeper',
  'gitlab',
  'grafana',
  'haproxy',
  'ingress-controller',
  'jenkins',
  'kafka',
  'keycloak',
  'kibana',
  'kiam',
  'logstash',
  'memcached',
  'mongodb',
  'mysql',
  'nginx',
  'opensearch',
  'pgbouncer',
  'postgres',
  'postgresql',
  'prometheus',
  'rabbitmq',
  'redis',
  'sentry',
  'thanos',
  'traefik',
  'vault',
  'zookeeper',
];

/** Words that look like a service's name and are none. */
export const nonServiceWords: ReadonlySet<string> = new Set(
  (
    'a all an and any api app apps application backend bad be broken cluster code component container core customer ' +
    'database default deployment down every failing first following frontend global health host incident instance ' +
    'internal its last leader main many master mobile more most my namespace network new next no node old one other our ' +
    'own platform pod pods primary public same secondary server service services single site some staging system team ' +
    'test that the their these third-party this those true false null undefined upstream user users version web website ' +
    'which whole worker your live prod production dev restart rollback error errors alert alerts latency memory cpu disk ' +
    'read-only on-call follow-up roll-back fail-over high-availability long-term short-term end-to-end real-time ' +
    'root yes latest stable ignore kube-system'
  ).split(' '),
);

/** Nouns and other words that begin a sentence about a problem without naming a service. */
export const genericSubjects: ReadonlySet<string> = new Set(
  (
    'anybody anyone anything bandwidth build building cache capacity ci connection connectivity consumer cron customer ' +
    'dashboard data deploy deployment disk domain downtime email everybody everyone everything feature frontend half here ' +
    'homepage indexing internet job link loading log logging login logon machine mail message monitoring network nobody ' +
    'none nothing now office only operator page performance pipeline process production queue rack release replica ' +
    'request response rest room rollout route routing script shop signup somebody someone something store storage sync ' +
    'then there thing thread throughput today traffic usage vendor volume vpn what who wifi yesterday region zone ' +
    'one two three also still just really looks seems sounds usually maybe probably because when while since after ' +
    'and but how why where everywhere anyway update deployments printer phone laptop screen door coffee lunch ' +
    'he she they we you seen got had has have was were been being not let lets make does did can could may might ' +
    'issue problem incident outage alarm situation status change branch commit test'
  ).split(' '),
);
