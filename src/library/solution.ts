import type { Context } from '../text/context.ts';
import type { Step } from './step.ts';

/**
 * `draft`: waits for a person; `active`: in the library; `retired`: gone from it. `past`: an ended incident with nothing
 * to save, remembered all the same. A draft is remembered as a past incident, too, until it is saved.
 */
export const solutionStatuses = ['draft', 'active', 'retired', 'past'] as const;
export type SolutionStatus = (typeof solutionStatuses)[number];

/** Who put a solution into the library: a person, the bot by itself as its channel is set to, or an import. */
export type SavedBy = 'person' | 'bot' | 'import';

/** What a thread said of another problem than its own: those messages, and the first words of it. */
export type OffTopicNote = { messages: string[]; words: string };

/** What a solution says; a version is one of these, whole. All text is redacted. */
export type SolutionContent = {
  title: string;
  symptoms: string;
  /** Normalised error signatures, as `extractSignatures` gives them. */
  signatures: string[];
  context: Context;
  rootCause: string | null;
  fix: { immediate: string | null; permanent: string | null };
  steps: Step[];
  tags: string[];
  /** The messages (ts) that a model cited for the cause and the lasting fix; none for what a person wrote. */
  shownBy?: { rootCause: string[]; permanent: string[] };
  /** None where the thread kept to one problem. */
  leftOut?: OffTopicNote;
};

/** Where a solution came from: the thread of the incident that it was made of. */
export type SolutionSource = { channelId: string; threadTs: string; incidentId: string | null };

export type Solution = {
  workspaceId: string;
  id: string;
  status: SolutionStatus;
  version: number;
  content: SolutionContent;
  source: SolutionSource;
  /** `workspace`: anyone of the workspace may see it; `channel`: only who may see the source channel. */
  visibility: 'workspace' | 'channel';
  timeToResolutionMinutes: number | null;
  /** When the incident began. */
  occurredAt: Date;
  createdAt: Date;
  updatedAt: Date;
};

/** Whether it says anything that somebody could do; a cause alone, or a fix for good, is not enough to save. */
export function hasFix({ steps, fix }: Pick<SolutionContent, 'steps' | 'fix'>): boolean {
  return steps.length > 0 || fix.immediate !== null;
}

export function stepsThatFailed(content: SolutionContent): Step[] {
  return content.steps.filter((step) => step.outcome === 'no_effect' || step.outcome === 'made_worse');
}

export function stepsThatWorked(content: SolutionContent): Step[] {
  return content.steps.filter((step) => step.outcome === 'worked' || step.outcome === 'partial');
}
