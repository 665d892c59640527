import { findViewer } from '../privacy/find-viewer.ts';
import { libraryForViewer } from '../solutions/library-for-viewer.ts';
import type { SlackCtx } from './slack-ctx.ts';
import { homeView } from './views/home.ts';

/** A person's App Home, with only what they may see. */
export async function publishHome(ctx: SlackCtx, userId: string): Promise<void> {
  const viewer = await findViewer(ctx, { userId, channelId: null });
  const library = await libraryForViewer(ctx, viewer);
  await ctx.gateway.publishHome(userId, homeView({ ...library, botUserId: ctx.botUserId }));
}
