import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PrecedentError } from '../src/errors.ts';
import { describeError } from '../src/log.ts';

const run = promisify(execFile);
const secret = 'xoxb-planted-secret';

/** What a program that logs `statement` writes to its standard error; its standard output must stay empty. */
async function logged(statement: string): Promise<string> {
  const script = `
    const { createLog } = await import(${JSON.stringify(new URL('../src/log.ts', import.meta.url).href)});
    const log = createLog('info');
    const secret = ${JSON.stringify(secret)};
    ${statement}`;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout).toBe('');
  return stderr;
}

describe('a log line', () => {
  it('says of an error its kind, its code and where, and none of its words', async () => {
    const written = await logged(`
      const cause = new TypeError('cause ' + secret);
      log.error({ err: Object.assign(new Error('it said ' + secret, { cause }), { code: '23505' }), channel: 'C1' }, 'failed');
      log.error({ err: cause });
      log.error(cause);
      log.warn({ token: secret, text: secret, message: { text: secret, token: secret } }, 'a message');`);
    expect(written).not.toContain(secret);
    const lines = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatchObject({
      msg: 'failed',
      channel: 'C1',
      err: { type: 'Error', code: '23505', cause: { type: 'TypeError' } },
    });
    expect(lines[0].err.stack[0]).toMatch(/^at /);
    expect(lines[3].msg).toBe('a message');
  });

  it('is not written below its level', async () => {
    expect(await logged(`log.debug('quiet')`)).toBe('');
  });
});

describe('describeError', () => {
  it('never repeats a word of an error that is not ours', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom('', '\n    at ', '\nat x (', ':1:2)'),
        (a, b) => {
          const message = `${secret}${a}${b}${secret}:1:2`;
          const error = new Error(message, { cause: new Error(message) });
          expect(JSON.stringify(describeError(error))).not.toContain(secret);
          const { stack } = error;
          error.message = 'another';
          error.stack = stack ?? '';
          expect(JSON.stringify(describeError(new Error('x', { cause: message })))).not.toContain(secret);
        },
      ),
    );
  });

  it('repeats our own, which are made of our words', () => {
    expect(describeError(new PrecedentError('config', 'PORT is not valid.'))).toMatchObject({
      type: 'PrecedentError',
      code: 'config',
      message: 'PORT is not valid.',
    });
  });

  it('ends with an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000);
  });

  it('names what was thrown and is no error by its kind alone', () => {
    expect(describeError(secret)).toEqual({ type: 'string' });
    expect(describeError(null)).toEqual({ type: 'object' });
  });
});
