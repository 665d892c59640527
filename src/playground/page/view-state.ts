import type { Block, BlockElement, Option } from './block-types.ts';

/** One element's entry in Slack's `view.state.values`. */
export type ElementState = {
  type: string;
  value?: string | null;
  selected_option?: Option | null;
  selected_options?: Option[];
  [selected: `selected_${string}`]: unknown;
};

/** Slack's `view.state.values`: by block_id, then by action_id. */
export type ViewValues = Record<string, Record<string, ElementState>>;

/** Single pickers and the word their state and initial fields end in. */
const pickers: Record<string, string> = {
  users_select: 'user',
  channels_select: 'channel',
  conversations_select: 'conversation',
  multi_users_select: 'users',
  multi_channels_select: 'channels',
  multi_conversations_select: 'conversations',
  datepicker: 'date',
  timepicker: 'time',
};

/** The field of the state that a picker fills ("selected_user"), or undefined for another element. */
export function pickedField(type: string): `selected_${string}` | undefined {
  const word = pickers[type];
  return word === undefined ? undefined : `selected_${word}`;
}

/** An element's state before anybody touched it; undefined for what keeps none (a button, a picture). */
export function initialElementState(element: BlockElement): ElementState | undefined {
  const { type } = element;
  if (/_input$|^email_text_input$|^url_text_input$/.test(type))
    return { type, value: element.initial_value ?? null };
  if (/^(static_select|external_select|radio_buttons)$/.test(type)) {
    return { type, selected_option: element.initial_option ?? null };
  }
  if (/^(multi_static_select|multi_external_select|checkboxes)$/.test(type)) {
    return { type, selected_options: element.initial_options ?? [] };
  }
  const word = pickers[type];
  if (word === undefined) return undefined;
  const initial = (element as Record<string, unknown>)[`initial_${word}`];
  return { type, [`selected_${word}`]: initial ?? (type.startsWith('multi_') ? [] : null) };
}

/** The whole state of a view: what was typed and chosen over what it began with. */
export function viewValues(blocks: Block[], touched: ViewValues): ViewValues {
  const values: ViewValues = {};
  for (const { block_id: blockId, element, elements, accessory } of blocks) {
    if (blockId === undefined) continue;
    for (const one of [element, accessory, ...(elements ?? [])]) {
      const initial = one === undefined ? undefined : initialElementState(one);
      const actionId = one?.action_id;
      if (initial === undefined || actionId === undefined) continue;
      values[blockId] = { ...values[blockId], [actionId]: touched[blockId]?.[actionId] ?? initial };
    }
  }
  return values;
}

/** What Slack itself says, before it asks the app, of inputs that must not be empty: by block_id. */
export function missingInputs(blocks: Block[], values: ViewValues): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const { type, block_id: blockId, element, optional } of blocks) {
    if (type !== 'input' || optional === true || blockId === undefined || element?.action_id === undefined)
      continue;
    const state = values[blockId]?.[element.action_id];
    const isFilled = Object.entries(state ?? {}).some(
      ([field, value]) =>
        field !== 'type' && (Array.isArray(value) ? value.length > 0 : (value ?? '') !== ''),
    );
    if (!isFilled) missing[blockId] = 'Please complete this required field.';
  }
  return missing;
}
