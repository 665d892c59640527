import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { draftIncident } from '../../src/capture/drafts/draft-incident.ts';
import { saveDraft } from '../../src/solutions/save-draft.ts';
import { findIncidentByThread } from '../../src/store/incidents/incidents.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';

const problem = 'checkout down in prod: JedisConnectionException: Could not get a resource from the pool';
let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  const { slack, bot, channel, ana, settled } = workspace;
  const root = await slack.say({ channel: channel.id, user: ana.id, text: problem });
  await slack.say({ channel: channel.id, user: ana.id, text: 'raised the pool to 200', threadTs: root.ts });
  await slack.say({ channel: channel.id, user: ana.id, text: 'that fixed it', threadTs: root.ts });
  await slack.react({ channel: channel.id, ts: root.ts, user: ana.id, name: 'white_check_mark' });
  await settled();
  const incident = await findIncidentByThread(
    { db: bot.store.db, workspaceId: bot.workspaceId },
    channel.id,
    root.ts,
  );
  const solutionId = await draftIncident(bot.ctx, { incidentId: incident?.id ?? '' });
  await saveDraft(bot.ctx, { solutionId: solutionId ?? '', by: ana.id, viewer: 'operator' });
  await settled();
});
afterAll(() => workspace.stop());

let threadTs: string;

/** Posts the trouble again and waits until everything that follows is done. */
async function postAgain(): Promise<void> {
  const { slack, channel, ana, settled } = workspace;
  threadTs = (await slack.say({ channel: channel.id, user: ana.id, text: problem })).ts;
  await settled();
}

beforeEach(() => workspace.settled());

describe('an answer on its way to Slack', () => {
  it('is posted once when Slack carries the call out and the connection dies before the answer', async () => {
    const { slack, ours } = workspace;
    slack.arm({ kind: 'no-answer', method: 'chat.postMessage' });
    await postAgain();
    expect(ours(threadTs)).toHaveLength(1);
  });

  it('is posted once after Slack failed with 500 three times', async () => {
    const { slack, ours } = workspace;
    slack.arm({ kind: 'server-error', method: 'chat.postMessage', times: 3 });
    await postAgain();
    expect(ours(threadTs)).toHaveLength(1);
  });

  it('waits out a rate limit', async () => {
    const { slack, ours } = workspace;
    slack.arm({ kind: 'rate-limited', method: 'chat.postMessage', retryAfterSeconds: 1 });
    await postAgain();
    expect(ours(threadTs)).toHaveLength(1);
  });

  it('is given up, and nothing after it held back, when Slack refuses it for good', async () => {
    const { slack, ours } = workspace;
    slack.arm({ kind: 'api-error', method: 'chat.postMessage', error: 'is_archived' });
    await postAgain();
    expect(ours(threadTs)).toEqual([]);
    await postAgain();
    expect(ours(threadTs)).toHaveLength(1);
  });

  it('is posted once when the event that asks for it is delivered twice', async () => {
    const { slack, ours } = workspace;
    slack.arm({ kind: 'duplicate-event' });
    await postAgain();
    expect(ours(threadTs)).toHaveLength(1);
  });

  it('is posted once when every socket drops right after the event was sent', async () => {
    const { slack, ours, answerIn } = workspace;
    slack.arm({ kind: 'disconnect' });
    await postAgain();
    await slack.waitFor(() => slack.connections() > 0, 'the bot to come back', 20_000);
    await answerIn(threadTs, 'the answer after the reconnect');
    await workspace.settled();
    expect(ours(threadTs)).toHaveLength(1);
  });

  it('is taken away with its incident, also when Slack at first cannot', async () => {
    const { slack, channel, ours, settled } = workspace;
    await postAgain();
    expect(ours(threadTs)).toHaveLength(1);
    slack.arm({ kind: 'api-error', method: 'chat.delete', error: 'internal_error' });
    await slack.delete(channel.id, threadTs);
    await settled();
    expect(ours(threadTs)).toEqual([]);
  });
});
