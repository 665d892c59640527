let serial = 0;

function generated(): string {
  serial += 1;
  return serial.toString(36).padStart(5, '0');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const carriesActions = new Set(['actions', 'context_actions']);

/** Gives each block and each interactive element without one an id, as Slack does when it keeps them. */
export function withBlockIds(blocks: readonly unknown[]): unknown[] {
  return blocks.map((block) => {
    if (!isRecord(block)) return block;
    const copy: Record<string, unknown> = { ...block, block_id: block.block_id ?? generated() };
    if (carriesActions.has(String(block.type)) && Array.isArray(block.elements)) {
      copy.elements = block.elements.map(withActionId);
    }
    if (isRecord(block.accessory) && block.accessory.type !== 'image') {
      copy.accessory = withActionId(block.accessory);
    }
    if (block.type === 'input') copy.element = withActionId(block.element);
    return copy;
  });
}

function withActionId(element: unknown): unknown {
  if (!isRecord(element)) return element;
  return { ...element, action_id: element.action_id ?? generated() };
}
