import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resendUnsent } from '../../src/jobs/resend-unsent.ts';
import { writeOutbox } from '../../src/store/outbox/outbox.ts';
import { enqueueDigests } from '../../src/trends/enqueue-digests.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';

/** A Wednesday; the ticks that count are those of the Mondays after. */
let now = new Date('2026-03-04T10:00:00Z');
/** The simulator stamps messages with the real time where it is given none. */
const tuesday = Date.parse('2026-03-10T09:00:00Z');
let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await startTestWorkspace({ now: () => now });
});
afterAll(() => workspace.stop());

function digests() {
  const keyOf = (message: { metadata?: { event_payload: Record<string, unknown> } }) =>
    String(message.metadata?.event_payload.key ?? '');
  return workspace.ours().filter((message) => keyOf(message).startsWith('digest:'));
}

describe('the weekly digest', () => {
  it('says nothing of a week without an incident', async () => {
    now = new Date('2026-03-09T09:00:00Z');
    await enqueueDigests(workspace.bot.ctx);
    await workspace.settled();
    expect(digests()).toEqual([]);
  });

  it('is posted once for a week, however many replicas tick', async () => {
    const { slack, channel, ana, bot, settled } = workspace;
    for (const text of ['search is down in prod, HTTP 503', 'search is down in prod again, HTTP 503']) {
      await slack.say({ channel: channel.id, user: ana.id, text, at: tuesday });
    }
    await settled();
    now = new Date('2026-03-16T09:00:00Z');
    await Promise.all([enqueueDigests(bot.ctx), enqueueDigests(bot.ctx), enqueueDigests(bot.ctx)]);
    await settled();
    await enqueueDigests(bot.ctx);
    await settled();
    expect(digests()).toHaveLength(1);
    expect(digests()[0]?.text).toMatch(/^2 incidents/);
  });

  it('is not posted where the channel’s settings say so', async () => {
    const { slack, bot, settled } = workspace;
    const quiet = slack.addChannel({ name: 'quiet', members: [slack.botUserId, workspace.ana.id] });
    await slack.command({ channel: quiet.id, user: workspace.ana.id, text: '/precedent watch incidents' });
    await slack.waitFor(() => slack.history(quiet.id)[0], 'the first message after watch');
    await slack.command({ channel: quiet.id, user: workspace.ana.id, text: '/precedent settings' });
    const modal = await slack.waitFor(() => slack.modal(workspace.ana.id), 'the settings');
    const done = await slack.submitView({
      viewId: modal.id,
      user: workspace.ana.id,
      state: { digest: { value: { type: 'checkboxes', selected_options: [] } } },
    });
    expect(done.acked).toBe(true);
    await slack.say({ channel: quiet.id, user: workspace.ana.id, text: 'search is down', at: tuesday });
    await settled();
    await enqueueDigests(bot.ctx);
    await settled();
    expect(slack.history(quiet.id).filter((message) => message.text.includes('in the week of'))).toEqual([]);
  });
});

describe('what should stand in Slack and does not', () => {
  it('is sent by the next tick of the clock', async () => {
    const { bot, channel, settled, ours } = workspace;
    await writeOutbox(
      bot.store.db,
      {
        workspaceId: bot.workspaceId,
        key: 'notice:left-behind',
        kind: 'notice',
        channelId: channel.id,
        threadTs: null,
        incidentId: null,
        solutionId: null,
        body: { text: 'left behind', blocks: [] },
      },
      now,
    );
    await resendUnsent(bot.ctx);
    await resendUnsent(bot.ctx);
    await settled();
    expect(ours().filter((message) => message.text === 'left behind')).toHaveLength(1);
  });
});
