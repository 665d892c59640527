/** Words joined as a generator of passphrases joins them, none of them of the kind that names a setting. */
function wordsPattern(joint: string, minWords: number): string {
  const named =
    'config|secret|passw|phrase|token|value|spec|data|auth|cred|vault|spring|setting|param|user|local|module|output|input|prop|global|admin|client|server|service|prod|staging|test|rotat|shared|stored|expired|valid';
  const one = `(?!${named})[a-z]{4,10}`;
  return `${one}(?:${joint}${one}){${minWords - 1},7}`;
}

/** What stands where a secret would, and is none: a variable, a mask, a blank, a word about secrets. */
const nonLiteralPatterns: readonly RegExp[] = [
  /^\$\{[^}]*\}?$/,
  /^\$\([^)]*\)?$/,
  /^\$[A-Z_][A-Z0-9_]*$/,
  /^\{\{/,
  /^ENC\[/,
  /^%[A-Za-z_]+%?$/,
  /^[*•.x_?-]+$/i,
  /^<[^>]*>?$/,
  /^\(.*\)$/,
  // Of a plan, an expression, a query's parameter: `(known after apply)`, `.*`, `:'pw'`.
  /^\((?:known|sensitive|unset|none|empty|hidden|not)$/i,
  // One star on each side is Slack's bold, and a digit no part of a mask.
  /^\*{2,}[A-Za-z_]*\*{2,}$/,
  // The place in a vault, and what a shell says when a variable is not set: `${DB_PASSWORD:?required}`.
  /^vault:[\w.-]+\/[\w/.-]+(?:#[\w.-]+)?$/,
  /^\?[A-Za-z_ ]*\}?$/,
  /^\.\*/,
  /^:$/,
  /^(?:~|[A-Z]:\\|\/(?:home|root|var|etc|run|opt|usr|tmp|app|apps|mnt|srv|data|Users|proc|dev)(?![\w-]))/,
  /^arn:/,
  // An object as a program prints it: `Token{a64f992`, `android.os.BinderProxy@2bd79ce`.
  /^[A-Z]\w*\{/,
  /^[a-z]\w*(?:\.[\w$]+)+@[0-9a-f]{4,8}[.,]?$/i,
  // Code that fetches a secret, and the names of its classes.
  /^[A-Za-z_]\w*(?:\.\w+)+\(/,
  new RegExp(`^(?!${wordsPattern('[.]', 4)}$)[a-z_]+(?:\\.[A-Za-z_$][\\w$]*){2,}:?$`),
  /^(?:var|local|module|data|each|self|this|config|cfg|settings|env|secrets|params|args|options|opts|req|request|user)\.[A-Za-z_]+$/,
  /^[A-Za-z_]\w*(?:\.\w+)*(?:\[|\((?:$|['"[A-Za-z_]))/,
  /^\$[A-Za-z_]+(?:$|[-.[({])/,
  // How a secret is kept, not what it is.
  /^(?:base64|sha-?\d{1,3}|md5|hmac|utf-?8|oauth2?|bcrypt|scrypt|argon2\w{0,2}|pbkdf2\w*|[hre]s256|ed25519|aes-?\d{3}|x509|ipv[46]|http2|1password|bitwarden|keepass|lastpass)[.,!?:;)]*$/i,
  /^\[(?:redacted|hidden|masked|filtered|removed)\]?$/i,
  /^(?:true|false|null|nil|none|undefined|yes|no|empty|unset|set|not|n\/a|redacted\/?|hidden|masked|filtered|required|optional|missing|invalid|incorrect|wrong|expired|revoked|rotated|changed|changeme|string|secretref|valuefrom|file|path|env|the|a|an|is|was|in|for|from|and|or|of|to|auth|authentication|error|failed|failure|denied|mismatch|length|field|manager|policy|reset|prompt|protected|see|ask|check|use|look|stored|kept|same|via|get|with|by|on|at|as|it|this|that|should|must|will|can|has|have|does|works|bearer|basic|token|secret|pass|passwd|pwd|password)[.,!?:;)]*$/i,
];

/** Whether someone may have typed `value` as a secret: false for variables, masks and plain words about one. */
export function looksLiteral(value: string): boolean {
  return value !== '' && !nonLiteralPatterns.some((pattern) => pattern.test(value));
}

/** Whether `value` is a passphrase of three words or more, joined: `correct-horse-battery`. */
export function looksLikePassphrase(value: string): boolean {
  return passphrasePattern.test(value);
}

const passphrasePattern = new RegExp(
  `^(?:${['-', '_', '[.]'].map((joint) => wordsPattern(joint, 3)).join('|')})[.,!?;)]*$`,
);

/**
 * Whether `value` was made by a machine rather than chosen as a name: letters and digits mixed, or many
 * different characters without the words and dashes of a name (`my-tls-secret`, `app.module.name`).
 */
export function looksRandom(value: string): boolean {
  if (value.length < 6) return false;
  // A licence's or a recovery's groups.
  if (/^(?:[A-Z0-9]{4,8}-){3,8}[A-Z0-9]{4,8}$/.test(value) && /\d/.test(value)) return true;
  const hasDigit = /\d/.test(value);
  const hasLower = /[a-z]/.test(value);
  const hasUpper = /[A-Z]/.test(value);
  const hasOther = /[^A-Za-z0-9._/:-]/.test(value);
  if (/^\d+(?:[.,:]\d+)*[a-z%]{0,3}$/i.test(value)) return false;
  const parts = value.split(/[-_./:]/);
  const longest = Math.max(...parts.map((part) => part.length));
  const mixed = parts.some((part) => part.length >= 6 && /\d/.test(part) && /[A-Za-z]/.test(part));
  if (mixed && longest >= 8) return true;
  if (hasOther && (hasDigit || hasUpper) && value.length >= 8) return true;
  if (hasDigit && hasLower && hasUpper && value.length >= 10) return true;
  return longest >= 12 && entropy(value) > 3.5 && hasLower && hasUpper;
}

/**
 * Whether `value` can only have been made: sixteen or more without a gap, letters with digits, no words, no date and
 * no path of names. Marks of formatting and a list's comma may stand behind it.
 */
export function looksGenerated(value: string): boolean {
  const [core = '', rest = ''] = [
    /^[\w+/=~.:%-]{16,}/.exec(value)?.[0],
    value.replace(/^[\w+/=~.:%-]{16,}/, ''),
  ];
  if (core === '' || !/^(?:$|[,*;~)\]}])/.test(rest) || !looksLiteral(core)) return false;
  if (/^\d{4}-\d\d-\d\d/.test(core) || !/\d/.test(core) || !/[A-Za-z]/.test(core)) return false;
  if (/^[\w.-]*(?:\/[\w.-]+)+$/.test(core)) return core.split('/').some(isScrambled);
  return looksRandom(core);
}

function isScrambled(part: string): boolean {
  return part.length >= 8 && /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part);
}

/** Shannon's, in bits per character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
