import type { SolutionContent, SolutionSource } from '../library/solution.ts';
import { featuresOfSolution } from '../library/solution-features.ts';
import type { Scope } from '../store/ctx.ts';
import { messagesOfIncident } from '../store/incidents/messages.ts';
import { documentOf, type SearchDocument } from '../text/search-document.ts';

/** What the index keeps of a solution: its own words and, low, those of the thread it was captured from. */
export async function solutionDocument(
  scope: Scope,
  solution: { content: SolutionContent; source: Pick<SolutionSource, 'incidentId'> },
): Promise<SearchDocument> {
  const thread = await threadTexts(scope, solution.source.incidentId);
  return documentOf(featuresOfSolution(solution.content, thread));
}

/** What people and alerts wrote in an incident's thread, as far as it is still kept; its first message, then people's words. */
export async function threadTexts(scope: Scope, incidentId: string | null): Promise<string[]> {
  if (incidentId === null) return [];
  const messages = await messagesOfIncident(scope, incidentId);
  return messages.filter(({ isBot }, place) => place === 0 || !isBot).map(({ text }) => text);
}
