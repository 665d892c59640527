const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const alphabets: Readonly<Record<string, string>> = {
  an: lower + upper + digits,
  lo: lower + digits,
  up: upper + digits,
  hex: '0123456789abcdef',
  HEX: '0123456789ABCDEF',
  b64_: `${lower}${upper}${digits}+/`,
  b32_: `${upper}234567`,
  url: `${lower}${upper}${digits}-_`,
  dig: digits,
};
const words = ['Sunflower', 'dragon', 'Winter', 'orion', 'letmein', 'Falcon'];

export type Random = (below: number) => number;

/** Whole numbers below what is asked for, the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 1_000_003) % below;
  };
}

/** The template with its `{hex40}`, `{pw0}`… filled in, and the longest piece that was made for it. */
export function fill(template: string, random: Random): { text: string; secret: string } {
  let secret = '';
  const text = template.replace(
    /\{(an|lo|up|hex|HEX|b64_|b32_|url|dig|pw|upw)(\d+)\}/g,
    (_, kind: string, length) => {
      const made = kind.endsWith('pw') ? password(random, kind === 'pw') : run(kind, Number(length), random);
      if (made.length > secret.length) secret = made;
      return made;
    },
  );
  return { text, secret };
}

function run(kind: string, length: number, random: Random): string {
  const alphabet = alphabets[kind] ?? digits;
  return Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
}

function password(random: Random, marks: boolean): string {
  const word = words[random(words.length)] ?? '';
  const forms = [
    `${word}${run('dig', 3, random)}${marks ? '!' : ''}`,
    run('an', 14, random),
    `${run('lo', 6, random)}${marks ? '#%+' : ''}${run('an', 6, random)}7`,
    `s3cr3t${run('lo', 4, random)}`,
  ];
  return forms[random(forms.length)] ?? word;
}
