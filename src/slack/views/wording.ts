import type { Effectiveness } from '../../library/effectiveness.ts';
import type { StepOutcome } from '../../library/step.ts';
import { escapeMrkdwn } from './escape.ts';

export const outcomeIcons: Readonly<Record<StepOutcome, string>> = {
  worked: ':white_check_mark:',
  partial: ':large_yellow_circle:',
  no_effect: ':heavy_minus_sign:',
  made_worse: ':no_entry:',
  informational: ':mag_right:',
  unknown: ':grey_question:',
};

/** "worked 6 of 8, partly 1": every verdict is in the second number, only ✅ in the first. */
export function effectivenessWords(counts: Pick<Effectiveness, 'worked' | 'partial' | 'failed'>): string {
  const all = counts.worked + counts.partial + counts.failed;
  if (all === 0) return 'not yet tried again';
  const partly = counts.partial > 0 ? `, partly ${counts.partial}` : '';
  return `worked ${counts.worked} of ${all}${partly}`;
}

/** "Probably the same as"; how sure in percent, `confidencePercent` says to who asks. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 0.9) return 'Very likely the same as';
  return confidence >= 0.65 ? 'Probably the same as' : 'Possibly the same as';
}

/** "78%"; never 0 nor 100, which nobody can know. */
export function confidencePercent(confidence: number): string {
  return `${Math.min(99, Math.max(1, Math.round((Number.isFinite(confidence) ? confidence : 0) * 100)))}%`;
}

/** "25 min", "2 h 10 min", "3 d 4 h". */
export function durationWords(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  if (whole < 60) return `${whole} min`;
  const hours = Math.floor(whole / 60);
  if (hours < 24) return whole % 60 === 0 ? `${hours} h` : `${hours} h ${whole % 60} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "3 Mar 2026", in UTC. */
export function dateWords(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'an unknown day' : `${dayWords(date)} ${date.getUTCFullYear()}`;
}

/** "3 Mar", in UTC. */
export function dayWords(date: Date): string {
  return Number.isNaN(date.getTime()) ? '?' : `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

/** "today", "5 days ago", "8 months ago". */
export function ageWords(days: number): string {
  const whole = Math.max(0, Math.floor(days));
  if (whole === 0) return 'today';
  if (whole < 60) return whole === 1 ? 'yesterday' : `${whole} days ago`;
  return whole < 730 ? `${Math.round(whole / 30.4)} months ago` : `${Math.round(whole / 365)} years ago`;
}

/** "once", "3 times". */
export function timesWords(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** "82%" of a share from 0 to 1; never 100, which two threads never are. */
export function percent(share: number): string {
  return `${Math.min(99, Math.max(0, Math.round(share * 100)))}%`;
}

/** "1 incident", "2 incidents". */
export function pluralize(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Our own link; the label alone when the address is none that is safe to press. */
export function link(url: string | null, label: string): string {
  const shown = titleWords(label.replaceAll('|', '¦').replaceAll('`', ''), 200);
  if (url === null || url.length > 1_000 || !/^https?:\/\/[^\s<>|]+$/.test(url)) return shown;
  return `<${url.replaceAll('&amp;', '&').replaceAll('&', '&amp;')}|${shown}>`;
}

/** A mention of one person, who must be named by a Slack id; "someone" otherwise. */
export function person(userId: string | null): string {
  return userId !== null && /^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : 'someone';
}

/** A channel by its id, or by its name where the id is none. */
export function channelLink(channelId: string, name: string): string {
  return /^[CGD][A-Z0-9]+$/.test(channelId) ? `<#${channelId}>` : `#${escapeMrkdwn(name, 80)}`;
}

/** A title in one escaped line; never empty. */
export function titleWords(title: string, max: number): string {
  return oneLine(title, max) || 'Untitled';
}

/** One line of escaped text. */
export function oneLine(text: string, max: number): string {
  return escapeMrkdwn(text.replace(/\s+/g, ' ').trim(), max);
}
