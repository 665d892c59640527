/** What a fix is called whose thread has no words for its problem. */
export const untitledSolution = 'Untitled incident';
/** What an incident is called whose first message has none. */
export const untitledIncident = 'An incident without words';

/** A title as words of the problem: '' for one of ours that stands in for a title. */
export function titleUnlessFallback(title: string): string {
  return title === untitledSolution || title === untitledIncident ? '' : title;
}
