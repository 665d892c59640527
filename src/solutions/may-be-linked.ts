import type { Scope } from '../store/ctx.ts';
import { wasEdited } from '../store/solutions/solution-versions.ts';
import type { StoredSolution } from '../store/solutions/solutions.ts';

/** Whether the bot may link it to a solution by itself: what a person wrote or marked distinct is theirs to decide. */
export async function mayBeLinked(ctx: Scope, draft: StoredSolution): Promise<boolean> {
  return !draft.isDistinct && !(await wasEdited(ctx, draft.id));
}
