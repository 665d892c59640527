import { type Check, flag, list, oneOf, shape, text } from './schema-check.ts';

/** A plain_text object of 1 to `max` characters. */
export function plainText(max: number): Check {
  return shape({ type: oneOf('plain_text'), text: text(max, 1) }, { emoji: flag });
}

/** A plain_text or mrkdwn object of 1 to `max` characters. */
export function anyText(max: number): Check {
  return shape({ type: oneOf('plain_text', 'mrkdwn'), text: text(max, 1) }, { emoji: flag, verbatim: flag });
}

export function mrkdwn(max: number): Check {
  return shape({ type: oneOf('mrkdwn'), text: text(max, 1) }, { verbatim: flag });
}

export const confirmDialog: Check = shape(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);

/** An option of a menu, of radio buttons or of checkboxes. */
export function option(label: Check): Check {
  return shape({ text: label, value: text(150, 1) }, { description: anyText(75), url: text(3000) });
}

export const slackFile: Check = shape({}, { id: text(255), url: text(3000) });

export const dispatchConfig: Check = shape(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2, 1) },
);
