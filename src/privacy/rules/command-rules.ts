import { isAssignedSecret, looksChosen, value } from './assignment-rules.ts';
import { looksGenerated, looksLiteral } from './looks-secret.ts';
import type { Rule } from './rule.ts';

const clientRule = (
  hints: readonly string[],
  before: string,
  accept: Rule['accept'] = looksLiteral,
): Rule => ({
  kind: 'command-secret',
  label: 'secret',
  hints,
  pattern: new RegExp(`${before}${value}`, 'g'),
  accept,
});

/** A name of a user and, after the mark, the password. */
const hasDigit = (value: string): boolean => looksLiteral(value) && /\d/.test(value);

/** Secrets known by the command line that they stand on. */
export const commandRules: readonly Rule[] = [
  {
    kind: 'command-secret',
    label: 'secret',
    hints: ['-', 'identified', 'password'],
    pattern: new RegExp(
      `(?:(?<![\\w-])--?(?:[a-z0-9]{1,20}-){0,4}[a-z0-9]{0,12}?(?:password|passwd|pass|passphrase|pwd|token|secret|key|apikey|credentials?|salt|auth)(?:-(?:key|secret|value|salt|base|\\d{1,2}))?[ =]{1,2}|identified\\s(?:with\\s[\\w]{1,40}\\s)?by\\s{1,3}|with\\s(?:encrypted\\s)?password\\s{1,3})${value}`,
      'gi',
    ),
    accept: isSecretFlag,
  },
  clientRule(
    ['mysql', 'mariadb', 'xtrabackup'],
    '(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mysqlcheck|xtrabackup)\\b[^\\n|;]{0,200}?\\s-p',
  ),
  clientRule(
    ['mongo', 'sshpass', 'docker', 'podman', 'helm', 'az ', 'mosquitto', 'cqlsh', 'oc login'],
    '(?:sshpass\\s{1,3}-p\\s{0,3}|(?:mongo|mongosh|mongodump|docker\\slogin|podman\\slogin|helm\\s[^\\n|;]{0,60}?login|az\\slogin|oc\\slogin|mosquitto_pub|mosquitto_sub|cqlsh)\\b[^\\n|;]{0,200}?\\s-[pP]\\s{1,3})',
  ),
  clientRule(
    ['sqlcmd', 'unzip', 'zip '],
    '(?:(?:sqlcmd|bcp)\\b[^\\n|;]{0,200}?\\s-P\\s{0,3}|(?<![a-z])(?:un)?zip\\b[^\\n|;]{0,100}?\\s-P\\s{1,3})',
  ),
  clientRule(['redis-cli'], 'redis-cli\\b[^\\n|;]{0,200}?\\s-a\\s{1,3}'),
  clientRule(['ldap'], 'ldap(?:search|add|modify|delete|whoami|passwd)\\b[^\\n|;]{0,300}?\\s-w\\s{1,3}'),
  clientRule(
    ['htpasswd'],
    'htpasswd\\s-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}\\s{1,3}\\S{1,200}\\s{1,3}\\S{1,60}\\s{1,3}',
  ),
  clientRule(['openssl'], 'openssl\\b[^\\n|;]{0,200}?\\s(?:-pass(?:in|out)?\\s{1,3}["\']?pass:|-k\\s{1,3})'),
  clientRule(
    ['rabbitmqctl'],
    'rabbitmqctl\\s(?:add_user|change_password|authenticate_user)\\s{1,3}\\S{1,60}\\s{1,3}',
  ),
  clientRule(
    ['put-parameter', 'create-secret', 'put-secret'],
    'aws\\s[^\\n|;]{0,40}(?:put-parameter\\b[^\\n|;]{0,300}?\\s--value|(?:create-secret|put-secret-value)\\b[^\\n|;]{0,300}?\\s--secret-string)[ =]{1,3}',
    looksChosen,
  ),
  clientRule(
    ['configure set'],
    'aws\\sconfigure\\sset\\s(?:[\\w.]{0,60})(?:secret_access_key|session_token)\\s{1,3}',
  ),
  clientRule(['auth '], '(?<![\\w.-])AUTH\\s{1,3}(?:[a-z]\\w{0,30}\\s{1,3})?', looksChosen),
  clientRule(
    [' -u'],
    '(?<!\\b(?:kubectl|docker|podman|oc|ps|lsof|ssh|netstat)\\s[^\\n|;]{0,120})\\s-[uU]\\s{0,2}[\\w.@-]{1,60}\\s[^\\n|;]{0,80}?-[pP]\\s{1,2}(?!["\']?[\\[{])',
    looksChosen,
  ),
  clientRule(['ssh-keygen'], 'ssh-keygen\\b[^\\n|;]{0,120}?\\s-P\\s{1,2}', looksChosen),
  clientRule(['ssh-keygen'], 'ssh-keygen\\b[^\\n|;]{0,120}?\\s-N\\s{1,2}', looksChosen),
  clientRule(['lftp'], 'lftp\\b[^\\n|;]{0,160}?\\s-u\\s{1,3}["\']?[\\w.@-]{1,60},'),
  clientRule(['snmp'], 'snmp\\w{1,10}\\b[^\\n|;]{0,160}?\\s-A\\s{1,2}', looksChosen),
  clientRule(['snmp'], 'snmp\\w{1,10}\\b[^\\n|;]{0,160}?\\s-X\\s{1,2}', looksChosen),
  clientRule(['mc alias'], 'mc\\salias\\sset\\s\\S{1,60}\\s\\S{1,100}\\s\\S{1,60}\\s{1,2}'),
  clientRule(['securestring'], 'ConvertTo-SecureString\\s(?:-String\\s)?'),
  clientRule(['kinit'], 'kinit\\b[^\\n|;]{0,80}<<<\\s?'),
  clientRule(['setuser'], 'ACL\\sSETUSER\\b[^\\n]{0,60}?\\s>', looksChosen),
  clientRule(['config set --secret'], 'config\\sset\\s--secret\\s{1,2}[\\w:.-]{1,60}\\s{1,2}'),
  clientRule(
    ['bundle config'],
    'bundle\\sconfig\\s(?:set\\s|--global\\s)?[\\w.]{1,80}\\s[\\w.@-]{1,60}:',
    looksChosen,
  ),
  clientRule(['http-basic'], 'http-basic[.\\w-]{1,80}\\s[\\w.@-]{1,60}\\s', looksChosen),
  clientRule(['authtoken'], 'add-authtoken\\s{1,2}'),
  clientRule(['net us'], '\\bnet\\suser\\s{1,3}[\\w.-]{1,60}\\s{1,3}', looksChosen),
  clientRule(['/user:'], '/user:[\\w.\\\\@-]{1,80}\\s{1,3}', looksChosen),
  clientRule(['/p:'], '\\s/u:\\S{1,80}\\s[^\\n|;]{0,60}?/p:'),
  clientRule(['7z'], '(?<![a-z])7za?\\s[^\\n|;]{0,100}?\\s-p', looksChosen),
  clientRule(
    ['smbclient', 'rpcclient'],
    '(?:smb|rpc)client\\b[^\\n|;]{0,200}?\\s-U\\s{0,2}["\']?[\\w.\\\\/@-]{1,80}%',
  ),
  clientRule(['requirepass', 'masterauth'], '(?:requirepass|masterauth)\\s{1,3}', hasDigit),
  clientRule(['login'], 'login\\s{1,3}[^\\s]{1,80}\\s{1,20}password\\s{1,3}'),
  clientRule(['chpasswd'], 'echo\\s{1,3}["\']?[\\w.-]{1,40}:(?=[^\\n]{1,200}chpasswd)'),
  clientRule(
    ['echo', 'printf'],
    '(?:echo|printf)\\s{1,3}(?:-n\\s{1,3})?(?=[^\\n|]{1,200}\\|\\s{0,3}(?:sudo\\s-S|[^\\n|]{1,60}--password-stdin|passwd\\b))',
    looksChosen,
  ),
  clientRule(
    ['sqlplus', 'oracle'],
    '(?:sqlplus\\s{1,3}(?:-\\w{1,3}\\s{1,3}){0,3}|oracle:(?:thin|oci):)[\\w$]{1,40}/(?=[^\\s@]{1,100}@)',
  ),
  {
    kind: 'command-secret',
    label: 'secret',
    hints: ['curl'],
    pattern:
      /\bcurl\b[^\n|;]{0,300}?\s(?:(?:-[a-zA-Z]{0,8}[uU]|--user|--proxy-user)[ =]{1,2}["']?[^\s:"']{1,100}|-[a-zA-Z]{0,4}u["']?[^\s:"'/]{1,100}):(?<value>[^\s"'<>|]{1,200})/g,
    accept: looksLiteral,
  },
  {
    kind: 'command-secret',
    label: 'secret',
    hints: ['http'],
    pattern:
      /\bhttps?\s[^\n|;]{0,100}?(?:-a|--auth)[ =]{1,2}["']?[^\s:"']{1,100}:(?<value>[^\s"'<>|]{1,200})/g,
    accept: looksLiteral,
  },
  {
    kind: 'command-secret',
    label: 'secret',
    hints: [':'],
    // A line of .pgpass.
    pattern: /^[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w*-]{1,60}:[\w.@-]{1,60}:(?<value>[^\s:"']{6,200})$/gm,
    accept: looksChosen,
  },
];

function isSecretFlag(value: string, before: string): boolean {
  if (!looksLiteral(value) || value.startsWith('id=') || value.startsWith('-')) return false;
  // "identified by four values" is prose; of SQL it has quotes and a user.
  if (/\bby[ "']*$/i.test(before))
    return /["']$/.test(before) ? /\b(?:user|role|grant|login|with)\b/i.test(before) : looksChosen(value);
  if (/(?:pass\w*|pwd)[ ="']*$/i.test(before)) return true;
  return /-(?:key|salt|auth)[ ="']*$/i.test(before) && !/(?:api|access|secret)-?key[ ="']*$/i.test(before)
    ? looksGenerated(value)
    : isAssignedSecret(value, before);
}
