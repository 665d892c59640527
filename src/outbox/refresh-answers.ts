import type { Ctx } from '../store/ctx.ts';
import {
  incidentsAnsweredWith,
  incidentsElsewhereAnsweredFrom,
} from '../store/outbox/messages-mentioning.ts';

/** Of a fix that is shown a lot, numbers that moved are not worth a new look at every old answer. */
const newestAnswers = 50;

/** What a solution says changed, or it may be shown no longer: every answer that shows it is looked at anew. */
export async function refreshAnswers(ctx: Ctx, solutionId: string): Promise<void> {
  await refresh(ctx, await incidentsAnsweredWith(ctx, solutionId));
}

/** The numbers behind a solution changed: the newest answers that show it follow. */
export async function refreshNewestAnswers(ctx: Ctx, solutionId: string): Promise<void> {
  await refresh(ctx, await incidentsAnsweredWith(ctx, solutionId, { newest: newestAnswers }));
}

/** What this channel taught is for itself from now on: the answers of other channels that show it are looked at anew. */
export async function refreshAnswersElsewhere(ctx: Ctx, channelId: string): Promise<void> {
  await refresh(ctx, await incidentsElsewhereAnsweredFrom(ctx, channelId));
}

async function refresh(ctx: Ctx, incidentIds: string[]): Promise<void> {
  for (const incidentId of incidentIds) await ctx.enqueue({ name: 'refresh-answer', incidentId });
}
