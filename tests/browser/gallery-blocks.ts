const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });

/** One message with the kinds of block that an answer, a draft and a digest are made of, and one that nobody knows. */
export const galleryBlocks: unknown[] = [
  { type: 'header', text: plain(':brain: Looks like the Redis pool exhaustion of 3 March') },
  {
    type: 'section',
    text: mrkdwn('*Raise the pool to 200* and restart the workers.\n> `maxclients` was reached at 04:12'),
    accessory: {
      type: 'overflow',
      action_id: 'more',
      options: [
        { text: plain('Show the steps'), value: 'steps' },
        { text: plain('Not this one'), value: 'no' },
      ],
    },
  },
  { type: 'section', fields: [mrkdwn('*Service*\ncheckout-api'), mrkdwn('*Worked*\n7 of 8')] },
  {
    type: 'card',
    title: mrkdwn('A card'),
    subtitle: mrkdwn('with a subtitle'),
    body: mrkdwn('and a *body*'),
    actions: [{ type: 'button', action_id: 'open', text: plain('Open') }],
  },
  { type: 'divider' },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: ['Check the pool', 'Raise it'].map((text) => ({
          type: 'rich_text_section',
          elements: [{ type: 'text', text }],
        })),
      },
    ],
  },
  {
    type: 'data_visualization',
    title: 'Incidents per week',
    chart: {
      type: 'bar',
      series: [
        { name: 'incidents', data: [3, 5, 2, 8].map((value, week) => ({ label: `W${week + 1}`, value })) },
      ],
      axis_config: { categories: ['W1', 'W2', 'W3', 'W4'], x_label: 'week', y_label: 'incidents' },
    },
  },
  { type: 'alert', level: 'warning', text: mrkdwn('Restarting Redis made it worse 3 of 3') },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'verdict',
        positive_button: { text: plain('It worked'), value: 'worked' },
        negative_button: { text: plain('It did not'), value: 'failed' },
      },
    ],
  },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'use', style: 'primary', text: plain('Use this') },
      {
        type: 'button',
        action_id: 'retire',
        style: 'danger',
        text: plain('Retire'),
        confirm: {
          title: plain('Retire this fix?'),
          text: mrkdwn('It will not be suggested *again*.'),
          confirm: plain('Retire it'),
          deny: plain('Keep it'),
          style: 'danger',
        },
      },
      {
        type: 'static_select',
        action_id: 'pick',
        placeholder: plain('Pick another'),
        options: [{ text: plain('Second'), value: '2' }],
      },
    ],
  },
  { type: 'block_of_tomorrow' },
];
