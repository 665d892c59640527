import type { SolutionContent } from '../library/solution.ts';
import type { SourceChange } from '../library/source-change.ts';
import { digestsNaming } from '../store/outbox.ts';
import { lockSolutionsOf, retireSolution, rewriteSolution } from '../store/rewrite-solution.ts';
import { unindexSolution } from '../store/search-index.ts';
import { type StoredSolution, wasEdited } from '../store/solutions.ts';
import { captureByRules } from './capture-by-rules.ts';
import { inContextOf } from './draft-incident.ts';
import { type TellDeps, tellOfChange } from './tell-draft.ts';
import { isLost, showsFix, untitled, withoutMessage } from './without-message.ts';

/**
 * A message was edited or deleted: what rested on it alone leaves every solution, its versions and its index at
 * once, and with the last proof the solution is retired; messages of ours that showed it follow. Run in the
 * transaction that changes the message. A saved solution that nobody edited is captured anew by its own job besides.
 */
export async function followSource(deps: TellDeps, change: SourceChange): Promise<void> {
  const { channelId, ts, incident } = change;
  const taught = await lockSolutionsOf(deps.db, deps.workspaceId, {
    channelId,
    ts,
    threadTs: incident?.threadTs ?? ts,
  });
  const fresh = taught.length === 0 ? null : rereadByRules(change);
  for (const solution of taught) await followInto(deps, change, solution, fresh);
  if (ts !== (incident?.threadTs ?? ts)) return;
  const titles = [incident?.title ?? '', ...taught.map((solution) => solution.content.title)];
  for (const digest of await digestsNaming(deps.db, deps.workspaceId, titles)) {
    await deps.enqueue(deps.db, { name: 'digest', ...digest, asked: true });
  }
}

async function followInto(
  deps: TellDeps,
  change: SourceChange,
  solution: StoredSolution,
  fresh: SolutionContent | null,
): Promise<void> {
  const { db, workspaceId } = deps;
  const at = deps.now();
  const edited = await wasEdited(db, workspaceId, solution.id);
  const rootGone = change.deleted && change.ts === solution.source.threadTs;
  // Whether enough is left then is for the new capture to say.
  const capturedAnew = !edited && !rootGone && change.incident?.status === 'resolved';
  const { content, changed } = await rewriteSolution(db, solution, {
    rewrite: (said) => (rootGone && !edited ? emptied(said) : withoutMessage(said, change, fresh)),
    proven: (said) => solution.proven && (capturedAnew || showsFix(said)),
    at,
    reason: change.deleted ? 'a message was deleted' : 'a message was edited',
  });
  if (!changed) return;
  if (solution.status === 'active') {
    await unindexSolution(db, workspaceId, solution.id);
    if (!capturedAnew && isLost(solution.proven, content))
      await retireSolution(db, workspaceId, solution.id, at);
    else await deps.enqueue(db, { name: 'index', solutionId: solution.id });
  }
  await tellOfChange(deps, solution, { threadStands: !rootGone });
}

/** What the thread says now, by rules: at once, and without asking anybody. Null when its root is gone. */
function rereadByRules({ incident, thread }: SourceChange): SolutionContent | null {
  const root = thread.find((message) => message.ts === incident?.threadTs);
  if (incident === null || root === undefined) return null;
  const { openedAt, resolvedAt } = incident;
  const replies = thread.filter((message) => message !== root);
  return inContextOf(incident, captureByRules({ root, replies, openedAt, resolvedAt }).content);
}

/** The thread was taken back whole, and nobody had made it their own: that there was something is all that is kept. */
function emptied(content: SolutionContent): SolutionContent {
  return {
    ...content,
    title: untitled,
    symptoms: '',
    signatures: [],
    context: { service: null, environment: null, severity: null },
    rootCause: null,
    fix: { immediate: null, permanent: null },
    steps: [],
    tags: [],
  };
}
