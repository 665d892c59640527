import { stemmer } from 'stemmer';

/** Words that say nothing by themselves. Short on purpose: "not", "after" or "fail" tell one problem from another. */
const stopWords = new Set(
  `a about also am an and any are as at be been being but by can could did do does doing done for from get gets got
  had has have having he her here him his how i if in into is it its just let me my of on or our please she should so
  some such than thanks that the their them then there these they this those to too very was we were what when where
  which while who why will with would you your yes ok okay hi hello hey again seem seems looks look anyone someone
  everyone getting see seeing saw im ive`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A run of a script without spaces between its words; ー belongs to no script of its own. */
const unspaced = /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]\p{M}*)+/gu;
const token = /[\p{L}\p{N}\p{M}]+(?:[._\-/:][\p{L}\p{N}\p{M}]+)*/gu;
const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** Longer than any word or identifier worth matching: what is longer is a blob. */
const maxTokenChars = 64;

/**
 * The terms of a text in order, repeats kept: lower-cased, stemmed, without stop words. An identifier gives
 * itself and its parts (`checkoutApi-v2` → checkoutapi-v2, checkout, api, v2); scripts without spaces give
 * pairs of characters. Numbers of more than four digits, a digit alone, hex blobs and placeholders are left out.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  const readable = text
    .replace(/\[[a-z-]+-\d+\]/g, ' ')
    .replace(uuid, ' ')
    .replace(/https?:\/\/[^\s|<>\]]+/g, wordsOfLink);
  for (const [raw] of readable.normalize('NFKC').replace(unspaced, ' $& ').matchAll(token)) {
    if (raw.search(unspaced) === 0) {
      for (const pair of pairsOf(raw)) terms.push(pair);
    } else if (raw.length <= maxTokenChars) {
      addTerms(raw, terms);
    } else {
      // A long path is no name of its own, but its folders are.
      for (const piece of raw.split(/[/:.]/)) if (piece.length <= maxTokenChars) addTerms(piece, terms);
    }
  }
  return terms;
}

function addTerms(raw: string, terms: string[]): void {
  const whole = raw.toLowerCase();
  if (isNoise(whole)) return;
  const parts = partsOf(raw);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && /^\d$/.test(only)) return;
  if (parts.length > 1 || host.test(raw)) terms.push(whole);
  for (const part of parts) {
    const word = part.toLowerCase();
    if (stopWords.has(word) || isNoise(word)) continue;
    terms.push(/^[a-z]+$/.test(word) && word.length > 3 ? stemmer(word) : word);
  }
}

/** Of a host of three labels or more, all but the first are the company's own: they stand in every incident of it. */
const host =
  /^[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)+\.(?:com|org|net|gov|edu|int|info|io|dev|app|cloud|internal|local|lan|corp|uk|de|fr|eu|us|nl|ch|at|au|ca|jp|in|br)(?::\d+)?$/i;

function partsOf(raw: string): string[] {
  return raw
    .replace(host, (name) => name.slice(0, name.indexOf('.')))
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

/** What never says what the problem is: single letters, long numbers, hashes, addresses, dates and times; a version (4.1.46) does. */
function isNoise(word: string): boolean {
  return (
    (word.length === 1 && !/[\d\p{Script=Han}]/u.test(word)) ||
    /^\d{5,}$/.test(word) ||
    (/^\d+([.:/-]\d+){2,}$/.test(word) && !/^\d{1,3}(\.\d{1,3}){2}$/.test(word)) ||
    /^\d{4}-\d\d-\d\dt[\d:.]*z?$/.test(word) ||
    /^0x[0-9a-f]+$/.test(word) ||
    (/^[0-9a-f]{7,}$/.test(word) && /\d/.test(word))
  );
}

/** A link is read as the words it is made of (`/wiki/certificate-renewal`); the ids in it are its own. */
function wordsOfLink(link: string): string {
  return link
    .replace(/^https?:\/\//, '')
    .split(/[/?#&=]/)
    .filter((piece) => !isOpaqueId(piece))
    .join(' ');
}

/** Letters and digits mixed in one run, as in no word; a ticket (OPS-1234), a CVE, a version or a file is none. */
function isOpaqueId(piece: string): boolean {
  return /^(?=.*\d.*\d)(?=.*[a-z])[a-z\d]{7,}$/i.test(piece) && !/^[a-z]+\d{1,4}$/i.test(piece);
}
