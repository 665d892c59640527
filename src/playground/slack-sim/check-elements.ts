import { anyText, confirmDialog, dispatchConfig, option, plainText, slackFile } from './check-composition.ts';
import {
  allOf,
  anything,
  byType,
  type Check,
  flag,
  isJson,
  list,
  number,
  oneOf,
  problem,
  shape,
  text,
} from './schema-check.ts';

const actionId = text(255);
const placeholder = plainText(150);
const menuOption = option(plainText(75));
const choiceOption = option(anyText(75));
const focusable = { action_id: actionId, focus_on_load: flag };
const menu = { ...focusable, placeholder, confirm: confirmDialog };
const many = { max_selected_items: number(1) };

const button = shape(
  { type: anything, text: plainText(75) },
  {
    action_id: actionId,
    url: text(3000),
    value: text(2000),
    style: oneOf('primary', 'danger'),
    confirm: confirmDialog,
    accessibility_label: text(75),
  },
);

const imageElement = allOf(
  shape(
    { type: anything, alt_text: text(2000) },
    {
      image_url: text(3000, 1),
      slack_file: slackFile,
      fallback: text(2000),
      image_width: number(),
      image_height: number(),
      image_bytes: number(),
    },
  ),
  hasPicture,
);

/** An image needs exactly one of image_url and slack_file. */
export function hasPicture(value: unknown, at: string, problems: string[]): void {
  if (!isJson(value)) return;
  const given = [value.image_url, value.slack_file].filter((source) => source !== undefined);
  if (given.length !== 1) problems.push(problem('must provide exactly one of image_url and slack_file', at));
}

const hasOptions: Check = (value, at, problems) => {
  if (isJson(value) && (value.options === undefined) === (value.option_groups === undefined)) {
    problems.push(problem('must provide exactly one of options and option_groups', at));
  }
};

const choices = {
  options: list(menuOption, 100, 1),
  option_groups: list(shape({ label: plainText(75), options: list(menuOption, 100, 1) }), 100, 1),
};

const select = {
  static_select: allOf(
    shape({ type: anything }, { ...menu, ...choices, initial_option: menuOption }),
    hasOptions,
  ),
  external_select: shape(
    { type: anything },
    { ...menu, initial_option: menuOption, min_query_length: number(0) },
  ),
  users_select: shape({ type: anything }, { ...menu, initial_user: text(255) }),
  channels_select: shape(
    { type: anything },
    { ...menu, initial_channel: text(255), response_url_enabled: flag },
  ),
  conversations_select: shape(
    { type: anything },
    {
      ...menu,
      initial_conversation: text(255),
      default_to_current_conversation: flag,
      response_url_enabled: flag,
      filter: anything,
    },
  ),
  multi_static_select: allOf(
    shape({ type: anything }, { ...menu, ...many, ...choices, initial_options: list(menuOption, 100, 1) }),
    hasOptions,
  ),
  multi_external_select: shape(
    { type: anything },
    { ...menu, ...many, initial_options: list(menuOption, 100, 1), min_query_length: number(0) },
  ),
  multi_users_select: shape({ type: anything }, { ...menu, ...many, initial_users: list(text(255), 100) }),
  multi_channels_select: shape(
    { type: anything },
    { ...menu, ...many, initial_channels: list(text(255), 100) },
  ),
  multi_conversations_select: shape(
    { type: anything },
    {
      ...menu,
      ...many,
      initial_conversations: list(text(255), 100),
      default_to_current_conversation: flag,
      filter: anything,
    },
  ),
} satisfies Record<string, Check>;

const pickers = {
  datepicker: shape({ type: anything }, { ...menu, initial_date: text(10) }),
  timepicker: shape({ type: anything }, { ...menu, initial_time: text(5), timezone: text(100) }),
  datetimepicker: shape(
    { type: anything },
    { ...focusable, confirm: confirmDialog, initial_date_time: number(0) },
  ),
  checkboxes: shape(
    { type: anything, options: list(choiceOption, 10, 1) },
    { ...focusable, confirm: confirmDialog, initial_options: list(choiceOption, 10, 1) },
  ),
  radio_buttons: shape(
    { type: anything, options: list(choiceOption, 10, 1) },
    { ...focusable, confirm: confirmDialog, initial_option: choiceOption },
  ),
} satisfies Record<string, Check>;

const overflow = shape(
  { type: anything, options: list(menuOption, 5, 1) },
  { action_id: actionId, confirm: confirmDialog },
);

const typed = { ...focusable, placeholder, dispatch_action_config: dispatchConfig };
const inputs = {
  plain_text_input: shape(
    { type: anything },
    { ...typed, initial_value: text(3000), multiline: flag, min_length: number(0), max_length: number(1) },
  ),
  email_text_input: shape({ type: anything }, { ...typed, initial_value: text(3000) }),
  url_text_input: shape({ type: anything }, { ...typed, initial_value: text(3000) }),
  number_input: shape(
    { type: anything, is_decimal_allowed: flag },
    { ...typed, initial_value: text(100), min_value: text(100), max_value: text(100) },
  ),
  rich_text_input: shape({ type: anything }, { ...typed, initial_value: anything }),
  file_input: shape(
    { type: anything },
    { action_id: actionId, filetypes: list(text(20), 100), max_files: number(1) },
  ),
} satisfies Record<string, Check>;

const verdict = shape({ text: plainText(75), value: text(2000, 1) }, { accessibility_label: text(75) });

/** What an actions block may hold. */
export const actionElement = byType({
  button,
  overflow,
  ...select,
  ...pickers,
  rich_text_input: inputs.rich_text_input,
});
/** What may stand beside a section. */
export const accessory = byType({ button, overflow, image: imageElement, ...select, ...pickers });
/** What an input block may ask for. */
export const inputElement = byType({ ...inputs, ...select, ...pickers });
/** What a context block may hold. */
export const contextElement = byType({
  image: imageElement,
  plain_text: anyText(3000),
  mrkdwn: anyText(3000),
});
/** What a context_actions block may hold. */
export const contextActionElement = byType({
  feedback_buttons: shape(
    { type: anything, positive_button: verdict, negative_button: verdict },
    { action_id: actionId },
  ),
  icon_button: shape(
    { type: anything, icon: text(75, 1), text: plainText(75) },
    {
      action_id: actionId,
      value: text(2000),
      confirm: confirmDialog,
      accessibility_label: text(75),
      visible_to_user_ids: list(text(255), 100),
    },
  ),
});
export const cardButton = button;
export const cardImage = imageElement;
