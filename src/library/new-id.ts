import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for a digit when read aloud at 3 a.m. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** "sol_" or "inc_" and ten characters (50 random bits): unique within a workspace, short enough to type. */
export function newId(prefix: 'sol' | 'inc'): string {
  let id = '';
  for (const byte of randomBytes(10)) id += alphabet[byte & 31];
  return `${prefix}_${id}`;
}
