export type PressedAction = { action: Record<string, unknown>; blockId: string };

type Json = Record<string, unknown>;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function elementsOf(block: Json): Json[] {
  const elements = Array.isArray(block.elements) ? block.elements : [];
  return [...elements, block.accessory, block.element].filter(isRecord);
}

function optionsOf(element: Json): Json[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isRecord) : [];
  return [element, ...groups].flatMap((owner) =>
    Array.isArray(owner.options) ? owner.options.filter(isRecord) : [],
  );
}

/** What the press adds to the action, undefined when `value` names nothing of this element. */
function pressed(element: Json, value: string | undefined): Json | undefined {
  const type = String(element.type);
  if (type === 'feedback_buttons') {
    const buttons = [element.positive_button, element.negative_button].filter(isRecord);
    const button = buttons.find((one) => value === undefined || one.value === value);
    return button && { value: button.value, text: button.text };
  }
  const options = optionsOf(element);
  if (options.length > 0) {
    const option = options.find((one) => value === undefined || one.value === value);
    if (!option) return undefined;
    const isMany = type === 'checkboxes' || type.startsWith('multi_');
    return isMany ? { selected_options: [option] } : { selected_option: option };
  }
  if (type === 'button' || type === 'icon_button') {
    if (value !== undefined && element.value !== value) return undefined;
    return { text: element.text, ...('value' in element ? { value: element.value } : {}) };
  }
  if (type === 'users_select' || type === 'channels_select' || type === 'conversations_select') {
    return { [type.replace('_select', '').replace(/^(.*)s$/, 'selected_$1')]: value };
  }
  return { value };
}

/** The element with this action_id (and, among several, this value) as block_actions carries it. */
export function findAction(
  blocks: readonly unknown[],
  actionId: string,
  value: string | undefined,
): PressedAction | undefined {
  for (const block of blocks) {
    if (!isRecord(block)) continue;
    for (const element of elementsOf(block)) {
      if (element.action_id !== actionId) continue;
      const change = pressed(element, value);
      if (!change) continue;
      const blockId = String(block.block_id ?? '');
      return {
        blockId,
        action: { type: element.type, action_id: actionId, block_id: blockId, ...change },
      };
    }
  }
  return undefined;
}
