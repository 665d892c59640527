import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindOfDrafts } from '../../src/solutions/remind-of-drafts.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { decide, discuss, hasButton, resolveAndDraft, solutionOf } from './solve-in-thread.ts';

let offsetMs = 0;
const hourMs = 3_600_000;
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace({ now: () => new Date(Date.now() + offsetMs) });
});
afterAll(() => workspace.stop());

async function draftOf(root: string, replies: string[]) {
  const { ts } = await discuss(workspace, root, replies);
  const draft = await resolveAndDraft(workspace, ts);
  await workspace.settled();
  return { ts, draft };
}

async function tick() {
  await Promise.all([remindOfDrafts(workspace.bot.ctx), remindOfDrafts(workspace.bot.ctx)]);
  await workspace.settled();
}

const texts = (ts: string) => workspace.ours(ts).map((message) => message.text);

describe('a draft that nobody decides', () => {
  it('is recalled once, after a day, in its thread, and not once it is decided', async () => {
    const { channel, ana, slack } = workspace;
    const fixed = ['rolled back to v41', 'that fixed it'];
    const { ts, draft } = await draftOf('checkout returns 502', fixed);
    const decided = await draftOf('search returns 503', fixed);
    const empty = await draftOf('status page is blank', ['hm, fine again']);
    const press = { channel: channel.id, user: ana.id, actionId: 'save_draft' as const };
    await decide(workspace, { ...press, ts: decided.draft.ts });
    offsetMs = 23 * hourMs;
    await tick();
    expect(texts(ts)).toHaveLength(1);
    offsetMs = 25 * hourMs;
    await tick();
    expect(texts(ts)[1]).toMatch(/waited for a day/);
    expect(texts(empty.ts)[1]).toMatch(/One line/);
    expect(texts(decided.ts)).toHaveLength(1);
    // Somebody takes the reminder away, and the clock goes on: it does not come back.
    await slack.delete(channel.id, workspace.ours(empty.ts)[1]?.ts ?? '');
    offsetMs = 49 * hourMs;
    await tick();
    expect(texts(ts)).toHaveLength(2);
    expect(texts(empty.ts)).toHaveLength(1);
    await decide(workspace, { ...press, ts: draft.ts });
    expect(texts(ts)).toHaveLength(1);
    expect(JSON.stringify(slack.thread(channel.id, ts))).not.toContain('<@');
  });

  it('is not recalled when its thread is gone, nor in a channel that is no longer watched', async () => {
    const { slack, ana, channel, settled } = workspace;
    offsetMs = 0;
    const gone = await draftOf('kafka lag grows', ['added two workers', 'that fixed it']);
    const quiet = await draftOf('disk is full', ['cleared the logs', 'that fixed it']);
    await slack.delete(channel.id, gone.ts);
    await slack.command({ channel: channel.id, user: ana.id, text: '/precedent unwatch' });
    await settled();
    offsetMs = 25 * hourMs;
    await tick();
    expect(texts(gone.ts)).toEqual([]);
    expect(texts(quiet.ts)).toHaveLength(1);
    offsetMs = 0;
    await slack.command({ channel: channel.id, user: ana.id, text: '/precedent watch incidents' });
    await settled();
  });
});

describe('a draft without a step', () => {
  it('takes the first line that somebody answers with as its fix, and follows what becomes of that line', async () => {
    const { slack, channel, ana, joon, settled } = workspace;
    const { ts, draft } = await draftOf('kiosk wallpaper is upside down', ['hm, fine again']);
    expect(draft.text).toMatch(/One line is enough/);
    const reply = async (user: string, text: string) => {
      const posted = await slack.say({ channel: channel.id, user, text, threadTs: ts });
      await settled();
      return posted.ts;
    };
    for (const text of ['no idea', 'was it the CDN?', 'nothing, it came back by itself']) {
      await reply(ana.id, text);
    }
    expect(hasButton(workspace.ours(ts)[0], 'save_draft')).toBe(false);
    const line = await reply(joon.id, 'the CDN cache of the page, it was stale after the release');
    expect(hasButton(workspace.ours(ts)[0], 'save_draft')).toBe(true);
    const content = (await solutionOf(workspace, ts))?.content;
    expect(content?.fix.immediate).toBe('The CDN cache of the page, it was stale after the release');
    expect(content?.steps).toMatchObject([{ outcome: 'worked', by: joon.id, evidence: [{ ts: line }] }]);
    await reply(ana.id, 'the flag of the new header, too');
    expect((await solutionOf(workspace, ts))?.content.steps).toHaveLength(1);
    await slack.delete(channel.id, line);
    await settled();
    expect(JSON.stringify(workspace.ours(ts))).not.toContain('stale after');
    expect(workspace.ours(ts)).toHaveLength(1);
  });
});

describe('what the bot says of people', () => {
  it('names them without a mention, which would notify them', async () => {
    const { slack, channel, joon } = workspace;
    const { draft } = await draftOf('uploads fail with 413', ['raised the body limit', 'that fixed it']);
    const standing = () => JSON.stringify(slack.message(channel.id, draft.ts)?.blocks);
    expect(standing()).toContain(`– ${joon.name}`);
    await decide(workspace, { channel: channel.id, ts: draft.ts, user: joon.id, actionId: 'save_draft' });
    expect(standing()).toContain(`Saved by ${joon.name}`);
    for (const { body } of [...slack.calls('chat.postMessage'), ...slack.calls('chat.update')]) {
      expect(JSON.stringify(body)).not.toContain('<@');
    }
  });

  it('says "someone" where Slack does not tell the name', async () => {
    const { slack, channel, ana, settled } = workspace;
    const stranger = slack.addUser({ name: 'sue' });
    slack.join(channel.id, stranger.id);
    const { ts } = await slack.say({ channel: channel.id, user: ana.id, text: 'vpn is down' });
    await slack.say({
      channel: channel.id,
      user: stranger.id,
      text: 'rebooted the vpn host, that fixed it',
      threadTs: ts,
    });
    await settled();
    slack.arm({ kind: 'api-error', method: 'users.info', error: 'user_not_found', times: 5 });
    const draft = await resolveAndDraft(workspace, ts);
    expect(JSON.stringify(draft.blocks)).toContain('– someone');
  });
});
