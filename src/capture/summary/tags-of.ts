import type { Context } from '../../text/context.ts';

/** Short words to browse by: the service, the environment and the kinds of error; at most eight. */
export function tagsOf(context: Context, signatures: readonly string[]): string[] {
  const kinds = signatures
    .filter((signature) => signature.length <= 30)
    .map((signature) => signature.toLowerCase());
  const tags = [context.service, context.environment, ...kinds].filter((tag) => tag !== null);
  return [...new Set(tags)].slice(0, 8);
}
