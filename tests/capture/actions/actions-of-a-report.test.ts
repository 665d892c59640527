import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { threadOf } from '../chat-threads.ts';

type Lines = Parameters<typeof threadOf>[0];

function stepsOf(lines: Lines, resolved = true) {
  return captureByRules(threadOf(lines, resolved)).content.steps.map((step) => [step.outcome, step.text]);
}

const down = ['ana', 'Launches fail for all users of the notebook service'] as const;
const end = ['ana', 'Resolved.'] as const;

describe('a report', () => {
  it('is told in the present as well', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'Suspecting the network, the proxy pod is restarted.'],
        ['ben', 'This does not resolve the issue.'],
        ['cho', 'Deletes the stuck claims from the database.'],
        ['cho', 'The engineers revert the last chart change.'],
        ['ana', 'Launches return to 100% success.'],
        end,
      ]),
    ).toEqual([
      ['no_effect', 'Suspecting the network, the proxy pod is restarted.'],
      ['worked', 'Deletes the stuck claims from the database.'],
      ['worked', 'The engineers revert the last chart change.'],
    ]);
  });

  it('loses the marks and the clock of its lines', () => {
    expect(
      stepsOf([
        down,
        ['ben', '• 09:40 UTC - Restarted the hub\n• [09:52] Rolled back to chart 0.5'],
        ['ana', 'Launches are back to normal.'],
        end,
      ]),
    ).toEqual([
      ['worked', 'Restarted the hub'],
      ['worked', 'Rolled back to chart 0.5'],
    ]);
  });

  it('may use a verb that no rule knows, but not one of seeing, saying or waiting', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'Noticed the second uplink flapping.'],
        ['ben', 'Unplugged the second uplink.'],
        ['ben', 'Escalated the case, waited the usual hour.'],
        end,
      ]),
    ).toEqual([['worked', 'Unplugged the second uplink.']]);
  });

  it.each([
    ['the state that was found', 'The pool had been configured for 2000 connections, but only 1024 files.'],
    ['news that it runs again', 'Service fully restored.'],
    ['a name that looks like an order', 'Launch success is at 0% again.'],
    ['what describes', 'The logs show a large and increasing volume of 400 errors.'],
    ['what a system tried', 'The job has tried to kill itself twice.'],
    ['what comes after a step', 'We got a problem after rebooting the host: no route.'],
    ['what began', 'We started to investigate the hub.'],
    ['what came about', 'An upgrade of the chart would recur after restarting the hub.'],
  ])('tells no step by %s', (_, line) => {
    expect(stepsOf([down, ['ben', line], end])).toEqual([]);
  });

  it('names who acted as people write it', () => {
    expect(
      stepsOf([
        down,
        ['ben', '@victor restarts the hub from the panel'],
        ['ben', '<@U2>: rebooted the second rack'],
        end,
      ]),
    ).toEqual([
      ['worked', 'Restarts the hub from the panel'],
      ['worked', 'Rebooted the second rack'],
    ]);
  });

  it('does not credit what was only attempted before something else was done', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'Attempted to restart the stalled job with an empty commit.'],
        ['cho', 'Cleared the stalled queue of the runner.'],
        ['ana', 'Launches work.'],
        end,
      ]).map(([outcome]) => outcome),
    ).toEqual(['unknown', 'worked']);
  });
});

describe('a chat', () => {
  it('takes an order that its speaker reports on as done', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'restart triton there first'],
        ['ben', 'not coming up, no device found'],
        ['ben', 'cordon the node'],
        ['ben', 'errors 17 -&gt; 1%, ok'],
      ]),
    ).toEqual([
      ['no_effect', 'Restart triton there first'],
      ['worked', 'Cordon the node'],
    ]);
  });

  it('takes the command that follows an announcement for the same act', () => {
    const { steps } = captureByRules(
      threadOf([
        down,
        ['ben', "I'll restart the gateway"],
        ['ben', '```kubectl rollout restart deploy/gateway```'],
        ['ana', 'now it is even worse'],
      ]),
    ).content;
    expect(steps.map(({ outcome, text, command }) => [outcome, text, command])).toEqual([
      ['made_worse', 'Restart the gateway', 'kubectl rollout restart deploy/gateway'],
    ]);
  });

  it('understands those who write only in the present', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'I restart it now, one moment'],
        ['ben', 'same crash'],
        ['cho', 'I usually restart it every week'],
        ['cho', 'I svmotion the SQL machines to the other array'],
        ['ana', 'usable again, thanks'],
      ]),
    ).toEqual([
      ['no_effect', 'I restart it now, one moment'],
      ['worked', 'I svmotion the SQL machines to the other array'],
    ]);
  });

  it('knows a command of a program that it never saw by its flags', () => {
    expect(
      stepsOf([
        down,
        ['ben', '`dbt run --full-refresh -s stg_orders`'],
        ['ben', 'finished, 48 models, 0 errors'],
        ['cho', 'postqueue -f'],
      ]).map(([, text]) => text),
    ).toEqual(['Ran `dbt run --full-refresh -s stg_orders`', 'Ran `postqueue -f`']);
  });

  it.each<[string, string[]]>([
    [
      'on another machine',
      ['same thing happened on our staging cluster - i just ran `helm rollback x` and that fixed it'],
    ],
    [
      'that was asked for and answered with no',
      ['did you restart ssh?', 'no, the vpn was off, it works now'],
    ],
    ['by what somebody got', ['I got a 502 on the login page']],
    ['by an opinion', ['Changing filesystems is highly destructive']],
    ['by a sentence about a command', ['kubectl get pods is showing me all of them']],
    ['by what a program does', ['helm goes and gets the chart for you']],
    ['by what would not help', ['Reconfiguring won’t give me that setting']],
    ['by what somebody needs', ['I need approval from security first']],
  ])('tells no step %s', (_, lines) => {
    const talk = lines.map((line, at) => [at === 0 ? 'ben' : 'ana', line] as const);
    expect(stepsOf([down, ...talk])).toEqual([]);
  });

  it.each([
    ['I restarted it and nothing happened'],
    ['restarted it all ok and same prob with booting'],
    ['I tried installing the old agent.\nit failed.'],
  ])('hears the failure in "%s"', (line) => {
    expect(stepsOf([down, ['ben', line], end]).map(([outcome]) => outcome)).toEqual(['no_effect']);
  });

  it('hears a command’s own no', () => {
    const lines = [
      down,
      ['ben', 'tried to restart the api'],
      ['ben', 'error: deployment not found'],
      end,
    ] as const;
    expect(stepsOf(lines).map(([outcome]) => outcome)).toEqual(['no_effect']);
  });

  it('that healed by itself proves nothing', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'flushed the cache of the edge'],
        ['ana', 'for the record: it came back by itself'],
      ]),
    ).toEqual([['unknown', 'Flushed the cache of the edge']]);
  });
});

describe('a version at the start of a line', () => {
  it('is no clock', () => {
    const lines = [
      down,
      ['ben', '1.17 creates two rules more, this took us over a hard limit'],
      end,
    ] as const;
    expect(captureByRules(threadOf(lines)).content.rootCause).toMatch(/^1\.17 creates/);
  });
});

describe('the cause', () => {
  const causeOf = (lines: Lines) => captureByRules(threadOf(lines)).content.rootCause;

  it('is what "that would be it" points back to', () => {
    expect(
      causeOf([
        down,
        ['ben', 'The client waits 30s since 4.0.0 instead of 3s. That would be it'],
        ['ben', 'pinned the old client'],
        ['ana', 'all good'],
      ]),
    ).toBe('The client waits 30s since 4.0.0 instead of 3s.');
  });

  it('is what somebody stated before the fix, where nobody names one', () => {
    expect(
      causeOf([
        down,
        ['ben', 'looking'],
        ['cho', "someone's notebook from 06:41. it's sitting on a lock, every insert queues behind it"],
        ['ben', 'on it'],
        ['ben', 'killed the session of the notebook'],
        ['ana', 'works again, thanks'],
      ]),
    ).toBe("someone's notebook from 06:41. it's sitting on a lock, every insert queues behind it");
  });

  it('is cut where it is very long', () => {
    const long = `the lock is held by ${'a session of the notebook and '.repeat(60)}`;
    const cause = causeOf([down, ['cho', long], ['ben', 'killed the session'], ['ana', 'works again']]);
    expect(cause?.startsWith('the lock is held by')).toBe(true);
    expect(cause?.length).toBeLessThanOrEqual(500);
  });

  it('stays unknown where nothing was stated', () => {
    expect(
      causeOf([down, ['ben', 'looking into it'], ['ben', 'restarted the hub'], ['ana', 'works again']]),
    ).toBe(null);
  });

  it('is what somebody owns up to, and not why somebody acted', () => {
    expect(
      causeOf([
        down,
        ['ben', 'I restarted the workers because they cache the token'],
        ['cho', 'I removed the keys of Mika on Friday as part of offboarding.'],
        ['ben', 'new key is in, works again'],
      ]),
    ).toBe('I removed the keys of Mika on Friday as part of offboarding.');
  });
});
