import { looksGenerated, looksLiteral, looksRandom } from './looks-secret.ts';
import type { Rule } from './rule.ts';

const passwordNames =
  'password|passwd|passphrase|passcode|pwd|pass|userpass|mysql_pwd|pgpassword|redis_?auth|requirepass|masterauth|erlang_?cookie|passwort|kennwort|mot de passe|contrase(?:ñ|n)a|senha|wachtwoord|hasło|parola|şifre|lösenord|heslo|пароль|密码|パスワード|(?<![a-z])pw|_pw';
const secretNames =
  'secret|token|api[ _-]?key|access[ _-]?key|secret[ _-]?key|private[ _-]?key|signing[ _-]?key|encryption[ _-]?key|master[ _.-]?key|account[ _-]?key|shared[_-]?access[_-]?key|auth[ _-]?key|app[ _-]?key|application[ _-]?key|license[ _-]?key|service[ _-]?key|integration[ _-]?key|routing[ _-]?key|unseal[_ -]?key|secret_key_base|credentials?|webhook[_-]?url|write[ _-]?key|recovery[ _-]?key|jwt|bearer';
/** Names that show a secret only where what they hold was made by a machine: `ALGOLIA_ADMIN_KEY`, `HASH_SALT`, `"auth"`. */
const weakNames =
  '(?<![\\w.-])[a-z][\\w.-]{0,40}(?:[_.-]|(?<=[a-z])(?=[A-Z]))key|psk|salt|seed|(?:(?<![\\w-])|_)auth|creds?|_pat|(?:php_?|j_?)?sess(?:ion[_-]?)?id|(?<![a-z])sid|(?<![a-z-])session|secret[ _-]?id|samlresponse|code_verifier|client_assertion|sonar\\.login|honeycomb-team|(?<![\\w.-])encrypt';
/** What else stands at a name's end: `TOKEN_V2`, `Unseal Key 1`, `passwordSalt`. */
const nameEnd = '(?:[_-]?(?:key|value|secret|token|salt|b64|base64|v\\d))?(?:[_ -]?\\d{1,2})?';

/** White space ends a bare value, and what separates values in queries, connection strings and Slack's links. */
const bare = '(?:[^\\s;&"\'`<>|\\\\“”‘’]|&(?:amp|lt|gt);|\\\\(?!["\']))';
/** In quotes (also in JSON inside a string), or bare; an opening quote whose end was cut off counts as bare. */
export const value = `(?:\\\\"(?<value>[^"\\\\\\n]{1,400})|"(?<value>(?:[^"\\\\\\n]|\\\\.){1,400})"|'(?<value>[^'\\n]{1,400})'|\`(?<value>[^\`\\n]{1,400})\`|[“‘](?<value>[^”’\\n]{1,400})|["'\`]?(?<value>${bare}{1,400}))`;

/** `name = value` and its kin, a cell of a table, an XML element, and the `name`/`value` pairs of Kubernetes and ECS. */
const between = [
  "(?:\\\\?[\"'`\\]*]|_|&quot;){0,3}(?:\\[\\w{0,12}\\]|\\s\\([\\w ]{1,20}\\))?\\s{0,3}(?:%3D|:=|=&gt;|=>|->|-&gt;|→|=|:)\\*?\\s{0,3}(?:N(?='))?",
  '[`*]?\\s{0,20}\\|\\s{0,20}',
  '>',
  '\\(\\s{0,2}(?=["\'])',
  '\\\\?["\'`]?,?\\s{1,60}["\'`]?value["\'`]?\\s{0,3}[:=]\\s{0,3}',
  '\\\\?["\'`],\\s{0,60}\\\\?["\'`]value\\\\?["\'`]\\s{0,3}[:=]\\s{0,3}',
].join('|');

function assignment(names: string): RegExp {
  return new RegExp(`(?:${names})${nameEnd}(?:${between})${value}`, 'gi');
}

/** Secrets known by the name of what they are put into. */
export const assignmentRules: readonly Rule[] = [
  {
    kind: 'password',
    label: 'secret',
    hints: [
      'pass',
      'pwd',
      'auth',
      'pw',
      'cookie',
      'kennwort',
      'contrase',
      'senha',
      'wachtwoord',
      'hasło',
      'parola',
      'şifre',
      'lösenord',
      'heslo',
      'пароль',
      '密码',
      'パスワード',
    ],
    pattern: assignment(passwordNames),
    accept: isAssignedPassword,
  },
  {
    kind: 'assigned-secret',
    label: 'secret',
    hints: ['secret', 'token', 'key', 'credential', 'auth', 'webhook', 'jwt', 'bearer'],
    pattern: assignment(secretNames),
    accept: isAssignedSecret,
  },
  {
    kind: 'assigned-secret',
    label: 'secret',
    hints: [
      'key',
      'psk',
      'salt',
      'seed',
      'auth',
      'cred',
      '_pat',
      'sid',
      'sess',
      'secret',
      'sonar',
      'saml',
      'verifier',
      'assertion',
      'honeycomb',
      'encrypt',
    ],
    pattern: assignment(weakNames),
    // A session's number in hexadecimal is Zookeeper's, and opens nothing.
    accept: (value, before) =>
      looksGenerated(value) && !isOrdinaryKey(before) && !/^0x[0-9a-f]+$/i.test(value),
  },
  {
    kind: 'password',
    label: 'secret',
    hints: ['<pass', '<pwd', '&lt;pass', '&lt;pwd'],
    pattern: /(?:<|&lt;)(?:password|passwd|passphrase|pwd)(?:>|&gt;)(?<value>[^<>&\s]{2,200})(?:<|&lt;)\//gi,
    accept: looksLiteral,
  },
  {
    kind: 'assigned-secret',
    label: 'secret',
    hints: ['variable '],
    // A variable of Terraform, which gives its name some lines before its value.
    pattern:
      /variable\s"[\w-]{0,60}(?:password|secret|token|key|credentials?)"\s{0,3}\{[^{}]{0,300}?\bdefault\s{0,10}=\s{0,3}"(?<value>[^"\n]{1,400})"/gi,
    accept: (value) => looksGenerated(value) || looksChosen(value),
  },
  {
    kind: 'assigned-secret',
    label: 'secret',
    hints: ['env ', 'setx '],
    pattern: new RegExp(
      `(?:^\\s{0,8}ENV|\\bsetx)\\s{1,3}\\w{0,60}(?:PASS\\w{0,10}|PWD|SECRET\\w{0,10}|TOKEN|KEY|CREDENTIALS?)\\s{1,3}${value}`,
      'gim',
    ),
    accept: (value, before) =>
      /(?:PASS\w*|PWD)\s+["']?$/i.test(before)
        ? looksLiteral(value)
        : looksGenerated(value) || isAssignedSecret(value, '='),
  },
];

/** After a colon a lone lower-case word that goes on is prose ("password: ask Ann"); after `=` it is a value. */
function isAssignedPassword(value: string, before: string, after: string): boolean {
  if (!looksLiteral(value) || value.length < 2) return false;
  // A variable of psql.
  if (/\bpassword\s:'$/i.test(before)) return false;
  // "pass: 12" and "PASS: x86-64 vgather check" are what a run of tests says.
  if (/(?:^|\n)PASS: $/.test(before)) return false;
  if (/(?<![a-z_])pass["']?\s*[:=|]\s*$/i.test(before) && !isPasswordInProse(value)) return false;
  // Of a table, a tag or an arrow only what cannot be a word of the prose beside it.
  if (!/(?:[:=]|=>|=&gt;)\*?\s*\\?["'`“‘]?$/.test(before)) return looksChosen(value);
  const isProse = /:\s+$/.test(before) && /^[a-z]+[.,]?$/i.test(value) && /^[ .,]+[a-z]/i.test(after);
  return !isProse;
}

/** Set with `=`, any run of eight is a value; after a colon it has to look made: "token: expired" is prose. */
export function isAssignedSecret(value: string, before: string): boolean {
  if (!looksLiteral(value) || value.length < 6 || /^https?:\/\/[^?]*$/.test(value)) return false;
  if (/[|>]\s*$/.test(before) && !looksGenerated(value)) return false;
  // An annotation that makes pods restart when a secret changes.
  if (/^[0-9a-f]{8,64}$/.test(value) && /\bchecksum\/[\w.-]+["']?:\s*["']?$/.test(before)) return false;
  // The name of a secret in AWS, which ends in six characters of its own.
  if (/arn:aws[\w-]*:[^\s]*:secret:$/.test(before)) return false;
  return looksRandom(value) || (/=["'`]?$/.test(before) && /^[A-Za-z0-9+/=]{8,}$/.test(value));
}

/** What a person chose as a password, not a word of the sentence. */
export function looksChosen(value: string): boolean {
  const isMixed = /\d/.test(value) || /[a-z][A-Z].*[a-z][A-Z]/.test(value);
  return looksLiteral(value) && value.length >= 6 && isMixed && /[A-Za-z]/.test(value);
}

/** After a bare word of prose only what nobody would write there: a digit in it, and no version, date, unit or name with dashes. */
export function isPasswordInProse(value: string): boolean {
  if (!looksChosen(value) || !/\d/.test(value)) return false;
  const core = value.replace(/[.,!?:;)*]+$/, '');
  return !/^-|^x86|^v?\d+(?:[.:-]\d+)*[a-z%]*$|^[a-z0-9_]+(?:[-/.][a-z0-9_]+)+$|[(/]|^https?:|^\w+=/.test(
    core,
  );
}

/** Whether a key opens nothing: it finds, sorts or spreads. */
export function isOrdinaryKey(before: string): boolean {
  return /(?:cache|partition|public|pub|idempotency|sort|primary_?|foreign|object|s3|bucket|row|shard|de-?dup\w*|hash|message|lookup|index|composite|group|limit|redis|cursor|range|trace|span|request|correlation|fingerprint|host|known)[_. -]?key\w*["'`\]]{0,2}\s*(?:[:=|>]|→|is|was|to|now|value)[^\n]{0,8}$/i.test(
    before,
  );
}
