import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { discardDraft, saveDraft } from '../capture/decide-draft.ts';
import { PrecedentError } from '../errors.ts';
import { choosePrecedent, recordVerdict } from '../learn/record-feedback.ts';
import { verdicts } from '../library/effectiveness.ts';
import { findSolution } from '../store/solutions.ts';
import { editModal } from './blocks/edit-modal.ts';
import { publishHome } from './publish-home.ts';
import type { SlackDeps } from './slack-deps.ts';
import { viewerOfAsker } from './viewer-of-asker.ts';

const precedentValue = z.object({ incidentId: z.string(), solutionId: z.string() });
const feedbackValue = precedentValue.extend({ verdict: z.enum(verdicts) });

/** The buttons of answers and drafts. A button pressed twice, or by two people, counts once; the second is told. */
export function listenActions(app: App, deps: SlackDeps): void {
  app.action<BlockAction>('save_draft', async ({ ack, body, action, respond }) => {
    await ack();
    const asker = askerOf(body);
    const viewer = await viewerOfAsker(deps, asker);
    const decision = await saveDraft(deps, { solutionId: buttonValue(action), by: asker.userId, viewer });
    if (!decision.decided) await tell(respond, alreadyDecided(decision.solution));
    await refreshHome(deps, body);
  });

  app.action<BlockAction>('discard_draft', async ({ ack, body, action, respond }) => {
    await ack();
    const asker = askerOf(body);
    const viewer = await viewerOfAsker(deps, asker);
    const decision = await discardDraft(deps, { solutionId: buttonValue(action), by: asker.userId, viewer });
    if (!decision.decided) await tell(respond, alreadyDecided(decision.solution));
    await refreshHome(deps, body);
  });

  app.action<BlockAction>('edit_draft', async ({ ack, body, action }) => {
    await ack();
    const viewer = await viewerOfAsker(deps, askerOf(body));
    const solution = await findSolution(deps.db, deps.workspaceId, buttonValue(action), viewer);
    if (solution === null || solution.status === 'retired') {
      throw new PrecedentError(
        'not_found',
        'This draft is no longer there: it was discarded or its thread was deleted.',
      );
    }
    await deps.gateway.openModal(
      body.trigger_id,
      editModal({ solutionId: solution.id, version: solution.version, content: solution.content }),
    );
  });

  app.action<BlockAction>('use_precedent', async ({ ack, action }) => {
    await ack();
    await choosePrecedent(deps, precedentValue.parse(JSON.parse(buttonValue(action))));
  });

  app.action<BlockAction>('precedent_feedback', async ({ ack, body, action }) => {
    await ack();
    const said = feedbackValue.parse(JSON.parse(buttonValue(action)));
    await recordVerdict(deps, { ...said, userId: body.user.id, mark: 'button', at: deps.now() });
  });

  // Links and whatever a newer version of the bot put into an older message: acknowledged, so that nothing spins.
  app.action(
    /^(?!(?:save_draft|discard_draft|edit_draft|use_precedent|precedent_feedback)$)/,
    async ({ ack }) => {
      await ack();
    },
  );
}

function askerOf(body: BlockAction): { userId: string; channelId: string | null } {
  return { userId: body.user.id, channelId: body.channel?.id ?? null };
}

function buttonValue(action: BlockAction['actions'][number]): string {
  const value = (action as { value?: unknown }).value;
  if (typeof value === 'string') return value;
  throw new PrecedentError('usage', 'This button is from an older message and no longer works.');
}

function alreadyDecided(solution: { status: string; decidedBy: string | null }): string {
  const who = solution.decidedBy === null ? '' : ` by <@${solution.decidedBy}>`;
  return solution.status === 'active'
    ? `This fix is already saved${who}.`
    : `This draft was already discarded${who}.`;
}

async function tell(respond: (message: never) => Promise<unknown>, text: string): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, text } as never);
}

async function refreshHome(deps: SlackDeps, body: BlockAction): Promise<void> {
  if (body.view?.type === 'home') await publishHome(deps, body.user.id);
}
