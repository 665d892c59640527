import { plainText } from './plain-text.ts';
import { noiseLines, rootNoise } from './rules/noise-cues.ts';

/** A title a person would have chosen: the headline of the first message, or its first sentence; at most 120 characters. */
export function draftTitle(text: string): string {
  const bold = /^\s*(?::[a-z0-9_+-]+:\s*)*\*(?=\S)([\s\S]{3,300}?)\*\s*(?:\n|$)/i.exec(text)?.[1];
  const lines = symptomLines(text);
  const line = (bold === undefined ? undefined : tidy(plainText(bold))) ?? lines[0] ?? '';
  const sentence = line.length > 120 ? (/^.{20,118}?[.!?](?=\s)/.exec(line)?.[0] ?? line) : line;
  const title = cut(sentence.replace(/[.:;,\s]+$/, ''), 120);
  return title === '' ? 'Untitled incident' : title;
}

/** The trouble as the next person would meet it: the first message without impact lines, links and repeats; at most 1,500 characters. */
export function draftSymptoms(text: string): string {
  const seen: string[] = [];
  for (const line of symptomLines(text)) {
    const isRepeat = seen.some((other) => line.startsWith(other.replace(/[.…]+$/, '')) && other.length > 10);
    if (isRepeat)
      seen.splice(
        seen.findIndex((other) => line.startsWith(other.replace(/[.…]+$/, ''))),
        1,
      );
    if (!seen.includes(line)) seen.push(line);
  }
  return cut(seen.join('\n'), 1_500);
}

function symptomLines(text: string): string[] {
  return text
    .slice(0, 8_000)
    .replaceAll('```', '\n')
    .split('\n')
    .filter((line) => !rootNoise.some((rule) => rule.pattern.test(plainText(line))))
    .filter((line) => !noiseLines.some((rule) => rule.pattern.test(line.trim())))
    .map((line) => tidy(plainText(line)))
    .filter((line) => line !== '');
}

function tidy(line: string): string {
  return line
    .replace(/^\*|\*$/g, '')
    .replace(/^(?:[-•>#\s]+)/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const short = text.slice(0, most - 1);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), most - 30)).trimEnd()}…`;
}
