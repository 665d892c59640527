import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DraftView } from '../../src/solutions/upsert-draft-message.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { discuss, solveAndSave } from './solve-in-thread.ts';

/** Said nowhere but in the first thread. */
const root = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape at zanzibar';
const alike = 'walrus exporter returns 503 in prod, `upstream timed out` for every scrape';
const restart = 'ran `systemctl restart walrus-exporter`';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await startTestWorkspace();
});
afterEach(() => workspace.stop());

/** Drafts as another version of the bot might word them: every button under another name, and no id of the other fix in it. */
function renameButtons(): void {
  const { ctx } = workspace.bot;
  const { draft } = ctx.render;
  const renamed = (view: DraftView) => {
    const body = draft(view);
    const json = JSON.stringify(body)
      .replaceAll(/"action_id":"/g, '"action_id":"v2_')
      .replaceAll(view.similar?.solutionId ?? 'none', 'other')
      .replaceAll(view.linkedTo?.solutionId ?? 'none', 'other');
    return JSON.parse(json) as typeof body;
  };
  ctx.render = { ...ctx.render, draft: renamed };
}

it.each([
  [
    'an offer to merge',
    ['ran `walrusctl drain --all`', 'that helped a bit', restart, 'that fixed it'],
    'Perhaps one fix',
  ],
  ['that a thread counts to a fix', [restart, 'that fixed it'], 'Known already'],
])('%s goes with the channel of the fix, whatever its buttons are called', async (_, replies, words) => {
  const { slack, channel, ana, joon, settled } = workspace;
  const elsewhere = slack.addChannel({ name: 'elsewhere', members: [slack.botUserId, ana.id, joon.id] });
  await slack.command({ channel: elsewhere.id, user: ana.id, text: '/precedent watch incidents' });
  await settled();
  await solveAndSave(workspace, root, [restart, 'that fixed it']);
  renameButtons();
  const { ts } = await discuss(workspace, alike, replies, elsewhere.id);
  await settled();
  await slack.react({ channel: elsewhere.id, ts, user: ana.id, name: 'white_check_mark' });
  const said = () => JSON.stringify(slack.thread(elsewhere.id, ts).slice(1));
  await slack.waitFor(() => said().includes(words), words, 10_000);
  await settled();
  expect(said()).toContain('zanzibar');
  expect(said()).toContain('v2_');
  slack.convert(channel.id, true);
  await settled();
  expect(said()).not.toMatch(/zanzibar|Perhaps one fix|Known already/);
  expect(said()).toContain('systemctl restart walrus-exporter');
});
