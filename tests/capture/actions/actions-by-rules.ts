import { readThread } from '../../../src/capture/sentences/read-sentences.ts';
import { buildLedger } from '../../../src/capture/steps/build-ledger.ts';
import { toStep } from '../../../src/capture/steps/pending-step.ts';
import { threadOf } from '../chat-threads.ts';

/** The actions that the rules alone find in a report whose only line is this, whatever its words weigh. */
export function actionsByRules(line: string): string[] {
  const thread = threadOf([
    ['ana', 'Launches fail for all users of the notebook service'],
    ['ben', line],
    ['ana', 'Resolved.'],
  ]);
  const steps = buildLedger(readThread(thread), true).steps.map(toStep);
  return steps.filter((step) => step.outcome !== 'informational').map((step) => step.text);
}
