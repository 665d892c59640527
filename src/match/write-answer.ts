import type { Embedder } from '../embed/embedder.ts';
import type { Histogram } from '../library/histogram.ts';
import type { Incident } from '../library/incident.ts';
import { upsertMessage } from '../outbox/upsert-message.ts';
import { shownPrecedents } from '../solutions/shown-precedents.ts';
import type { Ctx } from '../store/ctx.ts';
import { type Body, lockOutbox } from '../store/outbox/outbox.ts';
import { describePrecedents, type PrecedentView } from './describe-precedents.ts';
import type { Recurrence } from './find-recurrence.ts';

export type AnswerCtx = Ctx & {
  /** Ends with a slash. */
  workspaceUrl: string;
  embedder: Embedder;
  threshold?: number;
  searchSeconds?: Histogram;
  render: {
    answer: (answer: { incidentId: string; wider: boolean; precedents: PrecedentView[] }) => Body;
    again: (recurrence: Recurrence) => Body;
  };
};

/** The outbox key of an incident's one message. */
export function answerKey(incidentId: string): string {
  return `answer:${incidentId}`;
}

/** Writes the incident's one message as its precedents stand now, and has it sent when it changed. */
export async function writeAnswer(ctx: AnswerCtx, incident: Incident, wider: boolean): Promise<void> {
  const key = answerKey(incident.id);
  await lockOutbox(ctx, key);
  const { kept, shown } = await shownPrecedents(ctx, incident);
  const precedents = await describePrecedents(ctx, shown, incident.context);
  const body = ctx.render.answer({ incidentId: incident.id, wider, precedents });
  // Also those that it cannot show now: one that comes back has the answer looked at again.
  const mentioned = kept.map(({ solutionId }) => solutionId);
  await writeAnswerBody(ctx, incident, body, { about: precedents[0]?.solutionId ?? null, mentioned });
}

/** Writes the incident's one message as the line that says "again". */
export function writeRecurrence(ctx: AnswerCtx, incident: Incident, recurrence: Recurrence): Promise<void> {
  const { fix } = recurrence;
  const about = fix === null ? null : fix.solutionId;
  const mentioned = about === null ? [] : [about];
  return writeAnswerBody(ctx, incident, ctx.render.again(recurrence), { about, mentioned });
}

/** What the incident's one message says from now on; `about` is the solution that it shows first. */
function writeAnswerBody(
  ctx: AnswerCtx,
  incident: Incident,
  body: Body,
  { about, mentioned }: { about: string | null; mentioned: string[] },
): Promise<void> {
  const { channelId, threadTs, id: incidentId } = incident;
  return upsertMessage(ctx, {
    key: answerKey(incidentId),
    kind: 'answer',
    channelId,
    threadTs,
    incidentId,
    solutionId: about,
    body,
    mentions: mentioned.map((id) => ({ kind: 'solution', id })),
  });
}
