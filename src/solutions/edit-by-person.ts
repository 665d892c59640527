import { PrecedentError } from '../errors.ts';
import type { SolutionContent } from '../library/solution.ts';
import type { Directory } from '../privacy/directory.ts';
import { findViewerNow } from '../privacy/find-viewer-now.ts';
import type { Ctx } from '../store/ctx.ts';
import { findSolution } from '../store/solutions/solutions.ts';
import { editSolution } from './edit-solution.ts';
import { type RedactsThreads, redactContent } from './redact-content.ts';
import type { RendersDrafts } from './upsert-draft-message.ts';

/**
 * Saves what a person made of a solution in a form, redacted, if they may still see it. `change` makes the new content
 * out of what stands, and may throw. Throws also what `editSolution` throws.
 */
export async function editByPerson(
  ctx: Ctx & RendersDrafts & RedactsThreads & { gateway: Directory },
  input: {
    solutionId: string;
    version: number;
    userId: string;
    change: (before: SolutionContent) => SolutionContent;
  },
): Promise<void> {
  const { solutionId, version, userId } = input;
  const viewer = await findViewerNow(ctx, { userId, solutionIds: [solutionId] });
  const before = await findSolution(ctx, solutionId, viewer);
  if (before === null) {
    throw new PrecedentError(
      'not_found',
      'This fix is gone, or from a channel that you are no longer in. Nothing of yours was saved: copy what you wrote.',
    );
  }
  const content = await redactContent(ctx, input.change(before.content), before.source);
  await editSolution(ctx, { solutionId, version, content, by: userId, viewer });
}
