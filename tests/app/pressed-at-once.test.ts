import { afterAll, beforeAll, expect, it } from 'vitest';
import { versionsOf } from '../../src/store/solutions/solution-versions.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { discuss, resolveAndDraft, solutionOf } from './solve-in-thread.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(() => workspace.stop());

it.each([
  ['heron gateway refuses logins', 'save_draft', 'save_draft', 'active'],
  ['uploads fail with 413', 'discard_draft', 'discard_draft', 'retired'],
  ['kafka lag of the ledger grows', 'save_draft', 'discard_draft', null],
])(
  'of two who press at once on the draft of "%s" (%s, %s), one decides and the other is told',
  async (...given) => {
    const [problem, first, second, expected] = given;
    const { slack, bot, channel, ana, joon, settled } = workspace;
    const { ts } = await discuss(workspace, problem, ['rolled back to v41', 'that fixed it']);
    const draft = await resolveAndDraft(workspace, ts);
    await settled();
    const ephemerals = () => [ana, joon].flatMap(({ id }) => slack.ephemerals(id));
    const before = ephemerals().length;
    const press = (user: string, actionId: string) =>
      slack.press({ channel: channel.id, ts: draft.ts, user, actionId });
    await Promise.all([press(ana.id, first), press(joon.id, second)]);
    await slack.waitFor(() => ephemerals().length > before, 'the second to be told', 10_000);
    await settled();
    expect(ephemerals().slice(before)).toHaveLength(1);
    expect(ephemerals()[before]?.text).toMatch(/already (?:saved|discarded) by/);
    const solution = await solutionOf(workspace, ts);
    if (expected !== null) expect(solution?.status).toBe(expected);
    expect(workspace.ours(ts)).toHaveLength(1);
    expect(workspace.ours(ts)[0]?.text).toMatch(solution?.status === 'active' ? /^Saved/ : /discarded/);
    const versions = await versionsOf(
      { db: bot.store.db, workspaceId: bot.workspaceId },
      solution?.id ?? '',
      'operator',
      10,
    );
    expect(versions).toHaveLength(1);
  },
);
