import type { App, SlackViewAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { PrecedentError } from '../../errors.ts';
import { changeChannelSettings } from '../../intake/channel-settings.ts';
import { editByPerson } from '../../solutions/edit-by-person.ts';
import { formIds } from '../action-ids.ts';
import { answerForm } from '../modals/answer-form.ts';
import { publishHome } from '../publish-home.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { checkEditModal, readEditModal } from '../views/read-edit-modal.ts';
import { readSettings } from '../views/settings.ts';
import type { ViewValues } from '../views/view-values.ts';

/** What a form was opened for. It can be made up: who may save is asked anew, of Slack. */
const editMetadata = z.object({
  solutionId: z.string(),
  version: z.number(),
  hiddenSteps: z.number().default(0),
  shownSteps: z.number().default(0),
  from: z.literal('home').optional(),
});
const settingsMetadata = z.object({ channelId: z.string() });

/** The forms. What is wrong is said at its field, and the form stays open with everything in it. */
export function listenForms(app: App, ctx: SlackCtx): void {
  app.view<ViewSubmitAction>(formIds.editSolution, async ({ ack, body, view }) => {
    const opened = editMetadata.parse(JSON.parse(view.private_metadata));
    const { solutionId, version } = opened;
    const values = valuesOf(view);
    const errors = checkEditModal(values, opened.hiddenSteps, opened.shownSteps);
    if (errors !== null) return ack({ response_action: 'errors', errors });
    const userId = body.user.id;
    await answerForm(ctx, { ack, body, view }, async () => {
      await editByPerson(ctx, {
        solutionId,
        version,
        userId,
        change: (before) => {
          const read = readEditModal(values, before, ctx.now());
          if ('content' in read) return read.content;
          throw new PrecedentError('usage', Object.values(read.errors)[0] ?? '');
        },
      });
    });
    if (opened.from === 'home') await publishHome(ctx, userId);
  });

  app.view<ViewSubmitAction>(formIds.editSettings, async ({ ack, body, view }) => {
    const { channelId } = settingsMetadata.parse(JSON.parse(view.private_metadata));
    const read = readSettings(valuesOf(view));
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const { settings } = read;
    await answerForm(ctx, { ack, body, view }, () =>
      changeChannelSettings(ctx, { channelId, userId: body.user.id, settings }),
    );
  });
}

function valuesOf(view: SlackViewAction['view']): ViewValues {
  return view.state.values as unknown as ViewValues;
}
