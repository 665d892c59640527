import { expandAttachmentNames, stripAttachmentNames } from '../../text/attachment-names.ts';
import { untitledSolution } from '../../text/fallback-titles.ts';
import { boldHeadline, plainText } from '../../text/plain-text.ts';
import { statesProblem } from '../../text/problem-cues.ts';
import { alertTag, noiseLines, rootNoise } from '../patterns/noise-cues.ts';
import { titleOpener } from '../patterns/opener-cues.ts';

const maxTitleChars = 120;

/**
 * A title a person would have chosen: the headline of the first message, or its first sentence, cut between clauses;
 * at most 120 characters, without code marks and an alert's tag, link and labels.
 */
export function draftTitle(text: string): string {
  const bold = boldHeadline.exec(text)?.[1];
  const textLines = symptomLines(stripAttachmentNames(text));
  const lines = textLines.length > 0 ? textLines : symptomLines(text);
  const line = withoutOpener((bold === undefined ? undefined : tidy(plainText(bold))) ?? lines[0] ?? '');
  const headline = alertTag.test(plainText(line))
    ? withoutLabels(line.replace(alertTag, ''))
    : isAlert(text)
      ? withoutLabels(line)
      : line;
  const stripped = headline.replace(/\s*\(<?https?:[^\s)]{1,2000}\)/g, '');
  const sentence =
    stripped.length > maxTitleChars
      ? (/^.{20,118}?[.!?](?=\s)/.exec(maskCode(stripped))?.[0].length ?? stripped.length)
      : stripped.length;
  const title = truncateAtClause(stripped.slice(0, sentence)).replace(/[.:;,\s—–-]+$/, '');
  return title === '' ? untitledSolution : title;
}

/** "Hey guys, sorry for the stupid question, but …" without what is said before the problem, if enough is left. */
function withoutOpener(line: string): string {
  const rest = line.replace(/^<?@\w+>?[,:]?\s+/, '').replace(titleOpener, '');
  return rest.length >= minTitleChars ? rest : line;
}

/** The problem as the next person would meet it: the first message without impact lines, links and repeats; at most 1,500 characters. */
export function draftSymptoms(text: string): string {
  const kept: string[] = [];
  for (const line of symptomLines(text)) {
    const isRepeat = kept.some((other) => line.startsWith(other.replace(/[.…]+$/, '')) && other.length > 10);
    if (isRepeat)
      kept.splice(
        kept.findIndex((other) => line.startsWith(other.replace(/[.…]+$/, ''))),
        1,
      );
    if (!kept.includes(line)) kept.push(line);
  }
  return truncate(kept.join('\n'), 1_500);
}

/** Whether a first message has no words of its own: a picture, a link, an emoji. */
export function hasNoText(text: string): boolean {
  return !symptomLines(stripAttachmentNames(text)).some((line) => /\p{L}{2}/u.test(line));
}

function symptomLines(text: string): string[] {
  const alert = isAlert(text);
  return expandAttachmentNames(text.slice(0, 8_000))
    .replace(boldHeadline, (_, headline: string) => `${headline.replaceAll('\n', ' ')}\n`)
    .replaceAll('```', '\n')
    .split('\n')
    .filter((line) => !rootNoise.some((rule) => rule.pattern.test(plainText(line))))
    .filter((line) => !noiseLines.some((rule) => rule.pattern.test(line.trim())))
    .map((line) => tidy(plainText(line)))
    .map((line) => (alert ? withoutTagAndLinks(line) : line))
    .filter((line) => line !== '');
}

function isAlert(text: string): boolean {
  return alertTag.test(plainText(text.slice(0, 300)).trimStart());
}

function withoutTagAndLinks(line: string): string {
  return line
    .replace(alertTag, '')
    .replace(/\s*\(?<?https?:[^\s)>]{1,2000}[>)]*/g, '')
    .trim();
}

/** "RedisDown checkout (prod redis critical)" without the values of its labels. */
function withoutLabels(title: string): string {
  const stripped = title.replace(/\s*\(?https?:[^\s)]{1,2000}\)?/g, '').trim();
  const shortened = stripped.replace(/\s*\([^()\n]{1,200}\)$/, '').trim();
  return shortened === '' ? stripped : shortened;
}

function tidy(line: string): string {
  return line
    .replace(/^\*([^*\n]+[^\s*])\*$/, '$1')
    .replace(/^(?:[-•>#\s]+|\*\s+)/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text with its code spans blanked, place for place. */
function maskCode(text: string): string {
  return text.replace(/`[^`\n]{1,600}`/g, (span) => 'x'.repeat(span.length));
}

const minTitleChars = 15;

/** As many whole clauses as fit, and the half that states the problem when the first does not. */
function truncateAtClause(text: string): string {
  if (text.replaceAll('`', '').length <= maxTitleChars) return text.replaceAll('`', '');
  const outside = boundariesOf(maskCode(text));
  const first = outside[0];
  if (first !== undefined && !statesProblem(text.slice(0, first.start))) {
    const rest = text.slice(first.end).trim();
    if (rest.length >= minTitleChars && statesProblem(rest)) return truncateAtClause(rest);
  }
  const inside = boundariesOf(text).filter((each) => isBetweenWords(text, each.start));
  const fits = (each: { start: number }) =>
    each.start >= minTitleChars && text.slice(0, each.start).replaceAll('`', '').length <= maxTitleChars;
  const end = outside.findLast(fits)?.start ?? inside.findLast(fits)?.start;
  return end === undefined
    ? truncate(text.replaceAll('`', ''), maxTitleChars)
    : text.slice(0, end).replaceAll('`', '');
}

function boundariesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\s?[—–;]\s|[:,]\s|\s-\s|\s\(/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** "java.lang.X: message" may be cut after the class, but not a list of addresses or a bracket. */
function isBetweenWords(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.split('[').length === before.split(']').length;
}

function truncate(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const shortened = text.slice(0, maxChars - 1);
  const blank = shortened.lastIndexOf(' ');
  return `${shortened.slice(0, blank > maxChars / 3 ? blank : maxChars - 1).trimEnd()}…`;
}
