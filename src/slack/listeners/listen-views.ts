import type { App, SlackViewAction } from '@slack/bolt';
import { z } from 'zod';
import { PrecedentError } from '../../errors.ts';
import type { SolutionContent, SolutionSource } from '../../library/solution.ts';
import { findViewer } from '../../privacy/find-viewer.ts';
import { createPlaceholderScope } from '../../privacy/redact.ts';
import { editSolution } from '../../solutions/edit-solution.ts';
import { changeChannel } from '../../store/channels/channels.ts';
import { findSolution } from '../../store/solutions/solutions.ts';
import { publishHome } from '../publish-home.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { readEditModal } from '../views/read-edit-modal.ts';
import { membersOnly, readSettings } from '../views/settings.ts';
import type { ViewValues } from '../views/view-values.ts';

const editMetadata = z.object({
  solutionId: z.string(),
  version: z.number(),
  channelId: z.string().optional(),
});
const settingsMetadata = z.object({ channelId: z.string() });

/** The forms. What is wrong is said at its field, and the form stays open with everything in it. */
export function listenViews(app: App, ctx: SlackCtx): void {
  app.view('edit_solution', async ({ ack, body, view }) => {
    const { solutionId, version, channelId = null } = editMetadata.parse(JSON.parse(view.private_metadata));
    const viewer = await findViewer(ctx, { userId: body.user.id, channelId });
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
    const { channelId } = settingsMetadata.parse(JSON.parse(view.private_metadata));
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
  const { placeholders, redactor, hashKey } = ctx.normalizer;
  return placeholders.runExclusive(channelId, threadTs, async () => {
    const scope = createPlaceholderScope(await placeholders.get(channelId, threadTs), hashKey);
    const redact = async (text: string) => (await redactor.redact(text, scope)).text;
    const redactOrNull = async (text: string | null) => (text === null ? null : redact(text));
    const steps = [];
    for (const step of content.steps) {
      steps.push({ ...step, text: await redact(step.text), command: await redactOrNull(step.command) });
    }
    const redacted = {
      ...content,
      title: await redact(content.title),
      symptoms: await redact(content.symptoms),
      rootCause: await redactOrNull(content.rootCause),
      fix: {
        immediate: await redactOrNull(content.fix.immediate),
        permanent: await redactOrNull(content.fix.permanent),
      },
      context: {
        ...content.context,
        service: await redactOrNull(content.context.service),
        environment: await redactOrNull(content.context.environment),
      },
      steps,
    };
    placeholders.add(channelId, threadTs, scope.toJSON());
    return redacted;
  });
}
