import type { WeeklyDigest } from '../../library/digest.ts';
import { type Body, body, context, optional, type Part, section } from './limits.ts';
import { weekChart, weekNumbers } from './week-chart.ts';
import {
  draftsLine,
  outcomeSentence,
  recurringLines,
  servicesLine,
  weekSentence,
  withoutFixLines,
  workedLines,
} from './week-words.ts';
import { dayWords } from './wording.ts';

const dayMs = 86_400_000;

/** The weekly message to a channel, mostly read when its week is over. A quiet week is one line. */
export function digestBody(digest: WeeklyDigest): Body {
  const sentence = weekSentence(digest, `in the week of ${dayWords(digest.from)}`);
  const drafts = draftsLine(digest.draftsWaiting);
  if (digest.opened === 0) {
    const line = `${sentence}.${drafts === '' ? '' : ` ${drafts}`}`;
    return body(line, [section(line)]);
  }
  const parts: Part[] = [section(`*${sentence}*\n${outcomeSentence(digest)}`)];
  const chart = weekChart(digest);
  if (chart !== null) parts.push(chart);
  parts.push(context(weekNumbers(digest, 'that week')));
  for (const lines of [recurringLines(digest, 'that week'), withoutFixLines(digest), workedLines(digest)]) {
    if (lines !== '') parts.push(optional(section(lines)));
  }
  const lastDay = new Date(digest.to.getTime() - dayMs);
  const footer = [servicesLine(digest), drafts, `${dayWords(digest.from)} to ${dayWords(lastDay)}`];
  parts.push(context(...footer.filter((line) => line !== '')));
  return body(`${sentence}. ${outcomeSentence(digest)}`, parts);
}
