import type { z } from 'zod';

export type StructuredRequest<T> = {
  system: string;
  prompt: string;
  schema: z.ZodType<T>;
  maxTokens: number;
  timeoutMs?: number;
  /** Ask the service to keep the system prompt between calls. */
  cacheSystem?: boolean;
};

/** A language model that answers in a given shape. `structured` throws a PrecedentError('model') on any failure. */
export type Model = {
  name: string;
  structured<T>(request: StructuredRequest<T>): Promise<T>;
};
