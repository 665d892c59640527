/** What a placeholder calls a value: `[ip-1]`, `[secret-2]`. */
export const labels = ['secret', 'email', 'phone', 'ip', 'mac', 'card', 'iban', 'ssn'] as const;
export type Label = (typeof labels)[number];

/**
 * One thing to look for. A text without any of `hints` (lower case, compared in lower case) is not searched.
 * `pattern` is global, and bounded or anchored so that its time stays linear; what is hidden is its group
 * `value` if it has one, else all of it. `accept` has the last word; `same` folds spellings of one value.
 */
export type Rule = {
  kind: string;
  label: Label;
  hints: readonly string[];
  pattern: RegExp;
  accept?: (value: string, before: string, after: string) => boolean;
  canonical?: (value: string) => string;
};
