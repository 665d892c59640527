import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { choosePrecedentByPress, recordVerdictByPress } from '../../learn/press-on-answer.ts';
import { verdicts } from '../../library/effectiveness.ts';
import { actionIds } from '../action-ids.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { buttonJson, presserOf } from './press.ts';

const precedentValue = z.object({ incidentId: z.string(), solutionId: z.string() });
const verdictValue = precedentValue.extend({ verdict: z.enum(verdicts) });

/** The buttons of an answer: Use this, and how it went. */
export function listenAnswers(app: App, ctx: SlackCtx): void {
  app.action<BlockAction>(actionIds.usePrecedent, async ({ ack, body, action }) => {
    await ack();
    const { channelId } = presserOf(body);
    await choosePrecedentByPress(ctx, { ...precedentValue.parse(buttonJson(action)), channelId });
  });

  app.action<BlockAction>(actionIds.giveVerdict, async ({ ack, body, action }) => {
    await ack();
    await recordVerdictByPress(ctx, { ...verdictValue.parse(buttonJson(action)), ...presserOf(body) });
  });
}
