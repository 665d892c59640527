import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimEphemeral } from '../../src/playground/slack-sim/slack-sim.ts';
import { changeChannel, findChannel } from '../../src/store/channels/channels.ts';
import { deleteDraftsOfThread } from '../../src/store/solutions/draft-decisions.ts';
import { countSolutions } from '../../src/store/solutions/solutions.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { addSolution } from '../store/sample-rows.ts';
import {
  discuss,
  hasButton,
  incidentAt,
  resolveAndDraft,
  solutionOf,
  solveAndSave,
} from './solve-in-thread.ts';

const poolExhausted =
  'checkout is down in prod: JedisConnectionException: Could not get a resource from the pool';
const poolFix = ['raising the pool to 200: `kubectl set env deploy/checkout POOL=200`', 'that fixed it'];

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace();
  await solveAndSave(workspace, poolExhausted, poolFix);
});
afterAll(() => workspace.stop());

/** What a person alone gets to see after doing something. */
async function ephemeralAfter(user: string, act: () => Promise<{ acked: boolean } | unknown>) {
  const { slack } = workspace;
  const before = slack.ephemerals(user).length;
  const result = await act();
  if (typeof result === 'object' && result !== null && 'acked' in result) {
    expect(result).toMatchObject({ acked: true });
  }
  return slack.waitFor(() => slack.ephemerals(user)[before], 'an answer to the person', 10_000);
}

const allOf = (ephemeral: SimEphemeral) => `${ephemeral.text}\n${JSON.stringify(ephemeral.blocks ?? [])}`;

async function ask(text: string, channel = workspace.channel.id, user = workspace.ana.id) {
  return allOf(await ephemeralAfter(user, () => workspace.slack.command({ channel, user, text })));
}

describe('/precedent', () => {
  it('helps when asked, when nothing is said, and after a slip names the right word', async () => {
    expect(await ask('/precedent help')).toMatch(/\/precedent watch/);
    expect(await ask('/precedent')).toMatch(/\/precedent watch/);
    expect(await ask('/precedent wach')).toMatch(/Did you mean `\/precedent watch`/);
  });

  it('finds a past fix for symptoms, shows it to the asker alone, and says when it knows nothing', async () => {
    const { slack, channel, settled, ours } = workspace;
    const before = ours().length;
    expect(await ask('/precedent JedisConnectionException could not get a resource from the pool')).toMatch(
      /raising the pool to 200/i,
    );
    expect(await ask('/precedent the office plants look thirsty')).toMatch(/Nothing is near enough/);
    await settled();
    expect(ours()).toHaveLength(before);
    expect(slack.history(channel.id).filter((message) => message.text.includes('plants'))).toEqual([]);
  });

  it('answers every hostile or huge text in time, and shows none of it as markup', async () => {
    const { slack, channel, ana } = workspace;
    const texts = [
      'timeout '.repeat(5_000),
      Array.from({ length: 6_000 }, (_, index) => `w${index.toString(36)}x`).join(' '),
      ':fire: :fire: 🔥🔥',
      '<!channel> <!here> @everyone <@U000000001>',
      "'; drop table incidents; -- \\ \u0000 %s $1",
      '<script>alert(1)</script> <https://evil.example|click here>',
      '\u202e\u0007 \ud800',
    ];
    for (const text of texts) {
      const ephemeral = await ephemeralAfter(ana.id, async () => {
        const result = await slack.command({ channel: channel.id, user: ana.id, text: `/precedent ${text}` });
        expect(result.tookMs).toBeLessThan(3_000);
        return result;
      });
      expect(allOf(ephemeral)).toMatch(/Nothing is near enough|Fix:|Seen before|No fix was written/);
      expect(allOf(ephemeral)).not.toMatch(/<!|<@|<https?:[^>]*evil|<script/);
    }
  });

  it('lists the drafts that wait', async () => {
    const { settled } = workspace;
    expect(await ask('/precedent drafts')).toMatch(/no drafts?|nothing waits|none/i);
    const { ts } = await discuss(workspace, 'search returns 503 in prod', [
      'restarted the indexer',
      'that fixed it',
    ]);
    await settled();
    await resolveAndDraft(workspace, ts);
    expect(await ask('/precedent drafts')).toContain('search returns 503');
  });

  it('counts all drafts that wait, also those that one message has no room for', async () => {
    const { db } = workspace.bot.store;
    const { workspaceId } = workspace.bot;
    const before = (await countSolutions({ db, workspaceId }, 'operator')).draft;
    for (let index = 0; index < 12; index += 1) {
      const threadTs = `${index}.000100`;
      await addSolution(db, { id: `sol_wait${index}`, workspaceId, status: 'draft', threadTs });
    }
    const list = await ask('/precedent drafts');
    expect(list).toContain(`${before + 12} drafts wait to be saved`);
    expect(list).toContain(`…and ${before + 2} more, once these are decided`);
    for (let index = 0; index < 12; index += 1) {
      await deleteDraftsOfThread({ db, workspaceId }, 'C1', `${index}.000100`);
    }
  });

  it('tells the trends of the channel', async () => {
    expect(await ask('/precedent trends')).toMatch(/#incidents|<#C/);
  });
});

describe('watching', () => {
  it('says in the channel what will happen, once, and tells who watches again of the new mode', async () => {
    const { slack, ana, settled } = workspace;
    const other = slack.addChannel({ name: 'ops', members: [slack.botUserId, ana.id] });
    const command = (text: string) => slack.command({ channel: other.id, user: ana.id, text });
    await command('/precedent watch alerts');
    await settled();
    const welcomes = () => slack.history(other.id).filter((message) => message.bot_id === slack.botId);
    expect(welcomes()).toHaveLength(1);
    expect(await ask('/precedent watch mixed', other.id)).toMatch(/already.*mixed/);
    await settled();
    expect(welcomes()).toHaveLength(1);
    expect(await ask('/precedent unwatch', other.id)).toMatch(/no longer watch/);
    expect(await ask('/precedent unwatch', other.id)).toMatch(/do not watch/);
    const posted = await slack.say({ channel: other.id, user: ana.id, text: 'ops is down, 500s everywhere' });
    await settled();
    expect(await incidentAt(workspace, posted.ts, other.id)).toBeNull();
  });

  it('asks to be invited where it is not, and says that it cannot watch a direct message', async () => {
    const { slack, ana } = workspace;
    const open = slack.addChannel({ name: 'not-in', members: [ana.id] });
    const closed = slack.addChannel({ name: 'not-in-secret', isPrivate: true, members: [ana.id] });
    const invite = `Invite me with /invite <@${slack.botUserId}>,`;
    expect(await ask('/precedent watch', open.id)).toContain(`I am not in this channel. ${invite}`);
    expect(await ask('/precedent watch', closed.id)).toContain(invite);
    expect(await ask('/precedent watch', ana.id)).toMatch(/not direct messages/);
    expect(await ask('/precedent settings', open.id)).toMatch(/do not watch this channel/);
  });

  it('opens the settings, shows what is wrong at its field, and saves them', async () => {
    const { slack, bot, channel, ana } = workspace;
    await slack.command({ channel: channel.id, user: ana.id, text: '/precedent settings' });
    const modal = await slack.waitFor(() => slack.modal(ana.id), 'the settings');
    const state = (hours: string) => ({
      mode: { value: { type: 'static_select', selected_option: { value: 'incidents' } } },
      quiet_hours: { value: { type: 'static_select', selected_option: { value: hours } } },
      digest: { value: { type: 'checkboxes', selected_options: [] } },
      answers: { value: { type: 'static_select', selected_option: { value: 'quiet' } } },
      auto_save: { value: { type: 'checkboxes', selected_options: [{ value: 'auto_save' }] } },
    });
    await slack.submitView({ viewId: modal.id, user: ana.id, state: state('9000') });
    expect(slack.modal(ana.id)?.errors).toHaveProperty('quiet_hours');
    await slack.submitView({ viewId: modal.id, user: ana.id, state: state('48') });
    expect(slack.modal(ana.id)).toBeUndefined();
    expect(await findChannel({ db: bot.store.db, workspaceId: bot.workspaceId }, channel.id)).toMatchObject({
      mode: 'incidents',
      quietHours: 48,
      digest: false,
      answerSensitivity: 'quiet',
      autoSave: true,
    });
    // The tests below need a channel as it is at first.
    await changeChannel({ db: bot.store.db, workspaceId: bot.workspaceId }, channel.id, {
      answerSensitivity: 'normal',
      autoSave: false,
    });
  });

  it('lets only members of the channel change its settings, also once the form is open', async () => {
    const { slack, bot, channel, ana } = workspace;
    const lee = slack.addUser({ name: 'lee', realName: 'Lee Moor' });
    expect(await ask('/precedent settings', channel.id, lee.id)).toMatch(/Only members of this channel/);
    expect(slack.modal(lee.id)).toBeUndefined();
    const other = slack.addChannel({ name: 'left', members: [slack.botUserId, ana.id, lee.id] });
    await slack.command({ channel: other.id, user: ana.id, text: '/precedent watch' });
    await slack.waitFor(() => slack.history(other.id)[0], 'the first message after watch');
    await slack.command({ channel: other.id, user: lee.id, text: '/precedent settings' });
    const modal = await slack.waitFor(() => slack.modal(lee.id), 'the settings');
    slack.leave(other.id, lee.id);
    const state = { digest: { value: { type: 'checkboxes', selected_options: [] } } };
    await slack.submitView({ viewId: modal.id, user: lee.id, state });
    expect(slack.modal(lee.id)?.errors?.mode).toMatch(/Only members of this channel/);
    expect(await findChannel({ db: bot.store.db, workspaceId: bot.workspaceId }, other.id)).toMatchObject({
      digest: true,
    });
    await slack.closeView(modal.id, lee.id);
  });
});

describe('where slash commands do not reach', () => {
  it('answers a mention in a channel that is not watched, to who asked alone', async () => {
    const { slack, ana } = workspace;
    const other = slack.addChannel({ name: 'chat', members: [slack.botUserId, ana.id] });
    const text = `<@${slack.botUserId}> JedisConnectionException could not get a resource from the pool`;
    const ephemeral = await ephemeralAfter(ana.id, () =>
      slack.say({ channel: other.id, user: ana.id, text }),
    );
    expect(allOf(ephemeral)).toMatch(/raising the pool to 200/i);
    const bare = await ephemeralAfter(ana.id, () =>
      slack.say({ channel: other.id, user: ana.id, text: `<@${slack.botUserId}>` }),
    );
    expect(allOf(bare)).toMatch(/\/precedent watch/);
    expect(slack.history(other.id).filter((message) => message.bot_id === slack.botId)).toEqual([]);
  });

  it('tells whoever mentions it when it could not look', async () => {
    const { slack, ana } = workspace;
    const other = slack.addChannel({ name: 'unlucky', members: [slack.botUserId, ana.id] });
    slack.arm({ kind: 'server-error', method: 'users.info', times: 3 });
    const text = `<@${slack.botUserId}> JedisConnectionException could not get a resource from the pool`;
    const ephemeral = await ephemeralAfter(ana.id, () =>
      slack.say({ channel: other.id, user: ana.id, text }),
    );
    expect(ephemeral).toMatchObject({
      channel: other.id,
      text: expect.stringMatching(/went wrong on my side/),
    });
  });

  it('helps whoever mentions it with "help" or a command, and opens no incident for that', async () => {
    const { slack, channel, ana, settled } = workspace;
    const mention = (text: string) =>
      ephemeralAfter(ana.id, async () => {
        const { ts } = await slack.say({
          channel: channel.id,
          user: ana.id,
          text: `<@${slack.botUserId}> ${text}`,
        });
        await settled();
        expect(await incidentAt(workspace, ts)).toBeNull();
      });
    expect(allOf(await mention('help'))).toMatch(/\/precedent watch/);
    const other = slack.addChannel({ name: 'talk', members: [slack.botUserId, ana.id] });
    const text = `<@${slack.botUserId}> drafts`;
    const ephemeral = await ephemeralAfter(ana.id, () =>
      slack.say({ channel: other.id, user: ana.id, text }),
    );
    expect(allOf(ephemeral)).toMatch(/\/precedent drafts/);
  });

  it('looks again, wider, when it is mentioned in the thread of an incident, in its one message', async () => {
    const { slack, channel, ana, settled, ours } = workspace;
    const { ts } = await discuss(workspace, 'the coffee machine is out of beans', ['who has the key?']);
    await settled();
    expect(ours(ts)).toEqual([]);
    for (const text of [
      'anything?',
      'and now? JedisConnectionException: could not get a resource from the pool',
    ]) {
      await slack.say({
        channel: channel.id,
        user: ana.id,
        text: `<@${slack.botUserId}> ${text}`,
        threadTs: ts,
      });
      await settled();
      expect(ours(ts)).toHaveLength(1);
    }
    expect(JSON.stringify(ours(ts))).toMatch(/raising the pool to 200/i);
  });

  it('answers symptoms in a direct message', async () => {
    const { slack, ana } = workspace;
    const posted = await slack.say({
      channel: ana.id,
      user: ana.id,
      text: 'JedisConnectionException could not get a resource from the pool',
    });
    const answer = await slack.waitFor(
      () => slack.history(posted.channel).find((message) => message.bot_id === slack.botId),
      'an answer in the direct message',
      10_000,
    );
    expect(JSON.stringify(answer)).toMatch(/raising the pool to 200/i);
    await slack.say({
      channel: ana.id,
      user: ana.id,
      text: 'help me, JedisConnectionException could not get a resource from the pool',
      threadTs: posted.ts,
    });
    const reply = await slack.waitFor(
      () => slack.thread(posted.channel, posted.ts).find((message) => message.bot_id === slack.botId),
      'an answer in the thread',
      10_000,
    );
    expect(JSON.stringify(reply)).toMatch(/raising the pool to 200/i);
  });

  it('finds past fixes for a message, also where it is not a member', async () => {
    const { slack, ana } = workspace;
    const other = slack.addChannel({ name: 'elsewhere', members: [ana.id] });
    const posted = await slack.say({ channel: other.id, user: ana.id, text: poolExhausted });
    const ephemeral = await ephemeralAfter(ana.id, () =>
      slack.shortcut({ callbackId: 'find_past_fixes', channel: other.id, ts: posted.ts, user: ana.id }),
    );
    expect(allOf(ephemeral)).toMatch(/raising the pool to 200/i);
  });

  it('asks to be invited before it saves a thread that it cannot read', async () => {
    const { slack, ana } = workspace;
    const other = slack.addChannel({ name: 'unreadable', members: [ana.id] });
    const posted = await slack.say({ channel: other.id, user: ana.id, text: poolExhausted });
    const ephemeral = await ephemeralAfter(ana.id, () =>
      slack.shortcut({ callbackId: 'save_the_fix', channel: other.id, ts: posted.ts, user: ana.id }),
    );
    expect(ephemeral.text).toContain(
      `cannot read this thread. Invite me with /invite <@${slack.botUserId}>,`,
    );
  });
});

describe('Save the fix', () => {
  const press = (channel: string, ts: string) =>
    workspace.slack.shortcut({ callbackId: 'save_the_fix', channel, ts, user: workspace.ana.id });

  it('drafts a thread of a channel that nobody watches, for everyone, and follows it when asked again', async () => {
    const { slack, ana, joon, settled } = workspace;
    const other = slack.addChannel({ name: 'dev', members: [slack.botUserId, ana.id, joon.id] });
    const { ts, replies } = await discuss(
      workspace,
      'build agents fail with ENOSPC on 10.9.8.7',
      ['freed the disk of 10.9.8.6', 'that fixed it'],
      other.id,
    );
    await press(other.id, replies[0] ?? ts);
    const ours = () => slack.thread(other.id, ts).filter((message) => message.bot_id === slack.botId);
    await slack.waitFor(() => ours()[0], 'the draft', 10_000);
    expect(JSON.stringify(ours())).toMatch(/freed the disk of \[ip-2\]/i);
    expect(await solutionOf(workspace, ts, other.id)).toMatchObject({ visibility: 'workspace' });
    await slack.say({
      channel: other.id,
      user: joon.id,
      text: 'Root cause: the cache was never pruned',
      threadTs: ts,
    });
    const ephemeral = await ephemeralAfter(ana.id, () => press(other.id, ts));
    expect(ephemeral.text).toMatch(/press Save there/);
    const visitor = slack.addUser({ name: 'visitor' });
    const place = { callbackId: 'save_the_fix', channel: other.id, ts, user: visitor.id };
    expect((await ephemeralAfter(visitor.id, () => slack.shortcut(place))).text).toMatch(/press Save there/);
    await settled();
    expect(ours()).toHaveLength(1);
    expect(JSON.stringify(ours())).toContain('never pruned');
  });

  it('drafts an alert that recovered by itself, because now somebody asks', async () => {
    const { slack, channel, settled, ours } = workspace;
    const alert = (state: string, color: string) =>
      slack.botSays({
        channel: channel.id,
        username: 'Alertmanager',
        attachments: [{ color, title: `[${state}] QueueDepth mail (prod mail critical)` }],
      });
    const firing = await alert('FIRING:1', 'danger');
    await settled();
    await alert('RESOLVED', 'good');
    await settled();
    expect(ours(firing.ts)).toEqual([]);
    await press(channel.id, firing.ts);
    const draft = () => ours(firing.ts).find((message) => hasButton(message, 'edit_draft'));
    await slack.waitFor(draft, 'the draft', 10_000);
    await settled();
    expect(ours(firing.ts)).toHaveLength(1);
  });

  it('drafts the thread under an alert that fired again while its first firing was open', async () => {
    const { slack, channel, ana, settled, ours } = workspace;
    const fire = () =>
      slack.botSays({
        channel: channel.id,
        username: 'Alertmanager',
        attachments: [{ color: 'danger', title: '[FIRING:1] DiskFull backup (prod backup critical)' }],
      });
    const first = await fire();
    // Two at once come over two sockets: which of them opens the incident is then anybody's guess.
    await settled();
    const again = await fire();
    for (const text of ['deleted the old dumps', 'that fixed it']) {
      await slack.say({ channel: channel.id, user: ana.id, text, threadTs: again.ts });
    }
    await settled();
    expect(await incidentAt(workspace, again.ts)).toBeNull();
    await press(channel.id, again.ts);
    await slack.waitFor(() => ours(again.ts)[0], 'the draft', 10_000);
    await settled();
    expect(JSON.stringify(ours(again.ts))).toMatch(/deleted the old dumps/i);
    expect((await incidentAt(workspace, first.ts))?.status).toBe('open');
  });

  it('says why it drafts nothing in a thread whose first message is deleted, or its own', async () => {
    const { slack, channel, ana, ours } = workspace;
    const gone = await discuss(workspace, 'the office plants look sad', ['watered them', 'that fixed it']);
    await slack.delete(channel.id, gone.ts);
    const welcome = ours()[0]?.ts ?? '';
    const reply = { channel: channel.id, user: ana.id, text: 'nice to have you here', threadTs: welcome };
    const under = [gone.replies[0] ?? '', (await slack.say(reply)).ts];
    for (const ts of under) {
      const ephemeral = await ephemeralAfter(ana.id, () => press(channel.id, ts));
      expect(ephemeral.text).toMatch(/^The first message of this thread is deleted, or my own/);
      expect(await incidentAt(workspace, ts)).toBeNull();
    }
  });
});

describe('the App Home', () => {
  const homeOf = async (user: string) => {
    const { slack, settled } = workspace;
    const published = slack.calls('views.publish').length;
    await slack.openHome(user);
    await slack.waitFor(() => slack.calls('views.publish')[published], 'the App Home', 10_000);
    await settled();
    return JSON.stringify(slack.home(user)?.view.blocks);
  };

  it('says how to start while nothing is watched', async () => {
    const empty = await startTestWorkspace();
    const { slack, ana, channel, settled } = empty;
    await slack.command({ channel: channel.id, user: ana.id, text: '/precedent unwatch' });
    await slack.waitFor(() => slack.ephemerals(ana.id)[0], 'the end of the watch', 10_000);
    await slack.openHome(ana.id);
    await slack.waitFor(() => slack.home(ana.id), 'the App Home', 10_000);
    await settled();
    expect(JSON.stringify(slack.home(ana.id)?.view.blocks)).toContain('To start');
    await empty.stop();
  });

  it('lists channels, drafts and fixes, and follows Edit and Save pressed in it', async () => {
    const { slack, ana, settled } = workspace;
    const { ts } = await discuss(workspace, 'invoices are sent twice', [
      'paused the mailer',
      'that fixed it',
    ]);
    await settled();
    await resolveAndDraft(workspace, ts);
    expect(await homeOf(ana.id)).toContain('invoices are sent twice');
    const value = (await solutionOf(workspace, ts))?.id ?? '';
    const viewId = slack.home(ana.id)?.id ?? '';
    await slack.press({ user: ana.id, viewId, actionId: 'edit_draft', value });
    const modal = await slack.waitFor(() => slack.modal(ana.id), 'the form', 10_000);
    await slack.submitView({
      viewId: modal.id,
      user: ana.id,
      state: { title: { value: { type: 'plain_text_input', value: 'Invoices doubled by the mailer' } } },
    });
    await settled();
    expect(JSON.stringify(slack.home(ana.id)?.view.blocks)).toContain('Invoices doubled');
    await slack.press({ user: ana.id, viewId, actionId: 'save_draft', value });
    await slack.waitFor(
      () => !JSON.stringify(slack.home(ana.id)?.view.blocks).includes(`"value":"${value}"`),
      'the draft to leave the Home',
      10_000,
    );
    expect((await solutionOf(workspace, ts))?.status).toBe('active');
  });

  it('tells who presses second, and shows what is left', async () => {
    const { slack, ana, joon, channel, settled } = workspace;
    const { ts } = await discuss(workspace, 'exports time out', ['raised the limit', 'that fixed it']);
    await settled();
    const draft = await resolveAndDraft(workspace, ts);
    await homeOf(ana.id);
    const value = (await solutionOf(workspace, ts))?.id ?? '';
    await slack.press({ channel: channel.id, ts: draft.ts, user: joon.id, actionId: 'save_draft' });
    await settled();
    await slack.press({
      user: ana.id,
      viewId: slack.home(ana.id)?.id ?? '',
      actionId: 'save_draft',
      value,
    });
    const modal = await slack.waitFor(() => slack.modal(ana.id), 'to be told', 10_000);
    expect(JSON.stringify(modal.view)).toContain('already saved');
    await slack.closeView(modal.id, ana.id);
    await slack.waitFor(
      () => !JSON.stringify(slack.home(ana.id)?.view.blocks).includes(`"value":"${value}"`),
      'the draft to leave the Home',
      10_000,
    );
  });

  it('offers to write the fix, not to save nothing, for a draft without one', async () => {
    const { slack, ana, settled } = workspace;
    const { ts } = await discuss(workspace, 'the map widget is blank', ['hm, fine again']);
    await settled();
    await resolveAndDraft(workspace, ts);
    await homeOf(ana.id);
    const value = (await solutionOf(workspace, ts))?.id ?? '';
    const viewId = slack.home(ana.id)?.id ?? '';
    await expect(slack.press({ user: ana.id, viewId, actionId: 'save_draft', value })).rejects.toThrow(
      /press/,
    );
    await slack.press({ user: ana.id, viewId, actionId: 'edit_draft', value });
    const modal = await slack.waitFor(() => slack.modal(ana.id), 'the form', 10_000);
    await slack.closeView(modal.id, ana.id);
  });
});
