/** Every way Precedent refuses, by the code that surfaces branch on. */
export type ErrorCode =
  | 'config'
  | 'usage'
  | 'database'
  | 'not_found'
  | 'conflict'
  | 'forbidden'
  | 'slack'
  | 'model'
  | 'import'
  | 'unavailable';

/** An error whose message is for a person: what was wrong, where, and what to do. It never holds a message's text or a token. */
export class PrecedentError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'PrecedentError';
    this.code = code;
  }
}
