import { timeOfTs } from '../../library/message.ts';
import { upsertMessage } from '../../outbox/upsert-message.ts';
import { type Backfill, type BackfillState, countBackfilled } from '../../store/channels/backfills.ts';
import type { Ctx } from '../../store/ctx.ts';
import type { Body } from '../../store/outbox/outbox.ts';

export type BackfillProgress = {
  channelId: string;
  state: BackfillState;
  messages: number;
  backTo: Date | null;
  incidents: number;
  withFix: number;
};

export type RendersBackfills = { render: { backfill: (progress: BackfillProgress) => Body } };

/** Brings the one message about it up to date, and has it sent when it changed. */
export async function upsertBackfillMessage(ctx: Ctx & RendersBackfills, run: Backfill): Promise<void> {
  await upsertMessage(ctx, {
    key: run.outboxKey,
    kind: 'notice',
    channelId: run.channelId,
    threadTs: run.threadTs,
    incidentId: null,
    solutionId: null,
    body: ctx.render.backfill({
      channelId: run.channelId,
      state: run.state,
      messages: run.messages,
      backTo: run.messages === 0 ? null : timeOfTs(run.position),
      ...(await countBackfilled(ctx.db, run)),
    }),
    mentions: [],
  });
}
