import { PrecedentError } from '../errors.ts';
import type { Ctx } from '../store/ctx.ts';
import {
  claimOutbox,
  dropOutbox,
  finishOutbox,
  isWithdrawn,
  type OutboxRow,
  readOutbox,
  releaseOutbox,
} from '../store/outbox/outbox.ts';
import type { MessageGateway, Refusal } from './message-gateway.ts';

/** Longer than all of a call's tries together; after it, who held the message is taken for dead. */
const claimMs = 30_000;

/**
 * Brings Slack to what the outbox says: posts the message once, edits it in place, or takes it away. Throws 'unavailable'
 * while another worker has it, so that the queue comes back.
 */
export async function deliver(ctx: Ctx & { gateway: MessageGateway }, key: string): Promise<void> {
  for (;;) {
    const now = ctx.now();
    const row = await claimOutbox(ctx, key, {
      now,
      until: new Date(now.getTime() + claimMs),
    });
    if (row === null) return assertDelivered(ctx, key);
    let sent: { ts: string } | Refusal;
    try {
      if (isWithdrawn(row)) {
        await withdraw(ctx.gateway, row);
        return await dropOutbox(ctx, key);
      }
      sent = await send(ctx.gateway, row);
    } catch (error) {
      await releaseOutbox(ctx, key);
      throw error;
    }
    if ('refused' in sent) {
      ctx.log.warn({ key, reason: sent.refused }, 'Slack refused a message for good');
      return dropOutbox(ctx, key);
    }
    const finished = await finishOutbox(ctx, key, {
      ts: sent.ts,
      revision: row.revision,
      at: ctx.now(),
    });
    if (finished) return;
    await releaseOutbox(ctx, key);
  }
}

async function send(gateway: MessageGateway, row: OutboxRow): Promise<{ ts: string } | Refusal> {
  const { channelId, threadTs, key, body } = row;
  const ts = await postedTs(gateway, row);
  return ts === null
    ? gateway.post({ channelId, threadTs, key, body })
    : gateway.update({ channelId, ts, key, body });
}

async function withdraw(gateway: MessageGateway, row: OutboxRow): Promise<void> {
  const ts = await postedTs(gateway, row);
  if (ts !== null) await gateway.remove({ channelId: row.channelId, ts });
}

async function postedTs(gateway: MessageGateway, row: OutboxRow): Promise<string | null> {
  if (row.ts !== null || row.attempts <= 1) return row.ts;
  // A try before this one may have been carried out and only its answer lost (a time-out, a kill).
  const { channelId, threadTs, key, createdAt } = row;
  return gateway.findPosted({ channelId, threadTs, key, since: createdAt });
}

async function assertDelivered(ctx: Ctx & { gateway: MessageGateway }, key: string): Promise<void> {
  const row = await readOutbox(ctx, key);
  if (row !== null && (row.sentRevision === null || row.sentRevision < row.revision)) {
    throw new PrecedentError('unavailable', 'another worker is delivering this message');
  }
}
