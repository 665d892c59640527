import type { Incident } from '../library/incident.ts';
import { viewerOfChannel } from '../privacy/visibility.ts';
import { findChannel } from '../store/channels/channels.ts';
import type { Scope } from '../store/ctx.ts';
import { inTransaction } from '../store/ctx.ts';
import { findIncident } from '../store/incidents/incidents.ts';
import { messagesOfIncident } from '../store/incidents/messages.ts';
import { precedentsOf, savePrecedents } from '../store/precedents/precedents.ts';
import { onRequestThreshold, thresholdFor } from './answer-thresholds.ts';
import type { Problem } from './find-precedents.ts';
import { findRecurrence } from './find-recurrence.ts';
import { searchLibrary } from './search-library.ts';
import { type AnswerCtx, writeAnswer, writeRecurrence } from './write-answer.ts';

/**
 * Looks for precedents of an open incident and writes the one message that answers it, or nothing.
 * An alert that was resolved just before only says so, and where. Run twice it changes nothing; `wider` (a person asked) always ends in a message.
 */
export async function answerIncident(
  ctx: AnswerCtx,
  input: { incidentId: string; wider: boolean },
): Promise<void> {
  const incident = await findIncident(ctx, input.incidentId);
  if (incident === null || (incident.status !== 'open' && !input.wider)) return;
  const channel = await findChannel(ctx, incident.channelId);
  const viewer = viewerOfChannel(channel);
  if (!input.wider && (await precedentsOf(ctx, incident.id)).length === 0) {
    const recurrence = await findRecurrence(ctx, incident, viewer);
    if (recurrence !== null) return writeRecurrence(ctx, incident, recurrence);
  }
  const threshold = thresholdFor(channel?.answerSensitivity ?? 'normal', ctx.threshold);
  const findings = await searchLibrary(ctx, {
    viewer,
    problem: input.wider ? await problemOfThread(ctx, incident) : incident,
    now: ctx.now(),
    threshold: input.wider ? Math.min(onRequestThreshold, threshold) : threshold,
    maxBelow: 0,
    exceptThread: incident,
  });
  if (findings.silent && !input.wider) return;
  await inTransaction(ctx, async (ctx) => {
    await savePrecedents(ctx, incident.id, findings.shown, ctx.now());
    await writeAnswer(ctx, incident, input.wider);
  });
}

/** Once people have written more, their words say more than the first message did. */
async function problemOfThread(ctx: Scope, incident: Incident): Promise<Problem> {
  const messages = await messagesOfIncident(ctx, incident.id);
  const replies = messages.filter((message) => message.ts !== incident.threadTs && !message.isBot);
  return {
    ...incident,
    symptoms: [incident.symptoms, ...replies.map((message) => message.text)].join('\n').slice(0, 4_000),
  };
}
