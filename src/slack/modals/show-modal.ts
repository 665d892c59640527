import { describeError } from '../report-error.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { errorWords } from '../views/error.ts';
import type { Block } from '../views/limits.ts';
import { noticeModal } from '../views/notice-modal.ts';
import { settledWithin } from './settled-within.ts';

/** A trigger is good for three seconds after the press, and opening itself takes Slack up to one. */
const loadWithinMs = 700;

/**
 * Opens a modal after a press, in time whatever its content takes: what is not loaded soon is shown as loading first.
 * What `load` throws soon is thrown; later it stands in the modal. `onTop`: of the modal in which it was pressed.
 */
export async function showModal(
  ctx: SlackCtx,
  press: { triggerId: string; onTop?: boolean },
  load: () => Promise<Block>,
): Promise<void> {
  const open = press.onTop === true ? ctx.gateway.pushModal : ctx.gateway.openModal;
  const loading = load();
  const early = await settledWithin(loading, loadWithinMs);
  if (early !== null) {
    await open(press.triggerId, early.value);
    return;
  }
  const viewId = await open(press.triggerId, noticeModal('Loading…'));
  let view: Block;
  try {
    view = await loading;
  } catch (error) {
    view = noticeModal(errorWords(describeError(ctx, error)));
  }
  await ctx.gateway.updateModal(viewId, view);
}
