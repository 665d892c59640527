import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SimChannel, SimUser, SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { socketApp } from './slack-sim-bolt-app.ts';

let sim: SlackSim;
let app: App;
let ana: SimUser;
let channel: SimChannel;
let clock: number;

beforeEach(async () => {
  clock = Date.now();
  sim = await startSlackSim({ now: () => clock });
  app = socketApp(sim).app;
  await app.start();
  ana = sim.addUser({ name: 'ana' });
  channel = sim.addChannel({ name: 'incidents', members: [ana.id, sim.botUserId] });
});

afterEach(async () => {
  await app.stop();
  await sim.stop();
});

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const buttons = [
  {
    type: 'actions' as const,
    elements: [
      { type: 'button' as const, action_id: 'use', value: '1', text: plain('Use this') },
      { type: 'button' as const, action_id: 'use', value: '2', text: plain('Or this') },
    ],
  },
  {
    type: 'context_actions' as const,
    elements: [
      {
        type: 'feedback_buttons' as const,
        action_id: 'verdict',
        positive_button: { text: plain('Worked'), value: 'worked' },
        negative_button: { text: plain('Failed'), value: 'failed' },
      },
    ],
  },
];

const draftModal = {
  type: 'modal' as const,
  callback_id: 'draft',
  title: plain('Edit the draft'),
  submit: plain('Save'),
  notify_on_close: true,
  blocks: [
    {
      type: 'input' as const,
      block_id: 'fix',
      label: plain('Fix'),
      element: { type: 'plain_text_input' as const, action_id: 'text', initial_value: 'raise the pool' },
    },
  ],
};

async function post(): Promise<string> {
  const answer = await app.client.chat.postMessage({
    channel: channel.id,
    text: 'found it',
    blocks: buttons,
  });
  return String(answer.ts);
}

async function openDraft(): Promise<string> {
  app.command('/precedent', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: draftModal });
  });
  await sim.command({ channel: channel.id, user: ana.id, text: '/precedent drafts' });
  return (await sim.waitFor(() => sim.modal(ana.id), 'the modal')).id;
}

const typed = (value: string) => ({ fix: { text: { type: 'plain_text_input', value } } });

describe('commands', () => {
  it('shows the text of an ack to the person alone', async () => {
    app.command('/precedent', async ({ command, ack }) => {
      await ack(`you said ${command.text}`);
    });
    const result = await sim.command({ channel: channel.id, user: ana.id, text: '/precedent watch alerts' });
    expect(result).toMatchObject({ acked: true, response: { text: 'you said watch alerts' } });
    expect(sim.ephemerals(ana.id)).toMatchObject([{ channel: channel.id, text: 'you said watch alerts' }]);
    expect(sim.history(channel.id)).toEqual([]);
  });

  it('posts an in_channel answer to the channel', async () => {
    app.command('/precedent', async ({ ack }) => {
      await ack({ response_type: 'in_channel', text: 'for all' });
    });
    await sim.command({ channel: channel.id, user: ana.id, text: '/precedent' });
    expect(sim.history(channel.id)).toMatchObject([{ text: 'for all', bot_id: sim.botId }]);
  });

  it('reports a command that nobody acknowledges after three seconds', async () => {
    const result = await sim.command({ channel: channel.id, user: ana.id, text: '/nobody' });
    expect(result.acked).toBe(false);
    expect(result.tookMs).toBeGreaterThan(2900);
  }, 8000);

  it('lets response_url be used five times, for thirty minutes, and checks what it is given', async () => {
    const urls: string[] = [];
    app.command('/precedent', async ({ ack, command }) => {
      // Before the acknowledgement, at which `command` below resolves.
      urls.push(command.response_url);
      await ack();
    });
    const send = async (url: string, body: unknown) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      const answer: unknown = await response.json();
      return { status: response.status, answer };
    };
    await sim.command({ channel: channel.id, user: ana.id, text: '/precedent one' });
    const [first = ''] = urls;
    const tooLong = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }];
    expect(await send(first, { blocks: tooLong })).toMatchObject({
      status: 400,
      answer: { error: 'invalid_blocks' },
    });
    for (let use = 2; use <= 5; use += 1) {
      expect(await send(first, { text: `use ${use}` })).toMatchObject({ status: 200 });
    }
    expect(await send(first, { text: 'six' })).toMatchObject({ status: 404, answer: { error: 'used_url' } });
    expect(sim.ephemerals(ana.id).map((shown) => shown.text)).toEqual(['use 2', 'use 3', 'use 4', 'use 5']);
    await sim.command({ channel: channel.id, user: ana.id, text: '/precedent two' });
    clock += 31 * 60_000;
    expect(await send(urls[1] ?? '', { text: 'late' })).toMatchObject({ answer: { error: 'expired_url' } });
  });
});

describe('buttons', () => {
  it('delivers the pressed button among its like, and the app edits the message in place', async () => {
    app.action('use', async ({ ack, action, body, client }) => {
      await ack();
      if (body.type !== 'block_actions' || action.type !== 'button' || !body.message || !body.channel) return;
      const text = `using ${action.value} in ${body.container.message_ts}`;
      await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text, blocks: [] });
    });
    const ts = await post();
    expect(
      await sim.press({ user: ana.id, channel: channel.id, ts, actionId: 'use', value: '2' }),
    ).toMatchObject({
      acked: true,
    });
    await sim.waitFor(() => sim.message(channel.id, ts)?.text === `using 2 in ${ts}`, 'the edit');
    expect(sim.message(channel.id, ts)).not.toHaveProperty('blocks');
    expect(sim.message(channel.id, ts)?.edited?.user).toBe(sim.botUserId);
  });

  it('delivers the verdict of feedback buttons', async () => {
    const verdicts: unknown[] = [];
    app.action('verdict', async ({ ack, action }) => {
      verdicts.push(action);
      await ack();
    });
    const ts = await post();
    await sim.press({ user: ana.id, channel: channel.id, ts, actionId: 'verdict', value: 'failed' });
    expect(verdicts).toMatchObject([{ type: 'feedback_buttons', action_id: 'verdict', value: 'failed' }]);
  });

  it('refuses to press what is not there', async () => {
    const ts = await post();
    await expect(sim.press({ user: ana.id, channel: channel.id, ts, actionId: 'gone' })).rejects.toThrow(
      /"gone"/,
    );
  });

  it('replaces and deletes the ephemeral that was pressed, by its response_url', async () => {
    app.action('use', async ({ ack, action, respond }) => {
      await ack();
      const done = action.type === 'button' && action.value === '2';
      await respond(
        done ? { delete_original: true } : { replace_original: true, text: 'chosen', blocks: buttons },
      );
    });
    await app.client.chat.postEphemeral({
      channel: channel.id,
      user: ana.id,
      text: 'only you',
      blocks: buttons,
    });
    const ts = sim.ephemerals(ana.id)[0]?.id ?? '';
    await sim.press({ user: ana.id, ts, actionId: 'use', value: '1' });
    await sim.waitFor(() => sim.ephemerals(ana.id)[0]?.text === 'chosen', 'the new text');
    await sim.press({ user: ana.id, ts, actionId: 'use', value: '2' });
    await sim.waitFor(() => sim.ephemerals(ana.id).length === 0, 'the end of the ephemeral');
  });

  it('runs a message shortcut with the whole message', async () => {
    const texts: unknown[] = [];
    app.shortcut('find', async ({ ack, shortcut }) => {
      if (shortcut.type === 'message_action') texts.push([shortcut.message.text, shortcut.channel.id]);
      await ack();
    });
    const message = await sim.say({ channel: channel.id, user: ana.id, text: 'redis down' });
    await sim.shortcut({ callbackId: 'find', channel: channel.id, ts: message.ts, user: ana.id });
    expect(texts).toEqual([['redis down', channel.id]]);
  });
});

describe('views', () => {
  it('keeps the modal open with the errors of the app, then closes it when they are gone', async () => {
    const values: unknown[] = [];
    app.view('draft', async ({ ack, view }) => {
      const value = view.state.values.fix?.text?.value;
      values.push(value);
      if (value === 'restart')
        await ack({ response_action: 'errors', errors: { fix: 'That failed 3 of 3.' } });
      else await ack();
    });
    const viewId = await openDraft();
    await sim.submitView({ viewId, user: ana.id, state: typed('restart') });
    expect(sim.modal(ana.id)).toMatchObject({ id: viewId, errors: { fix: 'That failed 3 of 3.' } });
    await sim.submitView({ viewId, user: ana.id, state: typed('raise to 200') });
    expect(sim.modal(ana.id)).toBeUndefined();
    expect(values).toEqual(['restart', 'raise to 200']);
  });

  it('submits what a person left as it was, and refuses an empty required input before the app sees it', async () => {
    const values: unknown[] = [];
    app.view('draft', async ({ ack, view }) => {
      values.push(view.state.values.fix?.text?.value);
      await ack({ response_action: 'clear' });
    });
    const viewId = await openDraft();
    await sim.submitView({ viewId, user: ana.id, state: typed('') });
    expect(sim.modal(ana.id)?.errors).toHaveProperty('fix');
    expect(values).toEqual([]);
    await sim.closeView(viewId, ana.id);
    await sim.command({ channel: channel.id, user: ana.id, text: '/precedent drafts' });
    const again = await sim.waitFor(() => sim.modal(ana.id), 'the modal again');
    await sim.submitView({ viewId: again.id, user: ana.id, state: {} });
    expect(values).toEqual(['raise the pool']);
    expect(sim.modal(ana.id)).toBeUndefined();
  });

  it('updates and pushes views on submission', async () => {
    app.view('draft', async ({ ack, view }) => {
      const title = view.title.text === 'Edit the draft' ? 'Step two' : 'On top';
      const action = title === 'Step two' ? 'update' : 'push';
      await ack({ response_action: action, view: { ...draftModal, title: plain(title) } });
    });
    const viewId = await openDraft();
    await sim.submitView({ viewId, user: ana.id, state: {} });
    expect(sim.modal(ana.id)).toMatchObject({ id: viewId, view: { title: { text: 'Step two' } } });
    await sim.submitView({ viewId, user: ana.id, state: {} });
    expect(sim.modal(ana.id)).toMatchObject({
      view: { title: { text: 'On top' }, previous_view_id: viewId },
    });
  });

  it('tells the app of a closed modal that asked for it', async () => {
    const closed: unknown[] = [];
    app.view({ type: 'view_closed', callback_id: 'draft' }, async ({ ack, view }) => {
      closed.push(view.id);
      await ack();
    });
    const viewId = await openDraft();
    await sim.closeView(viewId, ana.id);
    expect(sim.modal(ana.id)).toBeUndefined();
    await sim.waitFor(() => closed.length === 1, 'view_closed');
    expect(closed).toEqual([viewId]);
  });

  it('takes a trigger once, and only a real one', async () => {
    let trigger = '';
    app.command('/precedent', async ({ ack, body }) => {
      trigger = body.trigger_id;
      await ack();
    });
    await sim.command({ channel: channel.id, user: ana.id, text: '/precedent' });
    const open = () => app.client.views.open({ trigger_id: trigger, view: draftModal });
    await open();
    await expect(open()).rejects.toThrow('exchanged_trigger_id');
    trigger = 'made.up';
    await expect(open()).rejects.toThrow('invalid_trigger_id');
  });

  it('refuses a trigger after three seconds', async () => {
    let trigger = '';
    app.command('/precedent', async ({ ack, body }) => {
      trigger = body.trigger_id;
      await ack();
    });
    await sim.command({ channel: channel.id, user: ana.id, text: '/precedent' });
    await new Promise((resolve) => setTimeout(resolve, 3100));
    await expect(app.client.views.open({ trigger_id: trigger, view: draftModal })).rejects.toThrow(
      'expired_trigger_id',
    );
  }, 8000);

  it('refuses an update with an old hash', async () => {
    const viewId = await openDraft();
    const hash = sim.modal(ana.id)?.hash ?? '';
    const update = () => app.client.views.update({ view_id: viewId, hash, view: draftModal });
    await update();
    await expect(update()).rejects.toThrow('hash_conflict');
  });

  it('publishes a Home whose buttons can be pressed', async () => {
    const pressed: unknown[] = [];
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: buttons.slice(0, 1) },
      });
    });
    app.action('use', async ({ ack, body }) => {
      if (body.type === 'block_actions') pressed.push(body.view?.type);
      await ack();
    });
    await sim.openHome(ana.id);
    const home = await sim.waitFor(() => sim.home(ana.id), 'the Home');
    await sim.press({ user: ana.id, viewId: home.id, actionId: 'use' });
    expect(pressed).toEqual(['home']);
  });
});
