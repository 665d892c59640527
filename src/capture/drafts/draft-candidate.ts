import type { DraftedSolution } from '../../library/draft.ts';
import type { Incident } from '../../library/incident.ts';
import type { Message } from '../../library/message.ts';
import { visibilityOf } from '../../privacy/visibility.ts';
import type { DraftCandidate } from '../../solutions/find-duplicate.ts';
import { draftKey } from '../../solutions/upsert-draft-message.ts';
import { findChannel } from '../../store/channels/channels.ts';
import type { Scope } from '../../store/ctx.ts';
import { readOutbox } from '../../store/outbox/outbox.ts';
import type { StoredSolution } from '../../store/solutions/solutions.ts';
import { withStepFromReply } from '../steps/step-from-reply.ts';
import { withIncidentContext } from './with-incident-context.ts';

/** The draft as it would stand in the library. */
export async function draftCandidate(
  ctx: Scope,
  incident: Incident,
  before: StoredSolution | null,
  draft: DraftedSolution,
): Promise<DraftCandidate> {
  const channel = await findChannel(ctx, incident.channelId);
  return {
    content: withIncidentContext(incident, draft.content),
    proven: draft.proven,
    source: { channelId: incident.channelId, threadTs: incident.threadTs, incidentId: incident.id },
    // A channel that we do not know is treated as private.
    visibility: before?.visibility ?? (channel === null ? 'channel' : visibilityOf(channel)),
    occurredAt: incident.openedAt,
  };
}

/** Where the thread shows no step we have asked for one line; a reply to that counts as the fix. */
export async function withReply(
  ctx: Scope,
  before: StoredSolution | null,
  replies: Message[],
  draft: DraftedSolution,
): Promise<DraftedSolution> {
  if (draft.content.steps.length > 0 || before === null) return draft;
  const draftMessage = await readOutbox(ctx, draftKey(before));
  return draftMessage === null || draftMessage.ts === null
    ? draft
    : withStepFromReply(draft, replies, draftMessage.ts);
}
