import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../src/capture/capture-by-rules.ts';
import { threadOf } from './chat-threads.ts';

type Lines = Parameters<typeof threadOf>[0];

function contentOf(lines: Lines, resolved = true) {
  return captureByRules(threadOf(lines, resolved)).content;
}

/** [outcome, text, command] of every step. */
function stepsOf(lines: Lines, resolved = true) {
  return contentOf(lines, resolved).steps.map((step) => [step.outcome, step.text, step.command]);
}

const down = ['ana', 'ledger-api in prod throws 500s'] as const;

describe('a message with words and a command', () => {
  it('is one step, whose command the fix carries', () => {
    const lines = [
      down,
      ['ben', 'lowering the batch size\n```kubectl set env deploy/ledger-api BATCH=50```'],
      ['ana', "ok that's it, errors gone"],
    ] as const;
    expect(stepsOf(lines)).toEqual([
      ['worked', 'Lowering the batch size', 'kubectl set env deploy/ledger-api BATCH=50'],
    ]);
    expect(contentOf(lines).fix.immediate).toBe(
      'Lowering the batch size: `kubectl set env deploy/ledger-api BATCH=50`',
    );
  });

  it('keeps every command of its block in the step and in the fix', () => {
    const lines = [
      down,
      [
        'ben',
        'moving the writes away\n```kubectl scale deploy/w --replicas=0\nkubectl scale deploy/w2 --replicas=3```',
      ],
      ['ana', 'that worked'],
    ] as const;
    expect(stepsOf(lines)).toEqual([
      [
        'worked',
        'Moving the writes away',
        'kubectl scale deploy/w --replicas=0\nkubectl scale deploy/w2 --replicas=3',
      ],
    ]);
    expect(contentOf(lines).fix.immediate).toContain('`kubectl scale deploy/w2 --replicas=3`');
  });

  it('is quoted in the fix on one line when it was wrapped', () => {
    const lines = [
      down,
      ['ben', 'lowering it\n```helm upgrade l ./l \\\n  --set ttl=90```'],
      ['ana', 'fixed'],
    ] as const;
    expect(contentOf(lines).fix.immediate).toBe('Lowering it: `helm upgrade l ./l --set ttl=90`');
  });

  it('tells an act in words that no rule knows by the command below them', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'thawing the partition\n```leaderctl thaw --partition 4```'],
        ['ana', 'all green'],
      ]),
    ).toEqual([['worked', 'Thawing the partition', 'leaderctl thaw --partition 4']]);
  });

  it('is done when it says "set it to …" above the command, and not when it asks', () => {
    expect(
      stepsOf([down, ['ben', 'set it to 90\n```helm upgrade l ./l --set ttl=90```'], ['ana', 'no luck']]),
    ).toEqual([['no_effect', 'Set it to 90', 'helm upgrade l ./l --set ttl=90']]);
    expect(
      stepsOf([down, ['ben', 'should we run this?\n```helm rollback l 3```'], ['ana', 'hm, unsure']]),
    ).toEqual([]);
  });

  it('does not give the act a command that only looks', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'restarted the ledger\n```kubectl get pods -n prod```'],
        ['ana', 'works again'],
      ]),
    ).toEqual([
      ['worked', 'Restarted the ledger', null],
      ['informational', 'Ran `kubectl get pods -n prod`', 'kubectl get pods -n prod'],
    ]);
  });
});

describe('what is no step of ours', () => {
  it('is the cause, told with the verb of an act', () => {
    const lines = [
      down,
      ['ben', 'rolled back the ledger'],
      ['ana', 'errors gone'],
      ['cho', 'because the importer was scaled up on friday'],
      ['cho', 'root cause: the cache was resized. permanent fix is to drop the lock earlier, OPS-7'],
    ] as const;
    expect(stepsOf(lines).map(([, text]) => text)).toEqual(['Rolled back the ledger']);
    expect(contentOf(lines)).toMatchObject({
      rootCause: 'the cache was resized.',
      fix: {
        immediate: 'Rolled back the ledger',
        permanent: 'permanent fix is to drop the lock earlier, OPS-7',
      },
    });
  });

  it('is what a vendor says or did, and then nothing is proven', () => {
    const draft = captureByRules(
      threadOf([
        ['ana', 'sms not delivered in prod'],
        ['ben', 'raised a case with Texto'],
        ['ben', 'Texto says they restarted the gateway and it is fixed on their side'],
      ]),
    );
    expect(draft).toMatchObject({
      proven: false,
      content: { steps: [], fix: { immediate: null, permanent: null } },
    });
  });

  it('is an answer that begins with the outcome of the step before', () => {
    expect(
      stepsOf(
        [down, ['ben', 'banned the crawler'], ['ana', 'no change, they simply switched to another agent']],
        false,
      ),
    ).toEqual([['no_effect', 'Banned the crawler', null]]);
  });

  it('is an act that waits, or how things stand', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'bounced the ledger'],
        ['ben', 'renaming the pool after this'],
        ['ana', 'but still locked'],
      ]),
    ).toEqual([['no_effect', 'Bounced the ledger', null]]);
  });
});

describe('the outcome of a step', () => {
  it.each([
    ['still shows the old page', 'no_effect'],
    ['stuck again, same 503', 'no_effect'],
    ['disk is fine but still read-only??', 'no_effect'],
    ['held for ten minutes, now it is the same again', 'partial'],
    ['calmer for a while, then the queue was full again', 'partial'],
    ['better, about 2% now, but not gone', 'partial'],
    ["that's worse, no pod starts anymore", 'made_worse'],
    ['orders are flowing again', 'worked'],
    ['exports work', 'worked'],
    ['memory flat at 900Mi', 'worked'],
    ['contained', 'worked'],
    ['timeouts are still there but fewer', 'partial'],
    ['the table has doubled', 'unknown'],
    ['they restarted their gateway', 'unknown'],
  ])('of "%s" is %s', (said, outcome) => {
    expect(stepsOf([down, ['ben', 'restarted the ledger'], ['ana', said]], false)[0]?.[0]).toBe(outcome);
  });

  it('is what the last word says', () => {
    const restarted = [down, ['ben', 'restarted the ledger']] as const;
    expect(stepsOf([...restarted, ['ana', 'backlog drains, 3k'], ['ana', 'caught up']])[0]?.[0]).toBe(
      'worked',
    );
    expect(
      stepsOf([...restarted, ['ana', 'logins work'], ['ana', 'lag is rising again']], false)[0]?.[0],
    ).toBe('partial');
  });

  it('is told by the words before the next act of the same sentence', () => {
    expect(
      stepsOf([
        down,
        ['ben', 'flushed the cache'],
        ['ben', 'no difference, rolling back the ledger'],
        ['ana', 'fixed'],
      ]),
    ).toEqual([
      ['no_effect', 'Flushed the cache', null],
      ['worked', 'No difference, rolling back the ledger', null],
    ]);
  });

  it('goes to the act that left nothing when the state is good', () => {
    expect(
      stepsOf(
        [
          ['ana', 'a token is in a public gist'],
          ['ben', 'revoked the token'],
          ['cho', 'deleted the gist, but a copy still has it'],
          ['ben', 'contained'],
        ],
        false,
      ).map(([outcome]) => outcome),
    ).toEqual(['worked', 'partial']);
  });
});

describe('the cause', () => {
  it.each([
    ['that was it. the importer never lets go of its lock', 'the importer never lets go of its lock'],
    ['cause: a renamed topic', 'a renamed topic'],
    ["it's the new export job, one lock per row", "it's the new export job, one lock per row"],
  ])('of "%s" is "%s"', (said, cause) => {
    expect(
      contentOf([down, ['ben', 'restarted the ledger'], ['ana', 'errors gone'], ['ben', said]]).rootCause,
    ).toBe(cause);
  });

  it('is not the trouble that the first message of a chat tells', () => {
    const lines = [
      [
        'ana',
        'ledger errors, `Timeout: request failed because the pool is exhausted`, started right after lunch',
      ],
      ['ben', 'looking'],
      ['ben', 'restarted the ledger'],
      ['ana', 'works again, thx'],
    ] as const;
    expect(contentOf(lines).rootCause).toBeNull();
  });
});

describe('the permanent fix', () => {
  it.each([
    ['OPS-31 (second broker) has to happen this month', 'OPS-31 (second broker) has to happen this month'],
    ['we should cap the retries', 'we should cap the retries'],
    ['ticket: cap the retries of the mailer', 'ticket: cap the retries of the mailer'],
    ['follow-up: alert on lag. OPS-8', 'follow-up: alert on lag. OPS-8'],
    ['opened a ticket with them', null],
    ['raised a case with texto', null],
  ])('of "%s" is %s', (said, permanent) => {
    expect(
      contentOf([down, ['ben', 'restarted the ledger'], ['ana', 'errors gone'], ['ben', said]]).fix.permanent,
    ).toBe(permanent);
  });
});

describe('the service', () => {
  it('is not what somebody tried in vain', () => {
    const lines = [
      ['ana', 'nobody can sign up on prod'],
      ['ben', 'restarting the proxy\n```kubectl rollout restart deploy/edge-proxy```'],
      ['ana', 'no change'],
    ] as const;
    expect(contentOf(lines, false).context.service).toBeNull();
  });

  it('is what the fix was done to when the first message names none', () => {
    const lines = [
      ['ana', 'nobody can sign up on prod'],
      ['ben', 'raising its memory\n```kubectl set resources deploy/signup-web --limits=memory=1Gi```'],
      ['ana', 'that did it'],
    ] as const;
    expect(contentOf(lines).context.service).toBe('signup-web');
  });
});

describe('the cause', () => {
  it('is not the headline’s own error', () => {
    const lines = [
      ['ana', 'export-job fails in prod: canceling statement due to statement timeout'],
      ['ben', 'added the missing index'],
      ['ana', 'that fixed it'],
    ] as const;
    expect(contentOf(lines).rootCause).toBeNull();
  });
});
