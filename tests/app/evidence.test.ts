import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftIncident } from '../../src/capture/drafts/draft-incident.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { rowsWith } from './read-database.ts';
import { decide, discuss, incidentAt, resolveAndDraft, solutionOf } from './solve-in-thread.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(() => workspace.stop());

const typed = (value: string) => ({ value: { type: 'plain_text_input', value } });

/** An incident that was solved and saved. */
async function save(root: string, replies: string[]) {
  const discussion = await discuss(workspace, root, replies);
  const draft = await resolveAndDraft(workspace, discussion.ts);
  const press = { channel: workspace.channel.id, ts: draft.ts, user: workspace.joon.id };
  await decide(workspace, { ...press, actionId: 'save_draft' });
  return { ...discussion, draft };
}

async function editByHand(draftTs: string, state: Record<string, Record<string, unknown>>) {
  const { slack, channel, ana, settled } = workspace;
  await slack.press({ channel: channel.id, ts: draftTs, user: ana.id, actionId: 'edit_draft' });
  const form = await slack.waitFor(() => slack.modal(ana.id), 'the form', 10_000);
  await slack.submitView({ viewId: form.id, user: ana.id, state });
  expect(slack.modal(ana.id)).toBeUndefined();
  await settled();
}

async function remove(ts: string | undefined) {
  await workspace.slack.delete(workspace.channel.id, ts ?? '');
  await workspace.settled();
}

async function change(ts: string | undefined, text: string) {
  await workspace.slack.edit({ channel: workspace.channel.id, ts: ts ?? '', text });
  await workspace.settled();
}

/** What stands in Slack in the thread of the next incident of this kind; '' for nothing. */
async function answerTo(text: string): Promise<string> {
  const { slack, channel, ana, settled, ours } = workspace;
  const { ts } = await slack.say({ channel: channel.id, user: ana.id, text });
  await settled();
  answers.push(ts);
  return JSON.stringify(ours(ts));
}
const answers: string[] = [];
const lastAnswer = () => JSON.stringify(workspace.ours(answers.at(-1)));
const rows = (words: string) => rowsWith(workspace.bot.store.db, words);
const shown = (ts: string) => JSON.stringify(workspace.ours(ts));

describe('a deleted message', () => {
  it('takes its step, its words in the index and its older versions out of a saved fix, and out of answers', async () => {
    const problem = 'osprey gateway returns 502 for every upload in prod';
    const { ts, replies } = await save(problem, [
      'restarted the osprey gateway, no change',
      'purged the quokka cache, that made it worse',
      'rolled back osprey to v41',
      'that fixed it',
    ]);
    expect(await answerTo(`${problem} again`)).toContain('quokka');
    expect(await rows('quokka')).not.toEqual([]);
    await remove(replies[1]);
    expect(await rows('quokka')).toEqual([]);
    expect(lastAnswer()).not.toContain('quokka');
    expect(lastAnswer()).toContain('olled back osprey to v41');
    const saved = await solutionOf(workspace, ts);
    expect(saved).toMatchObject({ status: 'active', proven: true });
    expect(saved?.content.steps).toHaveLength(2);
    expect(await answerTo(`${problem}, third time`)).toContain('olled back osprey to v41');
  });

  it('retires the fix when nothing is left that shows it, and says so where it was shown', async () => {
    const problem = 'heron mailer bounces every message with 550 in prod';
    const { ts, replies } = await save(problem, ['renewed the indigo certificate, that fixed it']);
    expect(await answerTo(`${problem} again`)).toContain('indigo');
    await remove(replies[0]);
    expect(await rows('indigo')).toEqual([]);
    expect((await solutionOf(workspace, ts))?.status).toBe('retired');
    expect(shown(ts)).toMatch(/no longer keep it/);
    expect(shown(ts)).not.toMatch(/save_draft|edit_draft/);
    expect(lastAnswer()).toMatch(/know nothing like this/);
    expect(await answerTo(`${problem}, third time`)).toBe('[]');
  });

  it('leaves what a person wrote by hand, and takes the rest out of every version', async () => {
    const { ts, replies, draft } = await save('lynx billing job hangs since noon in prod', [
      'cleared the walrus queue, no change',
      'Root cause: the marmot lease was never renewed',
      'raised the worker count to 12',
      'that fixed it',
    ]);
    await editByHand(draft.ts, {
      title: typed('Billing hangs: more workers'),
      permanent: typed('Alert on lag'),
    });
    await remove(replies[0]);
    await remove(replies[1]);
    expect(await rows('walrus')).toEqual([]);
    expect(await rows('marmot')).toEqual([]);
    const saved = await solutionOf(workspace, ts);
    expect(saved?.status).toBe('active');
    expect(saved?.content).toMatchObject({
      title: 'Billing hangs: more workers',
      rootCause: null,
      fix: { permanent: 'Alert on lag' },
    });
    expect(saved?.content.steps.map((step) => step.text)).toEqual([
      expect.stringMatching(/raised the worker count to 12/i),
    ]);
    expect(shown(ts)).toContain('Billing hangs');
  });

  it('is not kept in what a person copied from it', async () => {
    const { ts, replies, draft } = await save('dingo export stalls at 90 percent', [
      'we flushed the numbat ledger by hand at noon',
      'raised the timeout to 60s',
      'that fixed it',
    ]);
    await editByHand(draft.ts, {
      root_cause: typed('We flushed the numbat ledger by hand at noon. The timeout was too short.'),
    });
    await remove(replies[0]);
    expect(await rows('numbat')).toEqual([]);
    expect((await solutionOf(workspace, ts))?.content.rootCause).toBe('The timeout was too short.');
  });

  it('takes what the draft says it left out along, and so does the first message', async () => {
    const replies = ['restarted the puffin api', 'unrelated: the toucan wiki is down', 'that fixed it'];
    const first = await discuss(workspace, 'puffin api throws 500s in prod', replies);
    const draft = await resolveAndDraft(workspace, first.ts);
    expect(JSON.stringify(draft)).toContain(
      'Left out: 1 message about another problem (the toucan wiki is down)',
    );
    await remove(first.replies[1]);
    expect(await rows('toucan')).toEqual([]);
    expect(shown(first.ts)).not.toContain('Left out');
    const second = await save('kestrel api throws 500s in prod', [
      'restarted the kestrel api',
      'unrelated: the dodo wiki is down',
      'that fixed it',
    ]);
    expect((await solutionOf(workspace, second.ts))?.content.leftOut?.words).toBe('the dodo wiki is down');
    await remove(second.ts);
    expect((await rows('the dodo wiki')).filter((row) => row.includes('solution'))).toEqual([]);
  });

  it('is gone from a discarded draft, too', async () => {
    const { channel, joon } = workspace;
    const { ts, replies } = await discuss(workspace, 'egret search is slow', [
      'dropped the okapi index',
      'fine now',
    ]);
    const draft = await resolveAndDraft(workspace, ts);
    await decide(workspace, { channel: channel.id, ts: draft.ts, user: joon.id, actionId: 'discard_draft' });
    expect(await rows('okapi')).not.toEqual([]);
    await remove(replies[0]);
    expect(await rows('okapi')).toEqual([]);
    expect(shown(ts)).toMatch(/Discarded by/);
  });

  it('is followed also after the channel is no longer watched', async () => {
    const { slack, ana, settled, bot } = workspace;
    const room = slack.addChannel({ name: 'later', members: [slack.botUserId, ana.id, workspace.joon.id] });
    const command = (text: string) => slack.command({ channel: room.id, user: ana.id, text });
    await command('/precedent watch incidents');
    await settled();
    const { ts, replies } = await discuss(
      workspace,
      'ibex sync fails',
      ['reset the tapir cursor', 'that fixed it'],
      room.id,
    );
    const draft = await resolveAndDraft(workspace, ts, room.id);
    await decide(workspace, { channel: room.id, ts: draft.ts, user: ana.id, actionId: 'save_draft' });
    await command('/precedent unwatch');
    // The watch is remembered for ten seconds.
    bot.ctx.watch.forget(room.id);
    await slack.delete(room.id, replies[0] ?? '');
    await settled();
    expect(await rows('tapir')).toEqual([]);
  });
});

describe('a message that is deleted while its thread is captured', () => {
  it('does not come back with what was read before', async () => {
    const { slack, bot, channel, ana, settled } = workspace;
    const { ts, replies } = await discuss(workspace, 'wombat cron fails nightly', [
      'cleared the bandicoot lock, no change',
      'restarted cron',
      'that fixed it',
    ]);
    await settled();
    await slack.react({ channel: channel.id, ts, user: ana.id, name: 'white_check_mark' });
    await settled();
    const incident = await incidentAt(workspace, ts);
    let asked = 0;
    const slowModel = {
      name: 'slow',
      structured: async () => {
        asked += 1;
        if (asked === 1) await remove(replies[0]);
        throw new Error('the model failed');
      },
    };
    await slack.say({ channel: channel.id, user: ana.id, text: 'noted for the report', threadTs: ts });
    await settled();
    await draftIncident({ ...bot.ctx, model: slowModel }, { incidentId: incident?.id ?? '' });
    await settled();
    expect(asked).toBe(2);
    expect(await rows('bandicoot')).toEqual([]);
    expect((await solutionOf(workspace, ts))?.content.steps).toHaveLength(1);
  });
});

describe('a deleted first message', () => {
  it('takes the whole saved fix with it when nobody had edited it', async () => {
    const problem = 'puffin ledger rejects withdrawals in prod';
    const { ts } = await save(problem, ['rotated the basilisk lease', 'that fixed it']);
    expect(await answerTo(`${problem} again`)).toContain('basilisk');
    await remove(ts);
    expect(await rows('basilisk')).toEqual([]);
    expect((await solutionOf(workspace, ts))?.status).toBe('retired');
    expect(lastAnswer()).toMatch(/know nothing like this/);
    expect(shown(ts)).not.toContain('basilisk');
    expect(await rows('puffin ledger rejects')).toHaveLength((await rows(`${problem} again`)).length);
  });

  it('leaves a fix that a person edited, without the words of that message', async () => {
    const { ts, draft } = await save('gannet relay drops parcels since the kakapo release', [
      'reset the relay offset to zero',
      'that fixed it',
    ]);
    await editByHand(draft.ts, { immediate: typed('Set the offset of the relay to zero, then restart it') });
    await remove(ts);
    expect(await rows('kakapo')).toEqual([]);
    const saved = await solutionOf(workspace, ts);
    expect(saved?.status).toBe('active');
    expect(saved?.content.fix.immediate).toBe('Set the offset of the relay to zero, then restart it');
    expect(saved?.content.title).toBe('Untitled incident');
  });
});

describe('an edited message', () => {
  it('has a saved fix captured anew when nobody had edited it', async () => {
    const problem = 'condor indexer is OOMKilled in prod every hour';
    const { ts, replies } = await save(problem, [
      'raised the memory limit to 4Gi for the gecko team',
      'that fixed it',
    ]);
    expect(await answerTo(`${problem} again`)).toContain('4Gi');
    await change(replies[0], 'raised the memory limit to 6Gi');
    expect(await rows('gecko')).toEqual([]);
    const saved = await solutionOf(workspace, ts);
    expect(saved?.status).toBe('active');
    expect(saved?.content.fix.immediate).toMatch(/6Gi/);
    expect(lastAnswer()).toContain('6Gi');
    expect(lastAnswer()).not.toContain('4Gi');
    expect(shown(ts)).toContain('6Gi');
  });

  it('changes only its own step in a fix that a person edited', async () => {
    const { ts, replies, draft } = await save('stork uploads fail with 413 in prod', [
      'restarted the proxy, no change',
      'raised the body limit to 8m, as the lemur runbook says',
      'that fixed it',
    ]);
    await editByHand(draft.ts, { title: typed('Uploads over 1 MB fail') });
    await change(replies[1], 'raised the body limit to 16m');
    expect(await rows('lemur')).toEqual([]);
    const content = (await solutionOf(workspace, ts))?.content;
    expect(content?.title).toBe('Uploads over 1 MB fail');
    expect(content?.steps.map((step) => [step.text, step.outcome])).toEqual([
      [expect.stringMatching(/restarted the proxy/i), 'no_effect'],
      [expect.stringMatching(/raised the body limit to 16m/i), 'worked'],
    ]);
    expect(content?.fix.immediate).toMatch(/16m/);
  });
});
