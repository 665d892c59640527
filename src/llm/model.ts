import type { z } from 'zod';

/** What a call is for; its use is counted under this name. */
export type Purpose = 'capture' | 'matching' | 'check';

export type TokensSpent = { input: number; output: number; cacheRead: number; cacheWrite: number };

export type StructuredRequest<T> = {
  purpose: Purpose;
  system: string;
  prompt: string;
  schema: z.ZodType<T>;
  maxTokens: number;
  /** For the whole call, which is then tried once only; without it, the client's own patience and one retry. */
  timeoutMs?: number;
  /** Ask the service to keep the system prompt between calls. */
  cacheSystem?: boolean;
  /** Told once what the call cost, also when its answer is of no use; not when the service refused it unread. */
  onSpent?: (spent: TokensSpent) => void;
};

/** A language model that answers in a given shape. `structured` throws a PrecedentError('model') on any failure. */
export type Model = {
  name: string;
  structured<T>(request: StructuredRequest<T>): Promise<T>;
};
