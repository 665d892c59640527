import type { FormId } from '../action-ids.ts';
import { cleanText, clip } from './escape.ts';
import { type Block, limits, plainText } from './limits.ts';
import { inputActionId } from './view-values.ts';

type TextInput = {
  blockId: string;
  label: string;
  initial: string;
  multiline?: boolean;
  required?: boolean;
  maxChars?: number;
  hint?: string;
  placeholder?: string;
};

/** What an input starts with: within Slack's 3,000 characters. */
export function initialValue(text: string, maxChars: number = limits.inputChars): string {
  return clip(cleanText(text).trim(), maxChars);
}

export function textInput(options: TextInput): Block {
  const { blockId, label, initial, multiline = false, required = false, hint, placeholder } = options;
  const maxChars = options.maxChars ?? limits.inputChars;
  const initialText = initialValue(initial, maxChars);
  return {
    type: 'input',
    block_id: blockId,
    optional: !required,
    label: plainText(label, 2_000),
    ...(hint && { hint: plainText(hint, 2_000) }),
    element: {
      type: 'plain_text_input',
      action_id: inputActionId,
      multiline,
      max_length: maxChars,
      ...(initialText !== '' && { initial_value: initialText }),
      ...(placeholder && { placeholder: plainText(placeholder, 150) }),
    },
  };
}

export function modal(options: {
  title: string;
  callbackId: FormId;
  metadata: Record<string, string | number>;
  blocks: Block[];
  /** Left out: Save. */
  submit?: string;
}): Block {
  return {
    type: 'modal',
    callback_id: options.callbackId,
    private_metadata: JSON.stringify(options.metadata),
    title: plainText(options.title, limits.modalTitleChars),
    submit: plainText(options.submit ?? 'Save', limits.modalTitleChars),
    close: plainText('Cancel', limits.modalTitleChars),
    blocks: options.blocks.slice(0, limits.viewBlocks),
  };
}
