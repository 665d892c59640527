/** Block Kit as the page reads it: every field may be missing, since an app wrote it. */
export type TextField = { type?: string; text?: string; emoji?: boolean } | string;

export type Option = { text: TextField; value?: string; description?: TextField; url?: string };

export type BlockElement = {
  type: string;
  action_id?: string;
  text?: TextField | undefined;
  value?: string;
  url?: string;
  style?: string;
  accessibility_label?: string;
  confirm?: { title?: TextField; text?: TextField; confirm?: TextField; deny?: TextField; style?: string };
  placeholder?: TextField;
  options?: Option[];
  option_groups?: { label?: TextField; options: Option[] }[];
  initial_option?: Option;
  initial_options?: Option[];
  initial_value?: string;
  initial_date?: string;
  initial_time?: string;
  initial_user?: string;
  initial_users?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  multiline?: boolean;
  max_length?: number;
  positive_button?: { text?: TextField; value?: string; accessibility_label?: string };
  negative_button?: { text?: TextField; value?: string; accessibility_label?: string };
  icon?: string;
  alt_text?: string;
  image_url?: string;
  elements?: unknown[];
};

export type Block = {
  type: string;
  block_id?: string;
  text?: TextField;
  fields?: TextField[];
  accessory?: BlockElement;
  elements?: BlockElement[];
  element?: BlockElement;
  label?: TextField;
  hint?: TextField;
  optional?: boolean;
  dispatch_action?: boolean;
  title?: TextField;
  subtitle?: TextField;
  body?: TextField;
  actions?: BlockElement[];
  alt_text?: string;
  caption?: TextField;
  level?: string;
  rows?: BlockElement[][];
  column_settings?: ({ align?: 'left' | 'center' | 'right'; is_wrapped?: boolean } | null)[];
};

/** The words of a text field. */
export function wordsOf(field: TextField | undefined): string {
  return typeof field === 'string' ? field : (field?.text ?? '');
}
