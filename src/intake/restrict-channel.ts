import type { Enqueue } from '../library/job.ts';
import { changeChannel } from '../store/channels/channels.ts';
import type { Db } from '../store/connection/db.ts';
import { incidentsElsewhereOffered } from '../store/outbox/drafts-mentioning.ts';
import { digestsNaming } from '../store/outbox/outbox.ts';
import { incidentsElsewhereShowing } from '../store/precedents/precedents.ts';
import { setVisibilityOfChannel, titlesOfChannel } from '../store/solutions/solutions.ts';
import { separateChannel } from '../store/solutions/unlink-occurrences.ts';

export type CloseDeps = { db: Db; workspaceId: string; enqueue: Enqueue<Db>; now: () => Date };

/**
 * A channel turned private or is shared with another company: what it taught is for itself from now on, and what we
 * said of it elsewhere is edited. What was counted across its border is a draft again. There is no way back: what becomes public again was still said among few.
 */
export async function closeChannel(
  deps: CloseDeps,
  channelId: string,
  as: { isPrivate?: true; isExtShared?: true },
): Promise<void> {
  const { workspaceId } = deps;
  await deps.db.transaction(async (tx) => {
    if (Object.keys(as).length > 0) await changeChannel(tx, workspaceId, channelId, as);
    await setVisibilityOfChannel(tx, workspaceId, channelId, 'channel');
    const at = deps.now();
    for (const { solutionId, incidentId } of await separateChannel(tx, workspaceId, channelId, at)) {
      if (incidentId !== null) await deps.enqueue(tx, { name: 'capture', incidentId, changed: true });
      await deps.enqueue(tx, { name: 'index', solutionId });
    }
    for (const incidentId of await incidentsElsewhereOffered(tx, workspaceId, channelId)) {
      await deps.enqueue(tx, { name: 'capture', incidentId, changed: true });
    }
    for (const incidentId of await incidentsElsewhereShowing(tx, workspaceId, channelId)) {
      await deps.enqueue(tx, { name: 'answer', incidentId, retell: true });
    }
    const titles = await titlesOfChannel(tx, workspaceId, channelId);
    for (const digest of await digestsNaming(tx, workspaceId, titles)) {
      if (digest.channelId !== channelId) await deps.enqueue(tx, { name: 'digest', ...digest, asked: true });
    }
  });
}
