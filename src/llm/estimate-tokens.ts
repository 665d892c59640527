import type { StructuredRequest } from './model.ts';

/**
 * Logs and code take more tokens than prose does (about four characters each), so three are reckoned; in bytes, because
 * other alphabets take about a token for each character.
 */
const bytesPerToken = 3;
/** The shape of the answer is sent along, and is of about this size. */
const schemaTokens = 600;

/** About how many tokens a request sends; nothing is asked of the service for it. */
export function estimateInput(request: Pick<StructuredRequest<unknown>, 'system' | 'prompt'>): number {
  const bytes = Buffer.byteLength(request.system) + Buffer.byteLength(request.prompt);
  return Math.ceil(bytes / bytesPerToken) + schemaTokens;
}
