import { PrecedentError } from '../errors.ts';
import { describeError } from '../log.ts';

/** What pg-boss hears of a job. It stores `output`, which therefore holds no message's text. */
export type JobResult = { id: string; status: 'completed' } | FailedJob;
type FailedJob = { id: string; status: 'failed'; output: { failure: string } };

/** Runs a job's work. Whatever is thrown is a failure, which the queue tries again: nothing thrown means "done". */
export async function runJob(
  id: string,
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): Promise<JobResult> {
  try {
    await work();
    return { id, status: 'completed' };
  } catch (error) {
    onFailure(error);
    return { id, status: 'failed', output: { failure: describeFailure(error) } };
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof PrecedentError) return `${error.code}: ${error.message}`;
  return String(describeError(error).type ?? 'error');
}
