import { PrecedentError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Gateway, Refusal } from '../slack/gateway/gateway.ts';
import type { Db } from '../store/connection/db.ts';
import {
  claimOutbox,
  dropOutbox,
  finishOutbox,
  isWithdrawn,
  type OutboxRow,
  readOutbox,
  releaseOutbox,
} from '../store/outbox/outbox.ts';

export type DeliverDeps = { db: Db; workspaceId: string; gateway: Gateway; now: () => Date; log: Log };

/** Longer than all of a call's tries together; after it, who held the message is taken for dead. */
const claimMs = 30_000;

/**
 * Brings Slack to what the outbox says: posts the message once, edits it in place, or takes it away. Throws 'unavailable'
 * while another worker has it, so that the queue comes back.
 */
export async function deliver(deps: DeliverDeps, key: string): Promise<void> {
  for (;;) {
    const now = deps.now();
    const row = await claimOutbox(deps.db, deps.workspaceId, key, {
      now,
      until: new Date(now.getTime() + claimMs),
    });
    if (row === null) return assertDelivered(deps, key);
    let sent: { ts: string } | Refusal;
    try {
      if (isWithdrawn(row)) {
        await withdraw(deps.gateway, row);
        return await dropOutbox(deps.db, deps.workspaceId, key);
      }
      sent = await send(deps.gateway, row);
    } catch (error) {
      await releaseOutbox(deps.db, deps.workspaceId, key);
      throw error;
    }
    if ('refused' in sent) {
      deps.log.warn({ key, reason: sent.refused }, 'Slack refused a message for good');
      return dropOutbox(deps.db, deps.workspaceId, key);
    }
    const settled = await finishOutbox(deps.db, deps.workspaceId, key, {
      ts: sent.ts,
      revision: row.revision,
      at: deps.now(),
    });
    if (settled) return;
    await releaseOutbox(deps.db, deps.workspaceId, key);
  }
}

async function send(gateway: Gateway, row: OutboxRow): Promise<{ ts: string } | Refusal> {
  const { channelId, threadTs, key, body } = row;
  const ts = await standsAt(gateway, row);
  return ts === null
    ? gateway.post({ channelId, threadTs, key, body })
    : gateway.update({ channelId, ts, key, body });
}

async function withdraw(gateway: Gateway, row: OutboxRow): Promise<void> {
  const ts = await standsAt(gateway, row);
  if (ts !== null) await gateway.remove({ channelId: row.channelId, ts });
}

async function standsAt(gateway: Gateway, row: OutboxRow): Promise<string | null> {
  if (row.ts !== null || row.attempts <= 1) return row.ts;
  // A try before this one may have been carried out and only its answer lost (a time-out, a kill).
  const { channelId, threadTs, key, createdAt } = row;
  return gateway.findPosted({ channelId, threadTs, key, since: createdAt });
}

async function assertDelivered(deps: DeliverDeps, key: string): Promise<void> {
  const row = await readOutbox(deps.db, deps.workspaceId, key);
  if (row !== null && (row.sentRevision === null || row.sentRevision < row.revision)) {
    throw new PrecedentError('unavailable', 'another worker is delivering this message');
  }
}
