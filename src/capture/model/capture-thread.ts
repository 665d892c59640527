import type { DraftedSolution } from '../../library/draft.ts';
import type { Model } from '../../llm/model.ts';
import type { Log } from '../../log.ts';
import { captureByRules } from '../capture-by-rules.ts';
import type { CapturedThread } from '../sentences/read-sentences.ts';
import { captureWithModel } from './capture-with-model.ts';

type CaptureTools = { model: Model | null; log: Pick<Log, 'warn'> };

/**
 * What a thread teaches: the model's reading where there is a model and its reading is supported by the thread,
 * otherwise the rules'. Never throws because of the model.
 */
export async function captureThread(
  thread: CapturedThread,
  { model, log }: CaptureTools,
): Promise<DraftedSolution> {
  const byRules = captureByRules(thread);
  if (model === null) return byRules;
  try {
    const byModel = await captureWithModel(thread, model, byRules);
    return byModel.content.steps.length > 0 ? byModel : byRules;
  } catch (error) {
    log.warn({ model: model.name, threadTs: thread.root.ts, err: error }, 'capture fell back to the rules');
    return byRules;
  }
}
