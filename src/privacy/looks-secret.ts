/** What stands where a secret would, and is none: a variable, a mask, a blank, a word about secrets. */
const notTyped: readonly RegExp[] = [
  /^\$\{[^}]*\}?$/,
  /^\$\([^)]*\)?$/,
  /^\$[A-Z_][A-Z0-9_]*$/,
  /^\{\{/,
  /^ENC\[/,
  /^%[A-Za-z_]+%?$/,
  /^[*•.x_?-]+$/i,
  /^<[^>]*>?$/,
  /^\(.*\)$/,
  // Code that fetches a secret, and the names of its classes.
  /^[A-Za-z_]\w*(?:\.\w+)+\(/,
  /^[a-z_]+(?:\.[A-Za-z_$][\w$]*){2,}:?$/,
  /^\[(?:redacted|hidden|masked|filtered|removed)\]$/i,
  /^(?:true|false|null|nil|none|undefined|yes|no|empty|unset|set|not|n\/a|redacted|hidden|masked|filtered|required|optional|missing|invalid|incorrect|wrong|expired|revoked|rotated|changed|changeme|string|secretref|valuefrom|file|path|env|the|a|an|is|was|in|for|from|and|or|of|to|auth|authentication|error|failed|failure|denied|mismatch|length|field|manager|policy|reset|prompt|protected|bearer|basic|token|secret|password)[.,!?:;)]*$/i,
];

/** Whether someone may have typed `value` as a secret: false for variables, masks and plain words about one. */
export function looksTyped(value: string): boolean {
  return value !== '' && !notTyped.some((pattern) => pattern.test(value));
}

/**
 * Whether `value` was made by a machine rather than chosen as a name: letters and digits mixed, or many
 * different characters without the words and dashes of a name (`my-tls-secret`, `app.module.name`).
 */
export function looksRandom(value: string): boolean {
  if (value.length < 6) return false;
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
export function looksMade(value: string): boolean {
  const [core = '', rest = ''] = [
    /^[\w+/=~.:%-]{16,}/.exec(value)?.[0],
    value.replace(/^[\w+/=~.:%-]{16,}/, ''),
  ];
  if (core === '' || !/^(?:$|[,*;~)\]}])/.test(rest) || !looksTyped(core)) return false;
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
