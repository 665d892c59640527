import { importAndCapture } from '../app/import-and-capture.ts';
import { normalizeMessage } from '../intake/messages/normalize-message.ts';
import { enqueueNothing } from '../store/ctx.ts';
import type { SeededWorkspace } from './sample-workspace/seed-workspace.ts';
import type { Workspace } from './start-workspace.ts';

/** The sample's past goes through the same intake and capture as an import; what the sample's people saved is saved. */
export async function importSampleThreads({ slack, bot }: Workspace, seeded: SeededWorkspace): Promise<void> {
  const ctx = { ...bot.ctx, enqueue: enqueueNothing };
  const watched = new Set<string>();
  for (const { channelId } of seeded.threads) {
    if (await bot.ctx.watch.isWatched(channelId)) watched.add(channelId);
  }
  for (const thread of seeded.threads) {
    if (!watched.has(thread.channelId)) continue;
    const messages = [];
    for (const raw of slack.thread(thread.channelId, thread.threadTs)) {
      const message = await normalizeMessage(
        bot.ctx.normalizer,
        thread.channelId,
        structuredClone(raw) as Record<string, unknown>,
      );
      messages.push(message);
    }
    const root = slack.message(thread.channelId, thread.threadTs);
    const rootReactions = (root?.reactions ?? []).map((reaction) => reaction.name);
    await importAndCapture(ctx, { messages, rootReactions }, { approve: thread.sample.saved });
  }
}
