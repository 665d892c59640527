import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { planMerge } from '../../library/merge-content.ts';
import { findViewer } from '../../privacy/find-viewer.ts';
import { markDistinct } from '../../solutions/mark-distinct.ts';
import { mergeByPerson } from '../../solutions/merge-by-person.ts';
import { readMergePair } from '../../solutions/merge-draft.ts';
import { actionIds, formIds } from '../action-ids.ts';
import { answerForm } from '../modals/answer-form.ts';
import { showModal } from '../modals/show-modal.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { mergeModal } from '../views/merge-modal.ts';
import { buttonJson, buttonValue, ephemeralReply, presserOf } from './press.ts';

const mergeValue = z.object({ draftId: z.string(), intoId: z.string() });
const mergeMetadata = mergeValue.extend({ draftVersion: z.number(), intoVersion: z.number() });

/** Merging a draft with a fix that is much like it, and taking that back. */
export function listenMerges(app: App, ctx: SlackCtx): void {
  app.action<BlockAction>(actionIds.merge, async ({ ack, body, action }) => {
    await ack();
    await showModal(ctx, { triggerId: body.trigger_id }, async () => {
      const viewer = await findViewer(ctx, presserOf(body));
      const { draft, into } = await readMergePair(ctx, { ...mergeValue.parse(buttonJson(action)), viewer });
      return mergeModal({
        draft: { ...draft, solutionId: draft.id },
        into: { ...into, solutionId: into.id },
        plan: planMerge(into.content, draft.content),
      });
    });
  });

  app.view<ViewSubmitAction>(formIds.mergeDraft, async ({ ack, body, view }) => {
    const merge = mergeMetadata.parse(JSON.parse(view.private_metadata));
    await answerForm(ctx, { ack, body, view }, () => mergeByPerson(ctx, { ...merge, userId: body.user.id }));
  });

  app.action<BlockAction>(actionIds.markDistinct, async ({ ack, body, action, respond }) => {
    await ack();
    const viewer = await findViewer(ctx, presserOf(body));
    if (await markDistinct(ctx, { draftId: buttonValue(action), viewer })) return;
    await respond(ephemeralReply('This thread is no longer linked to another fix.'));
  });
}
