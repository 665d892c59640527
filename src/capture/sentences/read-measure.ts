import { goodMeasures, problemMeasures } from '../lexicon/measures.ts';
import type { OutcomeMeaning } from '../patterns/outcome-cues.ts';

const number = '(?:around |about |roughly |~)?(\\d[\\d,]{0,12}(?:\\.\\d{1,4})?) ?(%|k|ms|s)?(?![a-z])';
const gap = '[^.\\n\\d]{0,25}?';
const arrow = '\\s?(?:->|=>|→|to|down to|up to)\\s?';

const fromTo = (measures: readonly string[]) =>
  new RegExp(`\\b(?:${measures.join('|')})\\b${gap}${number}${arrow}${number}`, 'i');
const problemFromTo = fromTo(problemMeasures);
const goodFromTo = fromTo(goodMeasures);
const goodUpTo = new RegExp(
  `\\b(?:${goodMeasures.join('|')})\\b(?: is| are)? (?:back |now )?up (?:to|at) ${number}`,
  'i',
);

/** What two figures of one measure say ("errors 17 -> 6%", "success up to 70%"); null without two. */
export function readMeasure(sentence: string): OutcomeMeaning | null {
  if (isSetting.test(sentence)) return null;
  const problem = figuresOf(problemFromTo.exec(sentence));
  if (problem !== null) return outcomeOfChange(problem.from, problem.to);
  const good = figuresOf(goodFromTo.exec(sentence));
  if (good !== null) return outcomeOfChange(-good.from, -good.to, good.to >= nearlyAllPercent);
  const up = goodUpTo.exec(sentence);
  if (up === null) return null;
  return up[2] === '%' && asNumber(up[1], up[2]) >= nearlyAllPercent ? 'worked' : 'partial';
}

/** "The default timeout was raised from 3s to 30s" measures nothing. */
const isSetting =
  /["“]|\b(?:limits?|default|settings?|config\w*|raised?|raising|set|setting|chang\w+|bump\w*|scal\w+|increas\w+|lower\w+|threshold|from the)\b/i;

/** Per cent. */
const nearlyAllPercent = 97;
/** Less than a tenth of what it was is as good as gone. */
const goneRatio = 0.1;

function outcomeOfChange(from: number, to: number, isComplete = false): OutcomeMeaning | null {
  if (to > from) return 'made_worse';
  if (to === from) return 'no_effect';
  return isComplete || (from > 0 && to <= from * goneRatio) ? 'worked' : 'partial';
}

function figuresOf(match: RegExpExecArray | null): { from: number; to: number } | null {
  if (match === null) return null;
  const [, from, fromUnit, to, toUnit] = match;
  return { from: asNumber(from, fromUnit ?? toUnit), to: asNumber(to, toUnit ?? fromUnit) };
}

const units: Readonly<Record<string, number>> = { k: 1_000, s: 1_000, ms: 1, '%': 1 };

function asNumber(digits: string | undefined, unit: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', '')) * (units[unit?.toLowerCase() ?? ''] ?? 1);
}
