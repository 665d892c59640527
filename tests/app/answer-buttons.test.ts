import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { effectivenessOfSolutions } from '../../src/store/precedents/feedback.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { discuss, hasButton, resolveAndDraft, solutionOf, solveAndSave } from './solve-in-thread.ts';

const root = 'osprey gateway returns 502 for every upload in prod';
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace();
}, 60_000);
afterAll(() => workspace.stop());

async function answerTo(text: string) {
  const { slack, channel, ana, answerIn, settled } = workspace;
  const { ts } = await slack.say({ channel: channel.id, user: ana.id, text });
  const answer = await answerIn(ts, 'the answer');
  await settled();
  return answer;
}

async function press(ts: string, actionId: string) {
  const { slack, channel, joon, settled } = workspace;
  await slack.press({ channel: channel.id, ts, user: joon.id, actionId });
  await settled();
}

describe('an answer with a fix', () => {
  it('shows the rest of it to who asks for more, and takes "Partly" for a verdict', async () => {
    const { slack, joon, bot } = workspace;
    const { ts } = await solveAndSave(workspace, root, [
      'restarted the osprey gateway, no change',
      'rolled back osprey to v41',
      'that fixed it',
    ]);
    const answer = await answerTo(`${root} again`);
    await press(answer.ts, 'show_precedent');
    const modal = JSON.stringify(slack.modal(joon.id));
    expect(modal).toContain('What worked then, in order');
    expect(modal).toMatch(/Why this\?\* \d+% sure/);
    expect(modal).toContain('estarted the osprey gateway');
    const id = (await solutionOf(workspace, ts))?.id ?? '';
    const scores = async () =>
      (await effectivenessOfSolutions({ db: bot.store.db, workspaceId: bot.workspaceId }, [id])).get(id);
    expect(await scores()).toMatchObject({ partial: 0 });
    await press(answer.ts, 'precedent_feedback_partly');
    expect(await scores()).toMatchObject({ partial: 1 });
  });
});

describe('an answer without a fix that anybody saved', () => {
  const problem = 'walrus exporter drops every second scrape of the billing nodes';

  it('says what was tried, never as the fix, and lets somebody write it', async () => {
    const { channel, slack, joon } = workspace;
    const { ts } = await discuss(workspace, problem, ['restarted the walrus exporter', 'that fixed it']);
    await resolveAndDraft(workspace, ts);
    const answer = await answerTo(`${problem} again`);
    const words = JSON.stringify(answer.blocks);
    expect(words).toContain('No fix was written down.');
    expect(words).toContain('estarted the walrus exporter');
    expect(words).not.toContain('*Fix:*');
    expect(hasButton(answer, 'precedent_feedback_partly')).toBe(false);
    await press(answer.ts, 'edit_draft');
    expect(JSON.stringify(slack.modal(joon.id))).toContain('walrus exporter drops');
    await slack.closeView(slack.modal(joon.id)?.id ?? '', joon.id);
    // No fix is shown, so a ✅ speaks of none.
    await slack.react({ channel: channel.id, ts: answer.ts, user: joon.id, name: 'white_check_mark' });
    await workspace.settled();
    const { bot } = workspace;
    const id = (await solutionOf(workspace, ts))?.id ?? '';
    const scope = { db: bot.store.db, workspaceId: bot.workspaceId };
    const before = (await effectivenessOfSolutions(scope, [id])).get(id);
    expect((before?.worked ?? 0) + (before?.partial ?? 0)).toBeLessThanOrEqual(1);
  });
});
