import type { App, SlackViewAction } from '@slack/bolt';
import { z } from 'zod';
import { PrecedentError } from '../../errors.ts';
import type { SolutionContent, SolutionSource } from '../../library/solution.ts';
import { createPlaceholderScope } from '../../privacy/redact.ts';
import { viewerOfAsker } from '../../privacy/viewer-of-person.ts';
import { editSolution } from '../../solutions/decide-draft.ts';
import { changeChannel } from '../../store/channels/channels.ts';
import { findSolution } from '../../store/solutions/solutions.ts';
import { publishHome } from '../publish-home.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { readEditModal } from '../views/read-edit-modal.ts';
import { membersOnly, readSettings } from '../views/settings.ts';
import type { ViewValues } from '../views/view-values.ts';

const editOf = z.object({ solutionId: z.string(), version: z.number(), channelId: z.string().optional() });
const settingsOf = z.object({ channelId: z.string() });

/** The forms. What is wrong is said at its field, and the form stays open with everything in it. */
export function listenViews(app: App, ctx: SlackCtx): void {
  app.view('edit_solution', async ({ ack, body, view }) => {
    const { solutionId, version, channelId = null } = editOf.parse(JSON.parse(view.private_metadata));
    const viewer = await viewerOfAsker(ctx, { userId: body.user.id, channelId });
    const before = await findSolution(ctx, solutionId, viewer);
    if (before === null) {
      await ack({
        response_action: 'errors',
        errors: { title: 'This draft is no longer there: its thread was deleted.' },
      });
      return;
    }
    const read = readEditModal(valuesOf(view), before.content, ctx.now());
    if ('errors' in read) {
      await ack({ response_action: 'errors', errors: read.errors });
      return;
    }
    try {
      const content = await redactContent(ctx, read.content, before.source);
      await editSolution(ctx, { solutionId, version, content, by: body.user.id, viewer });
    } catch (error) {
      if (!(error instanceof PrecedentError)) throw error;
      await ack({ response_action: 'errors', errors: { title: error.message.slice(0, 150) } });
      return;
    }
    await ack();
    if (channelId === null) await publishHome(ctx, body.user.id);
  });

  app.view('edit_settings', async ({ ack, body, view }) => {
    const { channelId } = settingsOf.parse(JSON.parse(view.private_metadata));
    if (!(await ctx.gateway.isMember(channelId, body.user.id))) {
      await ack({ response_action: 'errors', errors: { mode: membersOnly } });
      return;
    }
    const read = readSettings(valuesOf(view));
    if ('errors' in read) {
      await ack({ response_action: 'errors', errors: read.errors });
      return;
    }
    await changeChannel(ctx, channelId, read.settings);
    ctx.watch.forget(channelId);
    await ack();
  });
}

function valuesOf(view: SlackViewAction['view']): ViewValues {
  return view.state.values as unknown as ViewValues;
}

/**
 * What a person types into a form is as likely to hold a secret as what they type into a thread; what the thread
 * has a name for keeps it.
 */
async function redactContent(
  ctx: SlackCtx,
  content: SolutionContent,
  { channelId, threadTs }: SolutionSource,
): Promise<SolutionContent> {
  const { placeholders, redactor, hashKey } = ctx.take;
  return placeholders.inTurn(channelId, threadTs, async () => {
    const scope = createPlaceholderScope(await placeholders.of(channelId, threadTs), hashKey);
    const hide = async (text: string) => (await redactor.redact(text, scope)).text;
    const hideOrNull = async (text: string | null) => (text === null ? null : hide(text));
    const steps = [];
    for (const step of content.steps) {
      steps.push({ ...step, text: await hide(step.text), command: await hideOrNull(step.command) });
    }
    const hidden = {
      ...content,
      title: await hide(content.title),
      symptoms: await hide(content.symptoms),
      rootCause: await hideOrNull(content.rootCause),
      fix: {
        immediate: await hideOrNull(content.fix.immediate),
        permanent: await hideOrNull(content.fix.permanent),
      },
      context: {
        ...content.context,
        service: await hideOrNull(content.context.service),
        environment: await hideOrNull(content.context.environment),
      },
      steps,
    };
    placeholders.learn(channelId, threadTs, scope.toJSON());
    return hidden;
  });
}
