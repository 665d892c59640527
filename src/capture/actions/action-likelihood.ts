import { stemmer } from 'stemmer';
import { sigmoid } from '../../library/logistic.ts';
import { decodeEntities } from '../../text/plain-text.ts';
import { actionWeights } from '../lexicon/action-weights.ts';

/** Where in its thread a message stands: `at` of `of`, from 0. */
export type ThreadPosition = { at: number; of: number };

/** How likely it is, in (0, 1), that a message reports an action against the problem, by its words alone (`npm run bench -- acts`). */
export function actionLikelihood(text: string, position: ThreadPosition): number {
  return sigmoid(sum(actionFeatures(text, position)));
}

/** How much the words of a text speak for an action; the bias among them. To compare the sentences of one message. */
export function actionScore(text: string): number {
  return sum(wordFeatures(text));
}

/** Everything that is weighed of a message, each once. */
export function actionFeatures(text: string, position: ThreadPosition): string[] {
  return [...wordFeatures(text), ...positionFeatures(position)];
}

function sum(features: Iterable<string>): number {
  let weight = 0;
  for (const feature of features) weight += actionWeights.get(feature) ?? 0;
  return weight;
}

const maxTextChars = 4_000;

/** Stems, pairs of neighbours, and how it begins and ends. Names in angle brackets stand for what is no word. */
function wordFeatures(text: string): Set<string> {
  const masked = decodeEntities(text.slice(0, maxTextChars))
    .replace(/```[\s\S]*?(?:```|$)/g, ' <block> ')
    .replace(/`[^`\n]*`/g, ' <code> ')
    .replace(/<(?!block>|code>)[^<>\n]{1,400}>/g, ' <link> ')
    .replace(/\d+/g, ' <number> ');
  const tokens = masked.match(/<[a-z]+>|[A-Za-z']+|[?!:,.]/g) ?? [];
  const stems = tokens.map((token) => (/^[A-Za-z']/.test(token) ? stemmer(token.toLowerCase()) : token));
  const features = new Set(['<any>', ...stems]);
  for (const [index, stem] of stems.entries()) {
    const next = stems[index + 1];
    if (next !== undefined) features.add(`${stem} ${next}`);
  }
  const [first] = stems;
  if (first !== undefined) features.add(`<opens> ${first}`);
  if (/^[a-z]{2,}ing$/i.test(tokens[0] ?? '')) features.add('<opens> -ing');
  if (/^[a-z]{2,}ed$/i.test(tokens[0] ?? '')) features.add('<opens> -ed');
  if (tokens.some((token) => /^[a-z]{2,}ing$/i.test(token))) features.add('-ing');
  if (tokens.some((token) => /^[a-z]{2,}ed$/i.test(token))) features.add('-ed');
  if (stems.at(-1) === '?') features.add('<ends> ?');
  if (tokens.length < 6) features.add('<short>');
  if (tokens.length > 40) features.add('<long>');
  return features;
}

function positionFeatures({ at, of }: ThreadPosition): string[] {
  const quarter = Math.min(4, 1 + Math.floor((4 * at) / Math.max(1, of)));
  return [`<quarter ${quarter}>`, ...(at === of - 1 ? ['<last message>'] : [])];
}
