import { learnThread } from '../app/learn-thread.ts';
import { readInto } from '../intake/messages/normalize-event.ts';
import { enqueueNothing } from '../store/ctx.ts';
import type { LaidDown } from './sample-workspace/lay-down.ts';
import type { Workspace } from './start-workspace.ts';

/** The sample's past goes through the same intake and capture as an import; what the sample's people saved is saved. */
export async function learnHistory({ slack, bot }: Workspace, laidDown: LaidDown): Promise<void> {
  const deps = { ...bot.ctx, enqueue: enqueueNothing };
  const watched = new Set<string>();
  for (const { channelId } of laidDown.threads) {
    if (await bot.ctx.watch.isWatched(channelId)) watched.add(channelId);
  }
  for (const thread of laidDown.threads) {
    if (!watched.has(thread.channelId)) continue;
    const messages = [];
    for (const raw of slack.thread(thread.channelId, thread.threadTs)) {
      const message = await readInto(
        bot.ctx.take,
        thread.channelId,
        structuredClone(raw) as Record<string, unknown>,
      );
      messages.push(message);
    }
    const root = slack.message(thread.channelId, thread.threadTs);
    const rootReactions = (root?.reactions ?? []).map((reaction) => reaction.name);
    await learnThread(deps, { messages, rootReactions }, { approve: thread.sample.saved });
  }
}
