import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { choosePrecedentByPress, recordVerdictByPress } from '../../learn/press-on-answer.ts';
import { verdicts } from '../../library/effectiveness.ts';
import { showPrecedent } from '../../match/show-precedent.ts';
import { actionIds } from '../action-ids.ts';
import { showModal } from '../modals/show-modal.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { precedentModal } from '../views/precedent-modal.ts';
import { buttonJson, presserOf } from './press.ts';

const precedentValue = z.object({ incidentId: z.string(), solutionId: z.string() });
const verdictValue = precedentValue.extend({ verdict: z.enum(verdicts) });

/** The buttons of an answer: Use this, how it went, and Show more. */
export function listenAnswers(app: App, ctx: SlackCtx): void {
  app.action<BlockAction>(actionIds.usePrecedent, async ({ ack, body, action }) => {
    await ack();
    const { channelId } = presserOf(body);
    await choosePrecedentByPress(ctx, { ...precedentValue.parse(buttonJson(action)), channelId });
  });

  for (const actionId of [actionIds.giveVerdict, actionIds.givePartialVerdict]) {
    app.action<BlockAction>(actionId, async ({ ack, body, action }) => {
      await ack();
      await recordVerdictByPress(ctx, { ...verdictValue.parse(buttonJson(action)), ...presserOf(body) });
    });
  }

  app.action<BlockAction>(actionIds.showPrecedent, async ({ ack, body, action }) => {
    await ack();
    const asked = { ...precedentValue.parse(buttonJson(action)), ...presserOf(body) };
    await showModal(ctx, { triggerId: body.trigger_id }, async () =>
      precedentModal(await showPrecedent(ctx, asked)),
    );
  });
}
