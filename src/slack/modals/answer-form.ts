import type { SlackViewAction, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { describeError } from '../report-error.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { errorWords } from '../views/error.ts';
import { noticeModal, unsavedBody, unsavedModal, type WrittenField } from '../views/notice-modal.ts';
import { inputActionId, type ViewValues } from '../views/view-values.ts';
import { settledWithin } from './settled-within.ts';

/** Slack shows an error after three seconds without an acknowledgement, and two network ways are among them. */
const acknowledgeWithinMs = 1_500;
/** Slack cuts what stands at a field. */
const maxFieldErrorChars = 150;

type Submission = Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, 'ack' | 'body' | 'view'>;

/**
 * Acknowledges a form in time, whatever saving it takes, and says at one place what came of it. Saved soon: it closes.
 * Refused soon: the sentence stands at its first field, and the form stays as it was filled in. What takes longer is
 * shown as being saved, then as done, or as refused with all that was written.
 */
export async function answerForm(
  ctx: SlackCtx,
  { ack, body, view }: Submission,
  save: () => Promise<void>,
): Promise<void> {
  const saving: Promise<string | null> = save().then(
    () => null,
    (error: unknown) => describeError(ctx, error),
  );
  const early = await settledWithin(saving, acknowledgeWithinMs);
  if (early !== null) {
    await (early.value === null ? ack() : ack(refusal(view, early.value)));
    return;
  }
  await ack({
    response_action: 'update',
    view: noticeModal('Saving… it goes on if you close this.') as never,
  });
  const sentence = await saving;
  if (sentence === null) {
    await ctx.gateway.updateModal(view.id, noticeModal('Done.'));
    return;
  }
  const words = errorWords(sentence);
  const written = writtenIn(view);
  const isShown = await ctx.gateway.updateModal(view.id, unsavedModal(words, written));
  if (!isShown) await ctx.gateway.postDirect(body.user.id, unsavedBody(words, written));
}

/** At the first field; a form without any is replaced by the sentence. */
function refusal(view: SlackViewAction['view'], sentence: string) {
  const input = view.blocks.find((block) => block.type === 'input');
  if (input?.block_id === undefined) {
    return { response_action: 'update' as const, view: noticeModal(errorWords(sentence)) as never };
  }
  const errors = { [input.block_id]: sentence.slice(0, maxFieldErrorChars) };
  return { response_action: 'errors' as const, errors };
}

function writtenIn(view: SlackViewAction['view']): WrittenField[] {
  const values = view.state.values as unknown as ViewValues;
  return view.blocks.flatMap((block) => {
    if (!('label' in block) || block.block_id === undefined) return [];
    const text = values[block.block_id]?.[inputActionId]?.value?.trim() ?? '';
    return text === '' ? [] : [{ label: block.label.text, text }];
  });
}
