import { looksLiteral, looksRandom } from './looks-secret.ts';
import type { Rule } from './rule.ts';

/** Secrets known by the scheme, the address or the header that they stand in. */
export const secretRules: readonly Rule[] = [
  {
    kind: 'openai-key',
    label: 'secret',
    hints: ['sk-'],
    pattern: /(?<![A-Za-z0-9])sk-(?:proj-|svcacct-|admin-|or-v1-|lf-)?[A-Za-z0-9_-]{16,}/g,
    accept: (value) => looksRandom(value.slice(3)),
  },
  {
    kind: 'vault-token',
    label: 'secret',
    hints: ['s.'],
    pattern: /(?<![A-Za-z0-9.-])s\.[A-Za-z0-9]{24}(?!\.?[A-Za-z0-9])/g,
    accept: looksRandom,
  },
  {
    kind: 'password-hash',
    label: 'secret',
    hints: ['$'],
    pattern:
      /(?<![\w$])\$(?:(?:1|5|6|7|y|gy|apr1|2[abxy]?|sha1|md5|pbkdf2[\w-]{0,12}|scrypt|argon2(?:id|i|d))\$)(?:[\w.+/=,-]{1,120}\$){0,3}[\w./+=-]{16,200}/g,
    accept: looksRandom,
  },
  {
    kind: 'password-hash',
    label: 'secret',
    hints: ['{ssha', '{sha', '{smd5', '{crypt', 'scram-sha-256$', 'pbkdf2_sha'],
    pattern:
      /(?:\{(?:S?SHA\d{0,3}|SMD5|CRYPT)\}|SCRAM-SHA-256\$\d{1,7}:|pbkdf2_sha\d{1,3}\$\d{1,8}\$)(?<value>[\w./+=:$-]{16,300})/gi,
  },
  {
    kind: 'private-key',
    label: 'secret',
    hints: ['private-lines'],
    pattern: /Private-Lines: \d{1,3}\r?\n(?<value>(?:[A-Za-z0-9+/=]{16,64}(?:\r?\n|$)){1,80})/g,
  },
  {
    kind: 'private-key',
    label: 'secret',
    hints: ['"kty"'],
    pattern: /"(?:d|p|q|dp|dq|qi|k)"\s{0,3}:\s{0,3}"(?<value>[\w-]{20,2000})"/g,
  },
  {
    kind: 'webhook-url',
    label: 'secret',
    hints: ['hooks.slack', 'webhook', 'discord', 'hooks.zapier', '/hooks/'],
    pattern:
      /(?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/|hooks\.zapier\.com\/hooks\/catch\/|\/hooks\/(?=[a-z0-9]{26}\b)|[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2\/)(?<value>[\w/@.-]{8,400})/gi,
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
    accept: looksLiteral,
  },
  {
    kind: 'connection-string',
    label: 'secret',
    hints: ['@tcp(', '@unix(', '@udp('],
    pattern: /(?<![\w./-])[\w.-]{1,60}:(?<value>[^\s"'<>|]{1,200})@(?:tcp|udp|unix)\(/g,
    accept: looksLiteral,
  },
  {
    kind: 'url-credentials',
    label: 'secret',
    hints: ['://'],
    pattern: /:\/\/[^\s:/@"'<>|?#]{0,100}:(?<value>[^\s/"'<>|?#]{1,200})@(?=[\w[])/g,
    accept: looksLiteral,
  },
  {
    kind: 'url-credentials',
    label: 'secret',
    hints: ['://'],
    pattern: /:\/\/(?<value>[A-Za-z0-9_.~-]{16,200})(?::[^\s/@"'<>|]{0,200})?@(?=\w)/g,
    accept: (value) => /\d/.test(value) && looksRandom(value),
  },
  {
    kind: 'signed-url',
    label: 'secret',
    hints: ['sig=', 'signature=', 'security-token=', 'secret='],
    pattern:
      /(?:[?&;]|, ?|^)(?:sig|secret|signature|x-amz-signature|x-goog-signature|x-amz-security-token)=(?<value>[\w%+/=.~-]{16,2000})/gim,
  },
  {
    kind: 'signed-url',
    label: 'secret',
    hints: ['code='],
    pattern: /[?&]code=(?<value>[\w%+/=.~-]{20,2000})/g,
    accept: looksRandom,
  },
  {
    // A secret key has no mark of its own, but people paste it behind its id.
    kind: 'aws-access-key',
    label: 'secret',
    hints: ['akia', 'asia'],
    pattern:
      /(?:AKIA|ASIA)[A-Z0-9]{16}[^A-Za-z0-9/+][^\n]{0,40}?(?<![\w/+])(?<value>[A-Za-z0-9/+]{40})(?![\w/+=])/g,
    accept: looksRandom,
  },
  {
    kind: 'authorization',
    label: 'secret',
    hints: ['authorization'],
    pattern:
      /authorization["'\\]{0,2}\s{0,3}[:=]\s{0,3}["'\\]{0,2}(?:(?:bearer|basic|token|digest|apikey|api-key|bot|negotiate|splunk|genie[a-z]{0,8}|ssws|zabbix|token token=)\s{1,3})?(?<value>[^\s"'<>`\\,;]{6,4000})/gi,
    accept: (value) =>
      looksLiteral(value) && !/^(?:bearer|basic|token|header|failed|denied|required)$/i.test(value),
  },
  {
    kind: 'authorization',
    label: 'secret',
    hints: ['digest '],
    pattern: /\bdigest\s[^\n]{0,600}?\bresponse=["']?(?<value>[a-f0-9]{32,64})/gi,
  },
  {
    kind: 'authorization',
    label: 'secret',
    hints: ['bearer', 'basic', 'ssws', 'flyv1'],
    pattern: /(?<![A-Za-z0-9])(?:bearer|basic|ssws|flyv1)\s{1,3}(?<value>[\w.~+/=-]{16,4000})/gi,
    accept: looksRandom,
  },
  {
    kind: 'cookie',
    label: 'secret',
    hints: ['cookie:'],
    pattern: /(?<![A-Za-z0-9])(?:set-)?cookie:\s{0,3}(?<value>[^\s"'<>`][^\n"'<>`]{5,4000})/gi,
    accept: (value) => value.includes('='),
  },
];
