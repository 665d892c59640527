/** What Postgres refuses in text: NUL, and half of a surrogate pair (an emoji that was cut in two). */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** JSON for a jsonb column, its strings cleaned. */
export function cleanJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? cleanText(inner) : inner));
}
