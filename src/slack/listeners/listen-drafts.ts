import type { App, BlockAction } from '@slack/bolt';
import { findViewer } from '../../privacy/find-viewer.ts';
import { discardDraft } from '../../solutions/discard-draft.ts';
import { findEditable } from '../../solutions/find-editable.ts';
import { type Decision, saveDraft } from '../../solutions/save-draft.ts';
import { actionIds } from '../action-ids.ts';
import { showModal } from '../modals/show-modal.ts';
import { showNotice } from '../modals/show-notice.ts';
import { publishHome } from '../publish-home.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { editModal } from '../views/edit-modal.ts';
import { buttonValue, ephemeralReply, presserOf } from './press.ts';

/** Save, Edit and Discard of a draft. A button pressed twice, or by two people, counts once; the second hears of it. */
export function listenDrafts(app: App, ctx: SlackCtx): void {
  app.action<BlockAction>(actionIds.saveDraft, async ({ ack, body, action, respond }) => {
    await ack();
    const presser = presserOf(body);
    const viewer = await findViewer(ctx, presser);
    const input = { solutionId: buttonValue(action), by: presser.userId, viewer };
    await decide(ctx, body, respond, () => saveDraft(ctx, input));
  });

  app.action<BlockAction>(actionIds.discardDraft, async ({ ack, body, action, respond }) => {
    await ack();
    const presser = presserOf(body);
    const viewer = await findViewer(ctx, presser);
    const input = { solutionId: buttonValue(action), by: presser.userId, viewer };
    await decide(ctx, body, respond, () => discardDraft(ctx, input));
  });

  app.action<BlockAction>(actionIds.editDraft, async ({ ack, body, action }) => {
    await ack();
    await showModal(ctx, { triggerId: body.trigger_id }, async () => {
      const viewer = await findViewer(ctx, presserOf(body));
      const { id, version, content } = await findEditable(ctx, { solutionId: buttonValue(action), viewer });
      return editModal({ solutionId: id, version, content, fromHome: isHome(body) });
    });
  });
}

function isHome(body: BlockAction): boolean {
  return body.view?.type === 'home';
}

function alreadyDecided(solution: Decision['solution']): string {
  const who = solution.decidedBy === null ? '' : ` by <@${solution.decidedBy}>`;
  if (solution.mergedInto !== null) return `This thread is already linked to a saved fix${who}.`;
  return solution.status === 'active'
    ? `This fix is already saved${who}.`
    : `This draft was already discarded${who}.`;
}

/** Whoever comes second hears of it; a Home shows what is left, whatever came of it. */
async function decide(
  ctx: SlackCtx,
  body: BlockAction,
  respond: (message: never) => Promise<unknown>,
  verb: () => Promise<Decision>,
): Promise<void> {
  try {
    const { decided, solution } = await verb();
    if (decided) return;
    const text = alreadyDecided(solution);
    // Bolt has no `respond` in the App Home.
    if (isHome(body)) await showNotice(ctx, { triggerId: body.trigger_id, userId: body.user.id }, text);
    else await respond(ephemeralReply(text));
  } finally {
    if (isHome(body)) await publishHome(ctx, body.user.id);
  }
}
