import { type Logger, pino } from 'pino';

export type Log = Logger;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * JSON lines on standard error (standard output belongs to `--json`). A log line is a static message plus ids,
 * counts and codes; of an error only its name, code and stack frames are kept, because driver and API errors
 * quote what they were given.
 */
export function createLog(level: LogLevel): Log {
  return pino(
    {
      level,
      base: { name: 'precedent' },
      serializers: { err: describeError },
      redact: { paths: ['token', 'text', '*.token', '*.text'], remove: true },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** An error without its message, unless the message is ours (then it is made of static words). */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(error.name === 'PrecedentError' ? { message: error.message } : {}),
    stack: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
