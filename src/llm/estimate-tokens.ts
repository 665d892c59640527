import type { StructuredRequest } from './model.ts';

/** Logs and code take more tokens than prose does (about four characters each), so three are reckoned. */
const charactersPerToken = 3;
/** The shape of the answer is sent along, and is of about this size. */
const shapeTokens = 600;

/** About how many tokens a request sends; nothing is asked of the service for it. */
export function estimateInput(request: Pick<StructuredRequest<unknown>, 'system' | 'prompt'>): number {
  return Math.ceil((request.system.length + request.prompt.length) / charactersPerToken) + shapeTokens;
}
