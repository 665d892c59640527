import type { WeeklyDigest } from '../../library/digest.ts';
import {
  channelLink,
  durationWords,
  effectivenessWords,
  link,
  oneLine,
  pluralize,
  titleWords,
} from './wording.ts';

/**
 * The week in one sentence: how many, against the weeks before, and what came most. Escaped, without a full
 * stop. `when` names the week; one `soFar` is compared only where it is above the usual already.
 */
export function weekSentence(digest: WeeklyDigest, when: string, soFar = false): string {
  const named = soFar ? `${when} so far` : when;
  if (digest.opened === 0) return `No incidents ${named}`;
  const count = `${pluralize(digest.opened, 'incident')} ${named}`;
  const compared = comparedWords(digest, soFar);
  const [mostFrequent] = digest.recurring.toSorted((a, b) => b.countThisWeek - a.countThisWeek);
  const same =
    mostFrequent !== undefined && mostFrequent.countThisWeek > 1
      ? `; ${mostFrequent.countThisWeek} were the same: ${titleWords(mostFrequent.title, 120)}`
      : '';
  return `${count}${compared}${same}`;
}

/** ", 4 more than usual"; '' without weeks to compare. Usual is the mean of the weeks before. */
function comparedWords(digest: WeeklyDigest, soFar: boolean): string {
  const before = digest.openedBefore;
  const sum = before.reduce((total, count) => total + count, 0);
  if (before.length === 0 || sum === 0) return '';
  const difference = Math.round(digest.opened - sum / before.length);
  if (soFar) return difference > 0 ? `, already ${difference} more than usual` : '';
  if (difference === 0) return ', about as usual';
  return difference > 0 ? `, ${difference} more than usual` : `, ${-difference} fewer than usual`;
}

/** "7 resolved · 4 answered with a past fix · half were over within 38 min". */
export function outcomeSentence(digest: WeeklyDigest): string {
  const words = [`${digest.resolved} resolved`, `${digest.answered} answered with a past fix`];
  const { minutesToResolve: now, minutesToResolveBefore: before } = digest;
  if (now !== null) {
    const than = before === null ? '' : ` (before: ${durationWords(before)})`;
    words.push(`half were over within ${durationWords(now)}${than}`);
  }
  return words.join(' · ');
}

/** Each list is '' when there is nothing to say. */
export function recurringLines(digest: WeeklyDigest, when = 'this week'): string {
  const lines = digest.recurring.slice(0, 5).map((item) => {
    const ofThem = item.countThisWeek === item.count ? 'all' : item.countThisWeek;
    return `• ${link(item.permalink, item.title)} – ${item.count} times, ${ofThem} ${when}`;
  });
  return titled('Keeps coming back', lines);
}

export function workedLines(digest: WeeklyDigest): string {
  const lines = digest.worked
    .slice(0, 5)
    .map((item) => `• ${link(item.permalink, item.title)} – ${effectivenessWords(item.effectiveness)}`);
  return titled('What worked', lines);
}

export function withoutFixLines(digest: WeeklyDigest): string {
  const lines = digest.withoutFix
    .slice(0, 5)
    .map((item) => `• ${link(item.permalink, item.title)}${item.count > 1 ? ` – ${item.count} times` : ''}`);
  return titled('No proven fix yet', lines);
}

export function servicesLine(digest: WeeklyDigest): string {
  const busiest = digest.services.filter((item) => item.count > 0).slice(0, 5);
  const words = busiest.map((item) => {
    const usual = item.weeklyMeanBefore > 0 ? ` (usually ${Number(item.weeklyMeanBefore.toFixed(1))})` : '';
    return `${oneLine(item.service, 60)} ${item.count}${usual}`;
  });
  return words.length === 0 ? '' : `By service: ${words.join(' · ')}`;
}

export function draftsLine(count: number): string {
  if (count === 0) return '';
  return `${pluralize(count, 'draft waits', 'drafts wait')} to be saved: \`/precedent drafts\``;
}

export function channelOf(digest: WeeklyDigest): string {
  return channelLink(digest.channelId, digest.channelName);
}

function titled(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : `*${title}*\n${lines.join('\n')}`;
}
