import { PrecedentError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/db.ts';
import {
  claimOutbox,
  dropOutbox,
  finishOutbox,
  type OutboxRow,
  readOutbox,
  releaseOutbox,
} from '../store/outbox.ts';
import type { Gateway, Refusal } from './gateway.ts';

export type DeliverDeps = { db: Db; workspaceId: string; gateway: Gateway; now: () => Date; log: Log };

/** Longer than all of a call's tries together; after it, who held the message is taken for dead. */
const claimMs = 30_000;

/**
 * Brings Slack to what the outbox says: posts the message once, or edits it in place. Throws 'unavailable'
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
  if (row.ts !== null) return gateway.update({ channelId, ts: row.ts, key, body });
  if (row.attempts > 1) {
    // A try before this one may have been carried out and only its answer lost (a time-out, a kill).
    const posted = await gateway.findPosted({ channelId, threadTs, key, since: row.createdAt });
    if (posted !== null) return gateway.update({ channelId, ts: posted, key, body });
  }
  return gateway.post({ channelId, threadTs, key, body });
}

async function assertDelivered(deps: DeliverDeps, key: string): Promise<void> {
  const row = await readOutbox(deps.db, deps.workspaceId, key);
  if (row !== null && (row.sentRevision === null || row.sentRevision < row.revision)) {
    throw new PrecedentError('unavailable', 'another worker is delivering this message');
  }
}
