import { slackErrorOf } from '../connection/slack-error.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { noticeModal } from '../views/notice-modal.ts';

/** Slack's words for a press that is more than three seconds old. */
const tooLate = new Set(['expired_trigger_id', 'trigger_expired']);

/**
 * Says one thing to a person who pressed in the App Home, where no message can be shown to one person: in a modal, and
 * as a direct message when it is too late to open one. `words` is our own mrkdwn.
 */
export async function showNotice(
  ctx: Pick<SlackCtx, 'gateway'>,
  press: { triggerId: string; userId: string },
  words: string,
): Promise<void> {
  try {
    await ctx.gateway.openModal(press.triggerId, noticeModal(words));
  } catch (error) {
    if (!tooLate.has(slackErrorOf(error) ?? '')) throw error;
    await ctx.gateway.postDirect(press.userId, { text: words, blocks: [] });
  }
}
