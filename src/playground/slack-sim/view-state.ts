type Json = Record<string, unknown>;
export type ViewState = Record<string, Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function initialEntry(element: Json): Json | undefined {
  const type = String(element.type);
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    default:
      return undefined;
  }
}

/** state.values before anyone typed: every stateful element with its initial value. */
export function initialState(blocks: readonly unknown[]): ViewState {
  const values: ViewState = {};
  for (const block of blocks) {
    if (!isRecord(block)) continue;
    const elements = Array.isArray(block.elements) ? block.elements : [];
    for (const element of [...elements, block.accessory, block.element].filter(isRecord)) {
      const entry = initialEntry(element);
      if (!entry) continue;
      const blockId = String(block.block_id);
      values[blockId] = { ...values[blockId], [String(element.action_id)]: entry };
    }
  }
  return values;
}

function isEmpty(entry: unknown): boolean {
  if (!isRecord(entry)) return true;
  const { type: _type, ...values } = entry;
  return Object.values(values).every(
    (value) =>
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

/** What Slack's own form refuses before it submits: an empty required input, a text shorter or longer than asked. */
export function formErrors(blocks: readonly unknown[], values: ViewState): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (!isRecord(block) || block.type !== 'input' || !isRecord(block.element)) continue;
    const blockId = String(block.block_id);
    const { element } = block;
    const entry = values[blockId]?.[String(element.action_id)];
    if (isEmpty(entry)) {
      if (block.optional !== true) errors[blockId] = 'Please complete this required field.';
      continue;
    }
    const text = isRecord(entry) && typeof entry.value === 'string' ? entry.value : '';
    if (typeof element.max_length === 'number' && text.length > element.max_length) {
      errors[blockId] = `Please enter at most ${element.max_length} characters.`;
    }
    if (typeof element.min_length === 'number' && text.length < element.min_length) {
      errors[blockId] = `Please enter at least ${element.min_length} characters.`;
    }
  }
  return errors;
}
