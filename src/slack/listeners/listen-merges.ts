import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { PrecedentError } from '../../errors.ts';
import { planMerge } from '../../library/merge-content.ts';
import type { Viewer } from '../../library/viewer.ts';
import { findViewer } from '../../privacy/find-viewer.ts';
import { markDistinct } from '../../solutions/mark-distinct.ts';
import { mergeDraft, readMergePair } from '../../solutions/merge-draft.ts';
import { restoreVersion } from '../../solutions/restore-version.ts';
import { versionsOf } from '../../store/solutions/solution-versions.ts';
import { findSolution } from '../../store/solutions/solutions.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { changedFields } from '../views/changed-fields.ts';
import { editModal } from '../views/edit-modal.ts';
import { noticeModal } from '../views/error.ts';
import { historyModal } from '../views/history-modal.ts';
import type { Block } from '../views/limits.ts';
import { mergeModal } from '../views/merge-modal.ts';
import { fixInWords } from '../views/precedent-parts.ts';
import { oneLine } from '../views/wording.ts';

const mergeValue = z.object({ draftId: z.string(), intoId: z.string() });
const mergeMetadata = mergeValue.extend({
  draftVersion: z.number(),
  intoVersion: z.number(),
  channelId: z.string().optional(),
});
const historyValue = z.object({
  solutionId: z.string(),
  version: z.number(),
  over: z.number(),
  channelId: z.string().nullable(),
});

/** Versions fit into one modal. */
const maxVersions = 30;

/** What the buttons of merges and versions are called; `listenActions` leaves them to this file. */
export const mergeActions = ['merge_with', 'keep_apart', 'show_history', 'restore_version'] as const;

/** Merging a draft with a fix that is much like it, taking that back, and the versions of a fix. */
export function listenMerges(app: App, ctx: SlackCtx): void {
  app.action<BlockAction>('merge_with', async ({ ack, body, action }) => {
    await ack();
    const channelId = body.channel?.id ?? null;
    const viewer = await findViewer(ctx, { userId: body.user.id, channelId });
    const { draft, into } = await readMergePair(ctx, { ...mergeValue.parse(parsedValue(action)), viewer });
    await ctx.gateway.openModal(
      body.trigger_id,
      mergeModal({
        draft: { ...draft, solutionId: draft.id },
        into: { ...into, solutionId: into.id },
        plan: planMerge(into.content, draft.content),
        channelId,
      }),
    );
  });

  app.view('merge_draft', async ({ ack, body, view }) => {
    const { channelId = null, ...merge } = mergeMetadata.parse(JSON.parse(view.private_metadata));
    const viewer = await findViewer(ctx, { userId: body.user.id, channelId });
    try {
      await mergeDraft(ctx, { ...merge, by: body.user.id, viewer });
    } catch (error) {
      if (!(error instanceof PrecedentError)) throw error;
      await ack({ response_action: 'update', view: noticeModal(oneLine(error.message, 1_000)) as never });
      return;
    }
    await ack();
  });

  app.action<BlockAction>('keep_apart', async ({ ack, body, action, respond }) => {
    await ack();
    const viewer = await findViewer(ctx, { userId: body.user.id, channelId: body.channel?.id ?? null });
    const draftId = z.string().parse((action as { value?: unknown }).value);
    if (await markDistinct(ctx, { draftId, viewer })) return;
    await respond({
      response_type: 'ephemeral',
      replace_original: false,
      text: 'This thread no longer counts to another fix.',
    } as never);
  });

  app.action<BlockAction>('show_history', async ({ ack, body, action }) => {
    await ack();
    const { solutionId, channelId } = historyValue.parse(parsedValue(action));
    const viewer = await findViewer(ctx, { userId: body.user.id, channelId });
    await ctx.gateway.pushModal(body.trigger_id, await historyOf(ctx, solutionId, channelId, viewer));
  });

  app.action<BlockAction>('restore_version', async ({ ack, body, action }) => {
    await ack();
    const { channelId, ...wanted } = historyValue.parse(parsedValue(action));
    const viewer = await findViewer(ctx, { userId: body.user.id, channelId });
    const view = body.view;
    if (view === undefined) return;
    try {
      await restoreVersion(ctx, { ...wanted, by: body.user.id, viewer });
    } catch (error) {
      if (!(error instanceof PrecedentError)) throw error;
      await ctx.gateway.updateModal(view.id, noticeModal(oneLine(error.message, 1_000)));
      return;
    }
    await ctx.gateway.updateModal(view.id, await historyOf(ctx, wanted.solutionId, channelId, viewer));
    const solution = await findSolution(ctx, wanted.solutionId, viewer);
    // The form below shows the version that was: with it, Save would be refused.
    if (solution !== null && view.root_view_id !== null && view.root_view_id !== view.id) {
      await ctx.gateway.updateModal(
        view.root_view_id,
        editModal({ ...solution, solutionId: solution.id, channelId }),
      );
    }
  });
}

async function historyOf(
  ctx: SlackCtx,
  solutionId: string,
  channelId: string | null,
  viewer: Viewer,
): Promise<Block> {
  const versions = await versionsOf(ctx, solutionId, viewer, maxVersions);
  if (versions.length === 0) {
    throw new PrecedentError('not_found', 'This fix is no longer there, or no longer yours to see.');
  }
  return historyModal({
    solutionId,
    channelId,
    versions: versions.map(({ content, ...version }, index) => ({
      ...version,
      changed: changedFields(versions[index + 1]?.content ?? content, content),
      title: content.title,
      fix: fixInWords(content),
    })),
  });
}

function parsedValue(action: BlockAction['actions'][number]): unknown {
  const value = (action as { value?: unknown }).value;
  return typeof value === 'string' ? JSON.parse(value) : null;
}
