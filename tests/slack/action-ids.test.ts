import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { actionIds, anyOtherThan, formIds, shortcutIds } from '../../src/slack/action-ids.ts';
import { listen } from '../../src/slack/listeners/listen.ts';
import type { SlackCtx } from '../../src/slack/slack-ctx.ts';
import { answerBody } from '../../src/slack/views/answer.ts';
import { backfillBody } from '../../src/slack/views/backfill.ts';
import { draftBody } from '../../src/slack/views/draft.ts';
import { editModal } from '../../src/slack/views/edit-modal.ts';
import { historyModal } from '../../src/slack/views/history-modal.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { mergeModal } from '../../src/slack/views/merge-modal.ts';
import { settingsModal } from '../../src/slack/views/settings.ts';
import { inputActionId } from '../../src/slack/views/view-values.ts';
import { offerBody } from '../../src/slack/views/welcome.ts';
import { redisContent, redisPrecedent } from './views/redis-case.ts';

type Heard = { actions: unknown[]; forms: unknown[]; shortcuts: unknown[] };

const redisDraft = {
  solutionId: 'sol_1',
  state: 'waiting' as const,
  decidedBy: null,
  content: redisContent,
  proven: true,
  timeToResolutionMinutes: 25,
};

/** What the listeners ask Bolt for. */
function heardBy(register: typeof listen): Heard {
  const heard: Heard = { actions: [], forms: [], shortcuts: [] };
  const app = {
    action: (id: unknown) => heard.actions.push(id),
    view: (id: unknown) => heard.forms.push(id),
    shortcut: (id: unknown) => heard.shortcuts.push(id),
    command: () => {},
    event: () => {},
    message: () => {},
  };
  register(app as unknown as App, { gateway: { memberships: {} } } as unknown as SlackCtx);
  return heard;
}

/** Each message, modal and Home that has something to press, in the states that have the most. */
function everythingToPress(): unknown[] {
  const side = { solutionId: 'sol_1', version: 2, content: redisContent };
  const versions = [2, 1].map((version) => ({
    version,
    changedBy: null,
    changedAt: new Date(),
    reason: 'edited',
    changed: '',
    title: 'redis',
    fix: null,
  }));
  const run = { channelId: 'C1', messages: 3, backTo: new Date(), incidents: 1, withFix: 1 };
  return [
    answerBody({
      incidentId: 'inc_1',
      precedents: [redisPrecedent(), redisPrecedent({ rank: 2, solutionId: 'sol_2' })],
    }),
    draftBody({ ...redisDraft, similar: { solutionId: 'sol_2', title: 'redis', score: 0.9 } }),
    draftBody({
      ...redisDraft,
      state: 'linked',
      linkedTo: {
        solutionId: 'sol_2',
        title: 'redis',
        seen: 2,
        effectiveness: redisPrecedent().effectiveness,
      },
    }),
    editModal(side),
    historyModal({ solutionId: 'sol_1', versions }),
    mergeModal({
      draft: side,
      into: side,
      plan: {
        same: { signatures: [], steps: [] },
        added: { steps: [], signatures: [], tags: [], immediate: null, rootCause: null, permanent: null },
      },
    }),
    settingsModal({
      channelId: 'C1',
      channelName: 'incidents',
      mode: 'mixed',
      digest: true,
      quietHours: 24,
      answerSensitivity: 'normal',
      autoSave: false,
    }),
    homeView({
      watched: [],
      library: { active: 0, drafts: 0, incidents: 0 },
      drafts: [],
      recent: [],
      botUserId: null,
    }),
    offerBody('offered'),
    backfillBody({ ...run, state: 'running' }),
    backfillBody({ ...run, state: 'done' }),
  ];
}

/** All values of this key in what would go to Slack. */
function valuesOf(rendered: unknown, key: string): string[] {
  return [...JSON.stringify(rendered).matchAll(new RegExp(`"${key}":"([^"]+)"`, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

describe('the ids of buttons and forms', () => {
  it('are those that stand in messages of old', () => {
    expect(Object.values(actionIds)).toEqual([
      'save_draft',
      'edit_draft',
      'discard_draft',
      'merge_with',
      'keep_apart',
      'show_history',
      'restore_version',
      'use_precedent',
      'precedent_feedback',
      'precedent_feedback_partly',
      'show_precedent',
      'learn_past',
      'leave_past',
      'stop_backfill',
      'review_drafts',
    ]);
    expect(Object.values(formIds)).toEqual(['edit_solution', 'merge_draft', 'edit_settings']);
  });

  it('have each exactly one listener, which nobody listens to in vain', () => {
    const { actions, forms, shortcuts } = heardBy(listen);
    const named = (ids: unknown[]) => ids.filter((id) => typeof id === 'string').toSorted();
    expect(named(actions)).toEqual(Object.values(actionIds).toSorted());
    expect(named(forms)).toEqual(Object.values(formIds).toSorted());
    expect(named(shortcuts)).toEqual(Object.values(shortcutIds).toSorted());
  });

  it('stand in the views: each is shown somewhere, and no view shows another', () => {
    const rendered = everythingToPress();
    const pressed = new Set(valuesOf(rendered, 'action_id').filter((id) => id !== inputActionId));
    expect([...pressed].toSorted()).toEqual(Object.values(actionIds).toSorted());
    expect([...new Set(valuesOf(rendered, 'callback_id'))].toSorted()).toEqual(
      Object.values(formIds).toSorted(),
    );
  });

  it('leave everything else to the one listener that only acknowledges', () => {
    const { actions, shortcuts } = heardBy(listen);
    const [rest] = actions.filter((id) => id instanceof RegExp);
    expect(rest).toEqual(anyOtherThan(actionIds));
    expect(shortcuts.filter((id) => id instanceof RegExp)).toEqual([anyOtherThan(shortcutIds)]);
    const isCaught = (id: string) => anyOtherThan(actionIds).test(id);
    expect(['save_draft_2', 'my_save_draft', 'value', ''].filter(isCaught)).toHaveLength(4);
    expect(Object.values(actionIds).filter(isCaught)).toEqual([]);
  });
});
