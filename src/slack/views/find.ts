import type { PrecedentView } from '../../match/describe-precedents.ts';
import { safeFixInWords } from './fix-words.ts';
import { type Body, body, context, optional, type Part, section } from './limits.ts';
import { confidenceOf, precedentDetails, precedentLine } from './precedent-parts.ts';
import { confidenceWords, oneLine, titleWords } from './wording.ts';

/** `below`: what was nearest without being near enough, the nearest first. `precedents` is empty when `silent`. */
export type FindView = {
  query: string;
  precedents: PrecedentView[];
  silent: boolean;
  below: PrecedentView[];
};

/** The answer to `/precedent <symptoms>`, which only the asker sees. */
export function findBody(view: FindView): Body {
  const [best, ...others] = view.silent ? [] : view.precedents;
  const query = oneLine(view.query, 200);
  if (best === undefined) return nothing(query, view.below);
  const parts: Part[] = precedentDetails(best);
  for (const other of others.slice(0, 2)) parts.push(optional(section(`Or: ${precedentLine(other)}`)));
  parts.push(context(`For “${query}”. Only you see this.`));
  const fix = best.isPastIncident ? null : safeFixInWords(best.content, 150);
  const title = `${confidenceWords(confidenceOf(best))} ${titleWords(best.title, 90)}`;
  return body(fix === null ? `${title}; no fix was written down` : `${title}. Fix: ${fix}`, parts);
}

function nothing(query: string, below: PrecedentView[]): Body {
  const line = `Nothing is near enough to “${query}”.`;
  const parts: Part[] = [section(line)];
  if (below.length > 0) {
    const nearest = below.slice(0, 2).map((view) => `• ${precedentLine(view)}`);
    parts.push(optional(section(`Nearest, but I would not count on it:\n${nearest.join('\n')}`)));
  } else {
    parts.push(context('An exact error message finds more than a description does.'));
  }
  return body(line, parts);
}
