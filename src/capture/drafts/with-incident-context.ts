import type { Incident } from '../../library/incident.ts';
import type { SolutionContent } from '../../library/solution.ts';

/** An alert's labels know the service better than any reading of the thread. */
export function withIncidentContext(
  incident: Pick<Incident, 'context'>,
  content: SolutionContent,
): SolutionContent {
  return {
    ...content,
    context: {
      service: incident.context.service ?? content.context.service,
      environment: incident.context.environment ?? content.context.environment,
      severity: incident.context.severity ?? content.context.severity,
    },
  };
}
