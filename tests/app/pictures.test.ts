import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { decide, resolveAndDraft } from './solve-in-thread.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(() => workspace.stop());

/** A first message that is nothing but a pasted picture, which Slack names "image.png" each time. */
async function pasted(replies: string[]): Promise<string> {
  const { slack, channel, ana, joon, settled } = workspace;
  const files = [{ id: 'F01', name: 'image.png', mimetype: 'image/png', mode: 'hosted' }];
  const { ts } = await slack.say({ channel: channel.id, user: ana.id, text: '', files });
  for (const text of replies) await slack.say({ channel: channel.id, user: joon.id, text, threadTs: ts });
  await settled();
  return ts;
}

it('an incident that begins with a pasted picture is not taken for the last one that did', async () => {
  const { ours, channel, ana, slack } = workspace;
  const ts = await pasted(['the payments page is down', 'purged the CDN cache', 'that fixed it']);
  const draft = await resolveAndDraft(workspace, ts);
  expect(draft.text).toContain('the payments page is down');
  await decide(workspace, { channel: channel.id, ts: draft.ts, user: ana.id, actionId: 'save_draft' });
  const other = await pasted([]);
  expect(ours(other)).toEqual([]);
  const silent = ['purged the CDN cache', 'that fixed it'];
  for (const again of [await pasted(silent), await pasted(silent)]) {
    const { ts: offered, text } = await resolveAndDraft(workspace, again);
    expect(text).toContain('Untitled incident');
    await decide(workspace, { channel: channel.id, ts: offered, user: ana.id, actionId: 'save_draft' });
  }
  const asked = slack.ephemerals(ana.id).length;
  await slack.command({ channel: channel.id, user: ana.id, text: '/precedent payments page is down' });
  const found = await slack.waitFor(() => slack.ephemerals(ana.id)[asked], 'the findings', 10_000);
  expect(found.text).toContain('urged the CDN cache');
});
