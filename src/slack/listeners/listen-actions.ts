import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { PrecedentError } from '../../errors.ts';
import { choosePrecedent } from '../../learn/choose-precedent.ts';
import { recordVerdict } from '../../learn/record-verdict.ts';
import { verdicts } from '../../library/effectiveness.ts';
import { findViewer } from '../../privacy/find-viewer.ts';
import { discardDraft } from '../../solutions/discard-draft.ts';
import { type Decision, saveDraft } from '../../solutions/save-draft.ts';
import { findSolution } from '../../store/solutions/solutions.ts';
import { publishHome } from '../publish-home.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { editModal } from '../views/edit-modal.ts';
import { noticeModal } from '../views/error.ts';
import { backfillActions } from './listen-backfill.ts';
import { mergeActions } from './listen-merges.ts';

const precedentValue = z.object({ incidentId: z.string(), solutionId: z.string() });
/** Every button that has a listener of its own. */
const handledActions = [
  'save_draft',
  'discard_draft',
  'edit_draft',
  'use_precedent',
  'precedent_feedback',
  ...mergeActions,
  ...backfillActions,
];
const feedbackValue = precedentValue.extend({ verdict: z.enum(verdicts) });

/** The buttons of answers and drafts. A button pressed twice, or by two people, counts once; the second is told. */
export function listenActions(app: App, ctx: SlackCtx): void {
  app.action<BlockAction>('save_draft', async ({ ack, body, action, respond }) => {
    await ack();
    const asker = askerOf(body);
    const viewer = await findViewer(ctx, asker);
    const input = { solutionId: buttonValue(action), by: asker.userId, viewer };
    await decide(ctx, body, respond, () => saveDraft(ctx, input));
  });

  app.action<BlockAction>('discard_draft', async ({ ack, body, action, respond }) => {
    await ack();
    const asker = askerOf(body);
    const viewer = await findViewer(ctx, asker);
    const input = { solutionId: buttonValue(action), by: asker.userId, viewer };
    await decide(ctx, body, respond, () => discardDraft(ctx, input));
  });

  app.action<BlockAction>('edit_draft', async ({ ack, body, action }) => {
    await ack();
    const asker = askerOf(body);
    const viewer = await findViewer(ctx, asker);
    const solution = await findSolution(ctx, buttonValue(action), viewer);
    if (solution === null || solution.status === 'retired') {
      throw new PrecedentError(
        'not_found',
        'This draft is no longer there: it was discarded or its thread was deleted.',
      );
    }
    await ctx.gateway.openModal(
      body.trigger_id,
      editModal({
        solutionId: solution.id,
        version: solution.version,
        content: solution.content,
        channelId: asker.channelId,
      }),
    );
  });

  app.action<BlockAction>('use_precedent', async ({ ack, action }) => {
    await ack();
    await choosePrecedent(ctx, precedentValue.parse(JSON.parse(buttonValue(action))));
  });

  app.action<BlockAction>('precedent_feedback', async ({ ack, body, action }) => {
    await ack();
    const feedback = feedbackValue.parse(JSON.parse(buttonValue(action)));
    await recordVerdict(ctx, { ...feedback, userId: body.user.id, mark: 'button', at: ctx.now() });
  });

  // Links and whatever a newer version of the bot put into an older message: acknowledged, so that nothing spins.
  app.action(new RegExp(`^(?!(?:${handledActions.join('|')})$)`), async ({ ack }) => {
    await ack();
  });
}

function askerOf(body: BlockAction): { userId: string; channelId: string | null } {
  return { userId: body.user.id, channelId: body.channel?.id ?? null };
}

function buttonValue(action: BlockAction['actions'][number]): string {
  const value = (action as { value?: unknown }).value;
  if (typeof value === 'string') return value;
  throw new PrecedentError('usage', 'This button is from an older message and no longer works.');
}

function alreadyDecided(solution: {
  status: string;
  decidedBy: string | null;
  mergedInto: string | null;
}): string {
  const who = solution.decidedBy === null ? '' : ` by <@${solution.decidedBy}>`;
  if (solution.mergedInto !== null) return `This thread already counts to a saved fix${who}.`;
  return solution.status === 'active'
    ? `This fix is already saved${who}.`
    : `This draft was already discarded${who}.`;
}

type Respond = (message: never) => Promise<unknown>;

/** Whoever comes second is told; a Home shows what is left, whatever came of it. */
async function decide(
  ctx: SlackCtx,
  body: BlockAction,
  respond: Respond,
  verb: () => Promise<Decision>,
): Promise<void> {
  const isHome = body.view?.type === 'home';
  try {
    const { decided, solution } = await verb();
    if (decided) return;
    const text = alreadyDecided(solution);
    // Bolt has no `respond` in the App Home.
    if (isHome) await ctx.gateway.openModal(body.trigger_id, noticeModal(text));
    else await respond({ response_type: 'ephemeral', replace_original: false, text } as never);
  } finally {
    if (isHome) await publishHome(ctx, body.user.id);
  }
}
