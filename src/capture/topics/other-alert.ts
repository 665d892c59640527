import type { ThreadMessage } from '../../library/message.ts';
import { plainText } from '../../text/plain-text.ts';
import { readContext, readSureService } from '../../text/read-context.ts';
import { alertTag } from '../patterns/noise-cues.ts';
import { namingWords, type ProblemWords } from '../summary/problem-words.ts';

/**
 * The headline of an alert that is another than what the thread began with; null for one that names anything of the
 * first problem, and for what is no alert. Where people reported it, both must name their service.
 */
export function otherAlertIn(text: string, root: ThreadMessage, first: ProblemWords): string | null {
  const headline = headlineOf(text);
  if (headline === null) return null;
  const names = namingWords(headline);
  if (names.size === 0 || [...names].some((name) => first.has(name))) return null;
  const isAlerts = root.isBot && headlineOf(root.text) !== null;
  const bothNamed = readSureService(headline) !== null && readContext(root.text).service !== null;
  return isAlerts || bothNamed ? headline : null;
}

const endTag = /^\W*(?:ok|resolved|recovered|closed|cleared)\s?[:\]]\s*/i;

/** What an alert's first line names: without its tag, and of a name in quotes nothing else. */
function headlineOf(text: string): string | null {
  const line = plainText(text.trim().split('\n')[0] ?? '').replace(/^\*|\*$/g, '');
  const tag = [alertTag, endTag].find((each) => each.test(line));
  if (tag === undefined) return null;
  const headline = line.replace(tag, '').trim();
  return /^"([^"]{3,200})"/.exec(headline)?.[1] ?? headline;
}
