import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { addIncident } from '../store/sample-rows.ts';

/** Of the bot and of the incidents: no week ends between the two. */
const now = new Date();
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace({ now: () => now });
});
afterAll(() => workspace.stop());

it('tells the trends of the busiest channels, whatever they are called, and how many it leaves out', async () => {
  const { slack, bot, ana } = workspace;
  const { workspaceId } = bot;
  const names = ['api', 'billing', 'checkout', 'data', 'edge', 'zoo'];
  for (const name of names) {
    const { id } = slack.addChannel({ name, members: [slack.botUserId, ana.id] });
    await slack.command({ channel: id, user: ana.id, text: '/precedent watch' });
    await slack.waitFor(() => slack.history(id)[0], 'the first message after watch', 10_000);
    const place = { openedAt: now, workspaceId, channelId: id };
    const count = name === 'zoo' ? 3 : 1;
    for (let index = 0; index < count; index += 1) {
      await addIncident(bot.store.db, { ...place, id: `inc_${name}${index}`, threadTs: `${index}.000100` });
    }
  }
  await slack.command({ channel: ana.id, user: ana.id, text: '/precedent trends' });
  const ephemeral = await slack.waitFor(() => slack.ephemerals(ana.id).at(-1), 'the trends', 10_000);
  const zoo = slack.channels().find((channel) => channel.name === 'zoo');
  const words = JSON.stringify(ephemeral.blocks);
  expect(ephemeral.text).toContain(`<#${zoo?.id}>: *3 incidents this week so far`);
  // Six, and the one that every test watches, which had no incident.
  expect(words).toContain('…and 2 quieter channels: ask there');
  expect(words).not.toContain(`<#${workspace.channel.id}>`);
});
