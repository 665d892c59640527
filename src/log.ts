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
      hooks: {
        // Without words of ours pino would take the error's own for the line's message.
        logMethod(args, method) {
          const [first, message] = args;
          const err = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err;
          if (message !== undefined || !(err instanceof Error)) return method.apply(this, args);
          return method.apply(this, [first instanceof Error ? { err } : first, 'an error']);
        },
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Causes of causes that are told of; a cause may be the error itself. */
const deepestCause = 4;

/** An error without its message, unless the message is ours (then it is made of static words). */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // The stack begins with the message, whose own lines may look like frames.
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at .*(?::\d+:\d+|<anonymous>)\)?$/.test(line));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(error.name === 'PrecedentError' ? { message: error.message } : {}),
    stack: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause === undefined || depth === deepestCause
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
}
