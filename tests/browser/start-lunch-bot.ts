import { App, LogLevel } from '@slack/bolt';
import type { SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true });

/** A small real Bolt app on the simulator: it answers "lunch?", a button, a modal, /lunch, /slow and its Home. */
export async function startLunchBot(slack: SlackSim): Promise<{ stop(): Promise<void> }> {
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });

  app.message(/lunch\?/, async ({ message, client }) => {
    await client.chat.postMessage({
      channel: message.channel,
      thread_ts: message.ts,
      text: 'Lunch',
      blocks: [
        { type: 'header', text: plain('Lunch :pizza: today') },
        section(`*Soup*, \`stew\` or <https://example.com/menu|the menu>, says <@${slack.botUserId}>`),
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'worked *7 of 8* times' }] },
        {
          type: 'table',
          rows: [
            [
              { type: 'raw_text', text: 'Dish' },
              { type: 'raw_text', text: 'Votes' },
            ],
            [
              { type: 'raw_text', text: 'Soup' },
              { type: 'raw_text', text: '3' },
            ],
          ],
        },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'book',
              style: 'primary',
              text: plain('Book a table'),
              value: 'soup',
            },
            { type: 'button', action_id: 'skip', text: plain('Skip'), value: 'skip' },
          ],
        },
      ] as never,
    });
  });

  app.action('skip', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Skipped.', blocks: [section('_Skipped_ for today.')] });
  });

  app.action('book', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'booking',
        title: plain('Book a table'),
        submit: plain('Book'),
        blocks: [
          {
            type: 'input',
            block_id: 'name',
            label: plain('Name'),
            element: { type: 'plain_text_input', action_id: 'value' },
          },
          {
            type: 'input',
            block_id: 'seats',
            label: plain('Seats'),
            hint: plain('We have four at most.'),
            element: {
              type: 'static_select',
              action_id: 'value',
              options: ['2', '4', '8'].map((seats) => ({ text: plain(`${seats} seats`), value: seats })),
            },
          },
          {
            type: 'input',
            block_id: 'extras',
            optional: true,
            label: plain('Extras'),
            element: {
              type: 'checkboxes',
              action_id: 'value',
              options: [
                { text: plain('By the window'), value: 'window' },
                { text: plain('A cake'), value: 'cake' },
              ],
            },
          },
        ],
      },
    });
  });

  app.view('booking', async ({ ack, view, body, client }) => {
    const { name, seats, extras } = view.state.values;
    const chosen = seats?.value?.selected_option?.value;
    if (chosen === '8') return ack({ response_action: 'errors', errors: { seats: 'Eight do not fit.' } });
    await ack();
    const with_ = extras?.value?.selected_options?.map((option) => option.value).join(' and ');
    const channel = slack.channels().find((one) => one.name === 'incidents')?.id ?? '';
    await client.chat.postMessage({
      channel,
      text: `<@${body.user.id}> booked ${chosen} seats for ${name?.value?.value} with ${with_}`,
    });
  });

  app.command('/lunch', async ({ ack, command }) => {
    await ack({ response_type: 'ephemeral', text: `*Menu* for ${command.text}` });
  });
  app.command('/slow', async () => {});

  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [{ type: 'header', text: plain('Your lunches') }, section('None *yet*.')],
      },
    });
  });

  app.shortcut('find_past_fixes', async ({ ack, client, shortcut }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    await client.chat.postEphemeral({
      channel: shortcut.channel.id,
      user: shortcut.user.id,
      text: `Past fixes for: ${shortcut.message.text}`,
    });
  });

  await app.start();
  return {
    async stop() {
      await app.stop();
    },
  };
}
