import type { Message } from '../../library/message.ts';
import { plainText } from '../../text/plain-text.ts';
import { readContext, readExplicitService } from '../../text/read-context.ts';
import { alertTag } from '../patterns/noise-cues.ts';
import { distinctiveTerms, type ProblemWords } from '../summary/problem-words.ts';

/**
 * The headline of an alert that is another than what the thread began with; null for one that names anything of the
 * first problem, and for what is no alert. Where people reported it, both must name their service.
 */
export function findOtherAlert(text: string, root: Message, firstProblem: ProblemWords): string | null {
  const headline = headlineOf(text);
  if (headline === null) return null;
  const names = distinctiveTerms(headline);
  if (names.size === 0 || [...names].some((name) => firstProblem.has(name))) return null;
  const isRootAlert = root.isBot && headlineOf(root.text) !== null;
  const bothNameService = readExplicitService(headline) !== null && readContext(root.text).service !== null;
  return isRootAlert || bothNameService ? headline : null;
}

const resolvedTag = /^\W*(?:ok|resolved|recovered|closed|cleared)\s?[:\]]\s*/i;

/** What an alert's first line names: without its tag, and of a name in quotes nothing else. */
function headlineOf(text: string): string | null {
  const line = plainText(text.trim().split('\n')[0] ?? '').replace(/^\*|\*$/g, '');
  const tag = [alertTag, resolvedTag].find((each) => each.test(line));
  if (tag === undefined) return null;
  const headline = line.replace(tag, '').trim();
  return /^"([^"]{3,200})"/.exec(headline)?.[1] ?? headline;
}
