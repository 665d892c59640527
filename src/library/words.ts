import { stemmer } from 'stemmer';

const stopWords = new Set(
  `a about after again all also am an and any are as at be because been before being but by can could did do does
  doing done for from get gets got had has have having he her here him his how i if in into is it its just let like
  me more most my no nor not now of off on once only or other our out over own re same she should so some such than
  that the their them then there these they this those through to too under until up us very was we were what when
  where which while who whom why will with would you your yes ok okay please thanks hi hello hey seems seem looks
  look anyone someone everyone getting see seeing saw im ive dont cant wont isnt arent didnt doesnt`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A run of a script without spaces between its words; ー belongs to no script of its own. */
const unspaced = /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]\p{M}*)+/gu;
const token = /[\p{L}\p{N}\p{M}]+(?:[._\-/:][\p{L}\p{N}\p{M}]+)*/gu;
const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** Longer than any word or identifier worth matching: what is longer is a blob. */
const longestToken = 64;

/**
 * The terms of a text in order, repeats kept: lower-cased, stemmed, without stop words. An identifier gives
 * itself and its parts (`checkoutApi-v2` → checkoutapi-v2, checkout, api, v2); scripts without spaces give
 * pairs of characters. Numbers of more than four digits, hex blobs and placeholders are left out.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  const readable = text
    .replace(/\[[a-z-]+-\d+\]/g, ' ')
    .replace(uuid, ' ')
    .replace(/https?:\/\/\S+/g, hostOf);
  for (const [raw] of readable.normalize('NFKC').replace(unspaced, ' $& ').matchAll(token)) {
    if (raw.search(unspaced) === 0) {
      for (const pair of pairsOf(raw)) terms.push(pair);
      continue;
    }
    if (raw.length > longestToken || isNoise(raw.toLowerCase())) continue;
    const parts = partsOf(raw);
    if (parts.length > 1) terms.push(raw.toLowerCase());
    for (const part of parts) {
      const word = part.toLowerCase();
      if (stopWords.has(word) || isNoise(word)) continue;
      terms.push(/^[a-z]+$/.test(word) && word.length > 3 ? stemmer(word) : word);
    }
  }
  return terms;
}

function partsOf(raw: string): string[] {
  return raw
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(?<=\p{L}{2})(?=\p{N})|(?<=\p{N})(?=\p{L}{2})/gu, ' ')
    .split(/[\s._\-/:]+/)
    .filter((part) => part !== '');
}

function pairsOf(raw: string): string[] {
  const characters = [...raw];
  if (characters.length === 1) return [raw];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** What never says what the trouble is: single letters, long numbers, hashes, addresses, dates and times; a version (4.1.46) does. */
function isNoise(word: string): boolean {
  return (
    (word.length === 1 && !/\p{Script=Han}/u.test(word)) ||
    /^\d{5,}$/.test(word) ||
    (/^\d+([.:/-]\d+){2,}$/.test(word) && !/^\d{1,3}(\.\d{1,3}){2}$/.test(word)) ||
    /^\d{4}-\d\d-\d\dt[\d:.]*z?$/.test(word) ||
    /^0x[0-9a-f]+$/.test(word) ||
    (/^[0-9a-f]{7,}$/.test(word) && /\d/.test(word))
  );
}

/** Of a link only its host says something; the rest is ids. */
function hostOf(link: string): string {
  return /^https?:\/\/([^/\s|>]+)/.exec(link)?.[1] ?? ' ';
}
