import { findViewer } from '../../privacy/find-viewer.ts';
import { waitingDrafts } from '../../solutions/waiting-drafts.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { draftsBody } from '../views/drafts.ts';
import type { Body } from '../views/limits.ts';

/** The drafts that wait, as one person gets to see them. */
export async function listDrafts(ctx: SlackCtx, asker: { userId: string; channelId: string }): Promise<Body> {
  const { newest, total } = await waitingDrafts(ctx, await findViewer(ctx, asker));
  return draftsBody(newest, total);
}
