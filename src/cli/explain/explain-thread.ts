import { readByRules } from '../../capture/capture-by-rules.ts';
import { withIncidentContext } from '../../capture/drafts/with-incident-context.ts';
import { explainSentences } from '../../capture/explain-sentences.ts';
import { describeProblem } from '../../intake/describe-problem.ts';
import { endOf, type ImportedThread, type ThreadEnd } from '../../intake/import-thread.ts';
import type { InboxMessage } from '../../intake/messages/inbox-event.ts';
import { type Message, timeOfTs } from '../../library/message.ts';
import type { SolutionContent } from '../../library/solution.ts';

/** What capture makes of a thread, and why; `steps` and `fix` as `precedent show --json` prints them. */
export type Explanation = {
  title: string;
  symptoms: string;
  signatures: string[];
  context: SolutionContent['context'];
  root_cause: string | null;
  fix: SolutionContent['fix'];
  steps: SolutionContent['steps'];
  ended: { resolved: boolean; by: ThreadEnd['signal'] | null; ts: string | null };
  sentences: { ts: string; text: string; read_as: string; why: string }[];
};

/** By the same reading as `import`, which begins, ends and captures a thread so; an empty thread teaches nothing. */
export function explainThread(imported: ImportedThread): Explanation {
  const [root, ...replies] = imported.messages;
  if (root === undefined) return nothingToExplain;
  const end = endOf(imported);
  const thread = {
    root: toMessage(root),
    replies: replies.map(toMessage),
    openedAt: timeOfTs(root.ts),
    resolvedAt: end?.at ?? null,
  };
  const read = readByRules(thread);
  const content = withIncidentContext(describeProblem(root), read.draft.content);
  return {
    title: content.title,
    symptoms: content.symptoms,
    signatures: content.signatures,
    context: content.context,
    root_cause: content.rootCause,
    fix: content.fix,
    steps: content.steps,
    ended: { resolved: end !== null, by: end?.signal ?? null, ts: end?.ts ?? null },
    sentences: explainSentences(thread, read).map(({ ts, text, readAs, why }) => ({
      ts,
      text,
      read_as: readAs,
      why,
    })),
  };
}

function toMessage({ ts, userId, isBot, text }: InboxMessage): Message {
  return { ts, userId, isBot, text, editedAt: null };
}

const nothingToExplain: Explanation = {
  title: '',
  symptoms: '',
  signatures: [],
  context: { service: null, environment: null, severity: null },
  root_cause: null,
  fix: { immediate: null, permanent: null },
  steps: [],
  ended: { resolved: false, by: null, ts: null },
  sentences: [],
};
