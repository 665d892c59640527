import { createHmac, randomBytes } from 'node:crypto';

const processKey = randomBytes(32);

/**
 * Who gets which placeholder inside one thread. It knows values only by their HMAC: an unkeyed hash of an
 * address or a phone number is found by trying them all.
 */
export type PlaceholderScope = {
  /** The same value gets the same placeholder, whatever label a later call gives it. */
  placeholderFor: (label: string, value: string) => string;
  /** `{ hash: placeholder }`, for `createPlaceholderScope` to take up again. */
  toJSON: () => Record<string, string>;
};

/**
 * A scope, new or restored from its JSON. Without `key` it uses one that dies with the process, so a scope
 * that is to be restored later needs a kept key.
 */
export function createPlaceholderScope(
  known: Readonly<Record<string, string>> = {},
  key: string | Uint8Array = processKey,
): PlaceholderScope {
  const placeholders = new Map(Object.entries(known));
  const last = new Map<string, number>();
  for (const placeholder of placeholders.values()) {
    const [, label = '', number = '0'] = /^\[(.+)-(\d+)\]$/.exec(placeholder) ?? [];
    last.set(label, Math.max(last.get(label) ?? 0, Number(number)));
  }
  return {
    placeholderFor: (label, value) => {
      const hash = createHmac('sha256', key).update(value).digest('base64url').slice(0, 22);
      const before = placeholders.get(hash);
      if (before !== undefined) return before;
      const number = (last.get(label) ?? 0) + 1;
      last.set(label, number);
      const placeholder = `[${label}-${number}]`;
      placeholders.set(hash, placeholder);
      return placeholder;
    },
    toJSON: () => Object.fromEntries(placeholders),
  };
}
