import type { PrecedentView } from '../../match/describe-precedents.ts';
import { safeFixInWords } from './fix-words.ts';
import { type Body, body, context, optional, type Part, section } from './limits.ts';
import { confidenceOf, precedentDetails, precedentLine } from './precedent-parts.ts';
import { confidenceWords, oneLine, titleWords } from './wording.ts';

/** `precedents` is empty when `silent`. */
export type FindView = { query: string; precedents: PrecedentView[]; silent: boolean };

/** The answer to `/precedent <symptoms>`, which only the asker sees. */
export function findBody(view: FindView): Body {
  const [best, ...others] = view.silent ? [] : view.precedents;
  const query = oneLine(view.query, 200);
  if (best === undefined) return nothing(query);
  const parts: Part[] = precedentDetails(best);
  for (const other of others.slice(0, 2)) parts.push(optional(section(`Or: ${precedentLine(other)}`)));
  parts.push(context(`For “${query}”. Only you see this.`));
  const fix = best.isPastIncident ? null : safeFixInWords(best.content, 150);
  const title = `${confidenceWords(confidenceOf(best))} ${titleWords(best.title, 90)}`;
  return body(fix === null ? `${title}; no fix was written down` : `${title}. Fix: ${fix}`, parts);
}

/** What is hardly near is not offered: half asleep, somebody would try it. */
function nothing(query: string): Body {
  const line = `Nothing is near enough to “${query}”.`;
  return body(line, [section(line), context('An exact error message finds more than a description does.')]);
}
