import { looksRandom, looksTyped } from './looks-secret.ts';
import type { Rule } from './rule.ts';

const passwordNames =
  'password|passwd|passphrase|passcode|pwd|pass|userpass|mysql_pwd|pgpassword|redis_?auth|requirepass|masterauth';
const secretNames =
  'secret|token|api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|master[_-]?key|account[_-]?key|shared[_-]?access[_-]?key|auth[_-]?key|app[_-]?key|application[_-]?key|license[_-]?key|service[_-]?key|integration[_-]?key|routing[_-]?key|secret_key_base|credentials?|webhook[_-]?url|jwt|bearer';

/** White space ends a bare value, and what separates values in queries, connection strings and Slack's links. */
const bare = '(?:[^\\s;&"\'`<>|\\\\]|&(?:amp|lt|gt);|\\\\(?!["\']))';
/** In quotes (also in JSON inside a string), or bare; an opening quote whose end was cut off counts as bare. */
const value = `(?:\\\\"(?<value>[^"\\\\\\n]{1,400})|"(?<value>(?:[^"\\\\\\n]|\\\\.){1,400})"|'(?<value>[^'\\n]{1,400})'|\`(?<value>[^\`\\n]{1,400})\`|["'\`]?(?<value>${bare}{1,400}))`;

function assignment(names: string): RegExp {
  return new RegExp(`(?:${names})(?:\\\\?["'\`]|&quot;)?\\s{0,3}(?::=|=>|=|:)\\s{0,3}${value}`, 'gi');
}

/** Secrets known by what stands before them: a name, a scheme, a header, a command. */
export const secretRules: readonly Rule[] = [
  {
    kind: 'openai-key',
    label: 'secret',
    hints: ['sk-'],
    pattern: /(?<![A-Za-z0-9_-])sk-(?:proj-|svcacct-|admin-|or-v1-|lf-)?[A-Za-z0-9_-]{16,}/g,
    accept: (value) => looksRandom(value.slice(3)),
  },
  {
    kind: 'vault-token',
    label: 'secret',
    hints: ['s.'],
    pattern: /(?<![A-Za-z0-9._-])s\.[A-Za-z0-9]{24}(?![A-Za-z0-9.])/g,
    accept: looksRandom,
  },
  {
    kind: 'webhook-url',
    label: 'secret',
    hints: ['hooks.slack', 'webhook', 'discord', 'hooks.zapier'],
    pattern:
      /(?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/|hooks\.zapier\.com\/hooks\/catch\/|[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2\/)(?<value>[\w/@.-]{8,400})/gi,
  },
  {
    kind: 'bot-token-url',
    label: 'secret',
    hints: ['api.telegram.org'],
    pattern: /api\.telegram\.org\/bot(?<value>[\w:-]{20,80})/gi,
  },
  {
    kind: 'connection-string',
    label: 'secret',
    hints: ['://'],
    pattern:
      /(?:postgres(?:ql)?|mysqlx?|mariadb|mongodb|rediss?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|cassandra|nats|kafka|ldaps?|smtps?|s?ftp|ssh|couchbase|memcached)(?:\+[a-z0-9]{1,12})?:\/\/[^\s:/@"'<>|]{0,100}:(?<value>[^\s"'<>|]{1,200})@(?=[\w[])/gi,
    accept: looksTyped,
  },
  {
    kind: 'url-credentials',
    label: 'secret',
    hints: ['://'],
    pattern: /:\/\/[^\s:/@"'<>|?#]{0,100}:(?<value>[^\s/"'<>|?#]{1,200})@(?=[\w[])/g,
    accept: looksTyped,
  },
  {
    kind: 'url-credentials',
    label: 'secret',
    hints: ['://'],
    pattern: /:\/\/(?<value>[A-Za-z0-9_.~-]{16,200})(?::x-oauth-basic)?@(?=\w)/g,
    accept: looksRandom,
  },
  {
    kind: 'signed-url',
    label: 'secret',
    hints: ['sig=', 'signature=', 'security-token='],
    pattern:
      /[?&;](?:sig|signature|x-amz-signature|x-goog-signature|x-amz-security-token)=(?<value>[\w%+/=.~-]{16,2000})/gi,
  },
  {
    kind: 'authorization',
    label: 'secret',
    hints: ['authorization'],
    pattern:
      /authorization["'\\]{0,2}\s{0,3}[:=]\s{0,3}["'\\]{0,2}(?:(?:bearer|basic|token|digest|apikey|api-key|bot|negotiate|splunk|genie[a-z]{0,8})\s{1,3})?(?<value>[^\s"'<>`\\,;]{6,4000})/gi,
    accept: (value) =>
      looksTyped(value) && !/^(?:bearer|basic|token|header|failed|denied|required)$/i.test(value),
  },
  {
    kind: 'authorization',
    label: 'secret',
    hints: ['bearer', 'basic'],
    pattern: /(?<![A-Za-z0-9])(?:bearer|basic)\s{1,3}(?<value>[\w.~+/=-]{16,4000})/gi,
    accept: looksRandom,
  },
  {
    kind: 'cookie',
    label: 'secret',
    hints: ['cookie:'],
    pattern: /(?<![A-Za-z0-9])(?:set-)?cookie:\s{0,3}(?<value>[^\s"'<>`][^\n"'<>`]{5,4000})/gi,
    accept: (value) => value.includes('='),
  },
  {
    kind: 'password',
    label: 'secret',
    hints: ['pass', 'pwd', 'auth'],
    pattern: assignment(passwordNames),
    accept: isAssignedPassword,
  },
  {
    kind: 'password',
    label: 'secret',
    hints: ['pass', 'pwd'],
    pattern: new RegExp(
      `(?:password|passwd|passphrase|passcode|pwd)\\s{1,3}(?:is|was|to|now)\\s{1,3}(?:now\\s|still\\s)?${value}`,
      'gi',
    ),
    accept: (value) => looksTyped(value) && /[^A-Za-z.,!?]/.test(value.replace(/[.,!?:)]+$/, '')),
  },
  {
    kind: 'assigned-secret',
    label: 'secret',
    hints: ['secret', 'token', 'key', 'credential', 'auth', 'webhook', 'jwt', 'bearer'],
    pattern: assignment(secretNames),
    accept: isAssignedSecret,
  },
  {
    kind: 'command-secret',
    label: 'secret',
    hints: ['--', 'identified', 'password'],
    pattern: new RegExp(
      `(?:--(?:[a-z0-9]{1,20}-){0,3}(?:password|passwd|pass|passphrase|token|secret|api-key|apikey|access-key|secret-key|auth-token|client-secret)[ =]{1,2}|identified\\s(?:with\\s[\\w]{1,40}\\s)?by\\s{1,3}|with\\s(?:encrypted\\s)?password\\s{1,3})${value}`,
      'gi',
    ),
    accept: isSecretFlag,
  },
  {
    kind: 'command-secret',
    label: 'secret',
    hints: [
      'mysql',
      'mariadb',
      'mongo',
      'sshpass',
      'docker',
      'podman',
      'helm',
      'redis-cli',
      'sqlcmd',
      'cqlsh',
      'mosquitto',
      'oc login',
      'az ',
    ],
    pattern: new RegExp(
      `(?:(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mysqlcheck|xtrabackup)\\b[^\\n|;]{0,200}?\\s-p|sshpass\\s{1,3}-p\\s{0,3}|(?:mongo|mongosh|mongodump|docker\\slogin|podman\\slogin|helm\\s[^\\n|;]{0,60}?login|az\\slogin|mosquitto_pub|mosquitto_sub|cqlsh)\\b[^\\n|;]{0,200}?\\s-[pP]\\s{1,3}|sqlcmd\\b[^\\n|;]{0,200}?\\s-P\\s{0,3}|redis-cli\\b[^\\n|;]{0,200}?\\s-a\\s{1,3})${value}`,
      'g',
    ),
    accept: looksTyped,
  },
  {
    kind: 'command-secret',
    label: 'secret',
    hints: ['curl'],
    pattern:
      /\bcurl\b[^\n|;]{0,300}?\s(?:-u|--user|--proxy-user)[ =]{1,2}["']?[^\s:"']{1,100}:(?<value>[^\s"'<>|]{1,200})/g,
    accept: looksTyped,
  },
];

/** After a colon a lone lower-case word that goes on is prose ("password: ask Ann"); after `=` it is a value. */
function isAssignedPassword(value: string, before: string, after: string): boolean {
  if (!looksTyped(value) || value.length < 2) return false;
  // "pass: 12" is the outcome of a test run.
  if (/(?<![a-z])pass["']?\s*[:=]\s*$/i.test(before) && /^(?:\d+|[a-z]+)[.,%)]*$/i.test(value)) return false;
  const isProse = /:\s+$/.test(before) && /^[a-z]+[.,]?$/i.test(value) && /^[ .,]+[a-z]/i.test(after);
  return !isProse;
}

/** Set with `=`, any run of eight is a value; after a colon it has to look made: "token: expired" is prose. */
function isAssignedSecret(value: string, before: string): boolean {
  if (!looksTyped(value) || value.length < 6 || /^https?:\/\/[^?]*$/.test(value)) return false;
  return looksRandom(value) || (/=["'`]?$/.test(before) && /^[A-Za-z0-9+/=]{8,}$/.test(value));
}

function isSecretFlag(value: string, before: string): boolean {
  if (!looksTyped(value) || value.startsWith('id=')) return false;
  return /(?:pass\w*|by|-p|-a|-P)[ ="']*$/i.test(before) || isAssignedSecret(value, before);
}
