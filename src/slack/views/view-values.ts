/** `view.state.values` of a submitted modal: block id → action id → what is in the input. */
export type ViewValues = Record<
  string,
  Record<
    string,
    {
      type?: string;
      value?: string | null;
      selected_option?: { value: string } | null;
      selected_options?: { value: string }[];
    }
  >
>;

/** Every input of ours has this action id; its block id says which one it is. */
export const inputActionId = 'value';

/** What a person typed, trimmed; '' for an empty or a missing input. */
export function typed(values: ViewValues, blockId: string): string {
  return (values[blockId]?.[inputActionId]?.value ?? '').trim();
}
