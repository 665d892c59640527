import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { readHistory } from '../../solutions/read-history.ts';
import { restoreByPerson } from '../../solutions/restore-by-person.ts';
import { actionIds } from '../action-ids.ts';
import { showModal } from '../modals/show-modal.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { changedFields } from '../views/changed-fields.ts';
import { editModal } from '../views/edit-modal.ts';
import { fixInWords } from '../views/fix-words.ts';
import { historyModal } from '../views/history-modal.ts';
import type { Block } from '../views/limits.ts';
import { buttonJson } from './press.ts';

const historyValue = z.object({ solutionId: z.string(), version: z.number(), over: z.number() });

/** The versions of a fix, and the way back to one. */
export function listenHistory(app: App, ctx: SlackCtx): void {
  app.action<BlockAction>(actionIds.showHistory, async ({ ack, body, action }) => {
    await ack();
    const { solutionId } = historyValue.parse(buttonJson(action));
    await showModal(ctx, { triggerId: body.trigger_id, onTop: true }, () =>
      historyView(ctx, { solutionId, userId: body.user.id }),
    );
  });

  app.action<BlockAction>(actionIds.restoreVersion, async ({ ack, body, action }) => {
    await ack();
    const { view } = body;
    if (view === undefined) return;
    const userId = body.user.id;
    const restored = await restoreByPerson(ctx, { ...historyValue.parse(buttonJson(action)), userId });
    const solutionId = restored.id;
    await ctx.gateway.updateModal(view.id, await historyView(ctx, { solutionId, userId }));
    // The form below shows the version that was: with it, Save would be refused.
    if (view.root_view_id !== null && view.root_view_id !== view.id) {
      await ctx.gateway.updateModal(view.root_view_id, editModal({ ...restored, solutionId }));
    }
  });
}

async function historyView(
  ctx: SlackCtx,
  { solutionId, userId }: { solutionId: string; userId: string },
): Promise<Block> {
  const versions = await readHistory(ctx, { solutionId, userId });
  return historyModal({
    solutionId,
    versions: versions.map(({ content, ...version }, index) => ({
      ...version,
      changed: changedFields(versions[index + 1]?.content ?? content, content),
      title: content.title,
      fix: fixInWords(content),
    })),
  });
}
