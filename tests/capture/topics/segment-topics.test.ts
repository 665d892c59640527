import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { threadOf, tsOf } from '../chat-threads.ts';

type Lines = Parameters<typeof threadOf>[0];

function contentOf(lines: Lines, resolved = true) {
  return captureByRules(threadOf(lines, resolved)).content;
}

/** [outcome, text] of every step. */
function stepsOf(lines: Lines, resolved = true) {
  return contentOf(lines, resolved).steps.map((step) => [step.outcome, step.text]);
}

/** The lines, by their number, that were left out. */
function offTopicOf(lines: Lines) {
  const left = contentOf(lines).leftOut?.messages ?? [];
  return lines.flatMap((_, index) => (left.includes(tsOf(index)) ? [index] : []));
}

describe('a second problem in the thread', () => {
  it('is left out where somebody new reports it and others go on with the first', () => {
    const lines = [
      ['ana', 'ledger-api in prod throws 500s since 14:00'],
      ['ben', 'looking'],
      ['dan', 'unrelated, but mailer-worker has been in CrashLoopBackOff since noon, anyone?'],
      ['ben', 'restarted the ledger pods'],
      ['cho', "dan: i'll take the mailer"],
      ['ana', 'nope, still 500s'],
      ['cho', 'rolled back mailer-worker to 1.4'],
      ['dan', 'that fixed it, thanks!'],
      ['ben', 'raised the pool to 200 with `kubectl set env deploy/ledger-api POOL=200`'],
      ['ana', 'that did it, no more errors'],
      ['cho', 'turned out the mailer image had no ca bundle'],
      ['ben', 'root cause: the nightly export held all the connections'],
    ] as const;
    const content = contentOf(lines);
    expect(content.steps.map((step) => [step.outcome, step.text])).toEqual([
      ['no_effect', 'Restarted the ledger pods'],
      ['worked', 'Raised the pool to 200 with `kubectl set env deploy/ledger-api POOL=200`'],
    ]);
    expect(content.rootCause).toBe('the nightly export held all the connections');
    expect(content.signatures).toEqual(['HTTP 500']);
    expect(content.fix.immediate).not.toContain('mailer');
    expect(content.leftOut).toEqual({
      messages: [2, 4, 6, 7, 10].map(tsOf),
      words: 'mailer-worker has been in CrashLoopBackOff since noon…',
    });
  });

  it('is left out from the turn to the return where the whole thread changes its subject', () => {
    const lines = [
      ['ana', 'search-api in prod: p99 at 9s'],
      ['ben', 'restarted search-api'],
      ['ana', 'no change'],
      ['ana', 'separate issue: nobody can log in to jenkins, 403 on every page'],
      ['ben', 'hm, let me see'],
      ['ben', 'cleared the sessions table'],
      ['ana', 'that worked'],
      ['ben', 'ok, back to search. rebuilt the index of shard 7'],
      ['ana', 'p99 is back to normal'],
    ] as const;
    expect(stepsOf(lines)).toEqual([
      ['no_effect', 'Restarted search-api'],
      ['worked', 'Rebuilt the index of shard 7'],
    ]);
    expect(offTopicOf(lines)).toEqual([3, 4, 5, 6]);
  });

  it('is left out to the end when it comes after the first is over', () => {
    const lines = [
      ['ana', 'checkout-api returns 502 in prod'],
      ['ben', 'rolled back the release'],
      ['ana', 'fixed, thank you'],
      ['ana', "while we're here, can somebody look at gitlab? pipelines are stuck since this morning"],
      ['ben', 'restarted the runner'],
      ['ana', 'works now'],
    ] as const;
    expect(stepsOf(lines)).toEqual([['worked', 'Rolled back the release']]);
    expect(offTopicOf(lines)).toEqual([3, 4, 5]);
  });

  it('is left out when it begins in the middle of a message', () => {
    const lines = [
      ['ana', 'orders-db in prod has no disk left'],
      ['ben', 'deleted the old partitions'],
      ['ana', "that did it, 60% free. Unrelated: grafana doesn't load for me, 401"],
      ['ben', 'rotated the grafana token'],
      ['ana', "hm, didn't help"],
    ] as const;
    const content = contentOf(lines);
    expect(content.steps.map((step) => [step.outcome, step.text])).toEqual([
      ['worked', 'Deleted the old partitions'],
    ]);
    expect(content.steps[0]?.evidence[1]).toEqual({ ts: tsOf(2), quote: 'that did it, 60% free.' });
    expect(content.signatures).not.toContain('HTTP 401');
    expect(content.leftOut?.words).toBe("grafana doesn't load for me, 401");
  });

  it('is another alert of a bot in the thread, with what people do about it', () => {
    const lines = [
      ['bot', '[FIRING:1] LedgerErrorRateHigh ledger-api prod critical'],
      ['ben', 'restarting the ledger'],
      ['bot', '[FIRING:1] BackupJobMissed vault-backup prod warning'],
      ['cho', 'started vault-backup by hand'],
      ['bot', '[RESOLVED] BackupJobMissed vault-backup prod'],
      ['ben', 'no change for the ledger. rolled back ledger-api to 41'],
      ['bot', '[RESOLVED] LedgerErrorRateHigh ledger-api prod'],
    ] as const;
    expect(stepsOf(lines)).toEqual([
      ['no_effect', 'Restarting the ledger'],
      ['worked', 'Rolled back ledger-api to 41'],
    ]);
    expect(contentOf(lines).leftOut).toEqual({
      messages: [2, 3, 4].map(tsOf),
      words: 'BackupJobMissed vault-backup prod warning',
    });
  });

  it('is a service that "also" fails for a reason of its own', () => {
    const lines = [
      ['ana', 'ledger-api in prod: p99 at 6s'],
      ['ben', 'scaled ledger-api to 8'],
      ['dan', 'also status-page is now failing, its certificate expired'],
      ['cho', 'renewed the cert of the status-page'],
      ['dan', 'works again'],
      ['ana', 'latency is fine now'],
    ] as const;
    expect(stepsOf(lines)).toEqual([['worked', 'Scaled ledger-api to 8']]);
    expect(offTopicOf(lines)).toEqual([2, 3, 4]);
  });

  it('is what somebody calls another thing afterwards', () => {
    const lines = [
      ['ana', 'payments-api in prod throws 503s'],
      ['dan', 'also invoice-worker is timing out'],
      ['ben', "that's a different issue, please open your own thread"],
      ['dan', 'ok. restarted invoice-worker meanwhile'],
      ['ben', 'bumped the payments pool'],
      ['ana', 'that fixed it'],
    ] as const;
    expect(stepsOf(lines)).toEqual([['worked', 'Bumped the payments pool']]);
    expect(offTopicOf(lines)).toEqual([1, 2, 3]);
  });

  it('is what somebody by the way asks whether others see', () => {
    const lines = [
      ['ana', 'ledger-api in prod throws 500s'],
      ['ben', 'restarted the ledger'],
      ['dan', 'btw is anyone else seeing npm-registry drop connections?'],
      ['eve', 'same here'],
      ['ana', 'ledger works again'],
      ['eve', 'flushed the npm-registry cache, works now'],
    ] as const;
    expect(stepsOf(lines)).toEqual([['worked', 'Restarted the ledger']]);
    expect(offTopicOf(lines)).toEqual([2, 3, 5]);
  });

  it('gives the outcome to the problem of whoever says it', () => {
    const lines = [
      ['ana', 'ledger-api in prod throws 500s'],
      ['dan', 'on a different note, the wiki is down for everybody'],
      ['ben', 'restarted the ledger'],
      ['cho', 'restarted the wiki'],
      ['ana', 'still the same'],
      ['dan', 'that did it'],
      ['ben', 'rolled back ledger-api'],
      ['ana', 'works'],
    ] as const;
    expect(stepsOf(lines)).toEqual([
      ['no_effect', 'Restarted the ledger'],
      ['worked', 'Rolled back ledger-api'],
    ]);
  });

  it('goes on beside the first one, each person with theirs', () => {
    const lines = [
      ['bot', '[FIRING:1] PaymentsErrorRateHigh payments-api prod critical: 12% of requests fail'],
      ['ana', 'ack, looking'],
      ['ben', 'rolling back: `helm rollback payments-api 880`'],
      ['kim', 'hey all, different issue but the vpn gateway in fra keeps dropping me, is somebody on it?'],
      ['lou', 'kim: yes, restarting vpn-gw-2 now'],
      ['ana', 'still failing'],
      ['kim', 'better now, thanks lou'],
      ['ben', 'hmm. stripe webhook secret expired yesterday. rotating it'],
      ['lou', 'vpn-gw-2 had a memory leak, will upgrade it tomorrow'],
      ['ana', 'that was it, back at 0.1%'],
      ['bot', '[RESOLVED] PaymentsErrorRateHigh payments-api prod'],
    ] as const;
    expect(stepsOf(lines)).toEqual([
      ['no_effect', 'Rolling back: `helm rollback payments-api 880`'],
      ['worked', 'Rotating it'],
    ]);
    expect(offTopicOf(lines)).toEqual([3, 4, 6, 8]);
    expect(contentOf(lines).fix.permanent).toBeNull();
  });

  it('leaves an act that was under way before the turn to the first one', () => {
    const lines = [
      ['ana', 'ledger-api in prod throws 500s'],
      ['ben', 'restarting it'],
      ['ana', 'off topic: does anyone know why slack search is broken?'],
      ['ben', 'done'],
      ['ana', 'still failing'],
      ['ben', 'rolled back the release'],
      ['ana', 'fixed'],
    ] as const;
    expect(stepsOf(lines)).toEqual([
      ['no_effect', 'Restarting it'],
      ['worked', 'Rolled back the release'],
    ]);
    expect(offTopicOf(lines)).toEqual([2]);
  });

  it('has no say in an act before it on which nobody acted since', () => {
    const lines = [
      ['ana', 'puffin-api throws 500s in prod'],
      ['ben', 'restarted the puffin-api'],
      ['ana', 'unrelated: the wiki is down'],
      ['ben', 'that fixed it'],
    ] as const;
    expect(stepsOf(lines)).toEqual([['worked', 'Restarted the puffin-api']]);
    expect(offTopicOf(lines)).toEqual([2]);
  });

  it('takes its blocks of code and its plans along', () => {
    const lines = [
      ['ana', 'ledger-api in prod throws 500s'],
      ['dan', 'Separate issue: mailer-worker crashes:\n```\npanic: runtime error: nil map\n```'],
      ['ben', 'rolling back\n```helm rollback ledger-api 41```\nbtw thanks for the pager swap'],
      ['dan', 'fixed mine with\n```kubectl set env deploy/mailer-worker CACHE=on```'],
      ['dan', 'permanent fix for the mailer is MAIL-7'],
      ['ana', '500s gone'],
    ] as const;
    const content = contentOf(lines);
    expect(content.steps.map((step) => step.command)).toEqual(['helm rollback ledger-api 41']);
    expect(content.signatures).toEqual(['HTTP 500']);
    expect(content.fix.permanent).toBeNull();
    expect(offTopicOf(lines)).toEqual([1, 3, 4]);
  });

  it('has its answers left out, whoever gives them', () => {
    const lines = [
      ['ana', 'ledger-api in prod throws 500s'],
      ['ben', 'restarted the ledger'],
      ['dan', 'unrelated: the wiki is down'],
      ['ben', 'did you clear your cookies?'],
      ['dan', 'yes'],
      ['ana', 'still failing'],
      ['cho', '<@dan> restarted it, try again'],
      ['ben', 'rolled back the ledger'],
      ['ana', 'works'],
    ] as const;
    expect(stepsOf(lines)).toEqual([
      ['no_effect', 'Restarted the ledger'],
      ['worked', 'Rolled back the ledger'],
    ]);
    expect(offTopicOf(lines)).toEqual([2, 3, 4, 6]);
  });

  it('leaves the first one the cause that is told after both', () => {
    const lines = [
      ['bot', '[FIRING:1] DiskAlmostFull orders-db-1 prod'],
      ['ana', 'vacuumed the audit table'],
      ['bot', '[RESOLVED] DiskAlmostFull orders-db-1 prod'],
      ['ben', 'while I have you: grafana shows no data for the checkout dashboard'],
      ['ana', 'prometheus was out of memory, restarted it'],
      ['ben', 'data is there again, cheers'],
      ['ana', 'turned out the audit job never purged old rows'],
    ] as const;
    const content = contentOf(lines);
    expect(content.steps.map((step) => step.text)).toEqual(['Vacuumed the audit table']);
    expect(content.rootCause).toContain('the audit job never purged old rows');
    expect(offTopicOf(lines)).toEqual([3, 4, 5]);
  });

  it('is what somebody is sent away with', () => {
    const lines = [
      ['ana', 'ledger-api in prod throws 500s'],
      ['dan', 'my laptop cannot reach the vpn since lunch, is that this?'],
      ['ben', 'no, that is unrelated, please open a ticket with it'],
      ['dan', 'ok, rebooted it and it works'],
      ['ben', 'rolled back ledger-api to 41'],
      ['ana', 'that fixed it'],
    ] as const;
    expect(stepsOf(lines)).toEqual([['worked', 'Rolled back ledger-api to 41']]);
    expect(offTopicOf(lines)).toEqual([1, 2, 3]);
  });

  it('does not end the first one with its own end', () => {
    const lines = [
      ['ana', 'ledger-api in prod throws 500s'],
      ['ben', 'restarted the ledger'],
      ['dan', 'unrelated: build-07 is out of disk, `no space left on device`'],
      ['cho', 'cleaned up /tmp on build-07'],
      ['dan', 'fixed, thx'],
      ['ana', 'still throwing 500s'],
    ] as const;
    const draft = captureByRules(threadOf(lines, false));
    expect(draft.content.steps.map((step) => [step.outcome, step.text])).toEqual([
      ['no_effect', 'Restarted the ledger'],
    ]);
    expect(draft.proven).toBe(false);
    expect(draft.content.signatures).toEqual(['HTTP 500']);
  });
});

describe('another alert', () => {
  it('is left out where what people did about it may have been the fix', () => {
    const lines = [
      ['bot', 'ALARM: "orders-queue-depth" in EU (Ireland)'],
      ['ana', 'restarting orders-consumer'],
      ['bot', 'ALARM: "redis-memory" in EU (Ireland)'],
      ['ben', 'raised maxmemory of redis to 4gb'],
      ['bot', 'OK: "orders-queue-depth" in EU (Ireland)'],
    ] as const;
    expect(stepsOf(lines).map(([, text]) => text)).toEqual([
      'Restarting orders-consumer',
      'Raised maxmemory of redis to 4gb',
    ]);
    expect(contentOf(lines).leftOut).toEqual({ messages: [tsOf(2)], words: 'redis-memory' });
  });

  it('is part of it when somebody names it as the reason', () => {
    const lines = [
      ['bot', 'ALARM: "orders-queue-depth" in EU (Ireland)'],
      ['bot', 'ALARM: "redis-memory" in EU (Ireland)'],
      ['ben', 'the orders queue waits for redis'],
      ['ben', 'raised maxmemory of redis to 4gb'],
      ['bot', 'OK: "orders-queue-depth" in EU (Ireland)'],
    ] as const;
    expect(stepsOf(lines)).toEqual([['worked', 'Raised maxmemory of redis to 4gb']]);
    expect(offTopicOf(lines)).toEqual([]);
  });
});

describe('one problem', () => {
  it.each<[string, Lines, string[]]>([
    [
      'with a consequence in another service',
      [
        ['ana', 'ledger-api in prod throws 500s'],
        ['ben', 'restarted ledger-db'],
        ['dan', 'now also checkout-api is timing out because of it'],
        ['ben', 'failed over to the replica'],
        ['dan', 'that did it'],
      ],
      ['Restarted ledger-db', 'Failed over to the replica'],
    ],
    [
      'with a new symptom of the same service after a fix that failed',
      [
        ['ana', 'ledger-api in prod throws 500s'],
        ['ben', 'bumped the heap to 4G'],
        ['ana', 'different problem now: ledger-api is OOMKilled'],
        ['ben', 'rolled back the release'],
        ['ana', 'fixed'],
      ],
      ['Bumped the heap to 4G', 'Rolled back the release'],
    ],
    [
      'whose other half somebody explains',
      [
        ['ana', 'ledger-api in prod throws 500s'],
        ['dan', 'unrelated, but mailer-worker is stuck'],
        ['ben', "it's the same root cause, both wait for the ledger"],
        ['ben', 'restarted mailer-worker'],
        ['ana', 'no change'],
        ['ben', 'rolled back ledger-api'],
        ['ana', 'works'],
      ],
      ['Restarted mailer-worker', 'Rolled back ledger-api'],
    ],
    [
      'in which one service turns out to depend on the other',
      [
        ['ana', 'ledger-api in prod throws 500s'],
        ['dan', 'separate issue: kafka is down to one broker'],
        ['ben', 'the ledger is down because kafka lost its quorum'],
        ['ben', 'restarted the kafka brokers'],
        ['ana', 'that did it'],
      ],
      ['Restarted the kafka brokers'],
    ],
    [
      'that may have a cause beside it',
      [
        ['ana', 'ledger-api in prod throws 500s'],
        ['dan', 'probably unrelated, but disk on orders-db is at 98%'],
        ['ben', 'cleaned up the wal on orders-db'],
        ['ana', 'ah, that fixed it'],
      ],
      ['Cleaned up the wal on orders-db'],
    ],
    [
      'with an act that comes along',
      [
        ['ana', 'ledger-api in prod throws 500s'],
        ['ben', "while we're here, restarted the failing mailer-worker pods"],
        ['ben', 'also bumped the pool to 50'],
        ['ana', 'that did it'],
      ],
      ["While we're here, restarted the failing mailer-worker pods", 'Bumped the pool to 50'],
    ],
    [
      'with another service in the same state',
      [
        ['ana', 'ledger-api in prod throws 500s'],
        ['dan', 'btw checkout-api is down too'],
        ['cho', 'also search-api is failing now'],
        ['ben', 'rolled back the mesh'],
        ['dan', 'all good again'],
      ],
      ['Rolled back the mesh'],
    ],
    [
      'whose cause somebody finds in another service',
      [
        ['ana', 'sessions-api in prod: users get logged out'],
        ['ben', 'restarted sessions-api'],
        ['cho', 'also redis-cache is OOMKilled'],
        ['cho', 'raised its memory to 2Gi'],
        ['ana', 'that fixed it'],
      ],
      ['Restarted sessions-api', 'Raised its memory to 2Gi'],
    ],
    [
      'that somebody sets apart from a change',
      [
        ['ana', 'api-gateway in prod returns 504s'],
        ['ben', 'there is an unrelated deploy of the blog at the same time'],
        ['ben', 'scaled api-gateway to 12'],
        ['ana', 'unrelated to the blog, they are still there, still 504s'],
        ['ben', 'rolled back the waf rules'],
        ['ana', 'ok that did it'],
      ],
      ['Scaled api-gateway to 12', 'Rolled back the waf rules'],
    ],
    [
      'with an alert about the same service',
      [
        ['bot', '[FIRING:1] LedgerErrorRateHigh ledger-api prod critical'],
        ['ben', 'restarted the ledger'],
        ['bot', '[FIRING:1] PodCrashLooping ledger-api-7d9f prod'],
        ['ben', 'rolled back ledger-api'],
        ['bot', '[RESOLVED] LedgerErrorRateHigh ledger-api prod'],
      ],
      ['Restarted the ledger', 'Rolled back ledger-api'],
    ],
    [
      'beside small talk',
      [
        ['ana', 'ledger-api in prod throws 500s'],
        ['dan', 'unrelated, but happy birthday ben!'],
        ['ben', 'restarted the ledger'],
        ['ana', 'anyway, that did it'],
      ],
      ['Restarted the ledger'],
    ],
    [
      'that somebody rules a change out of',
      [
        ['ana', 'ledger-api in prod throws 500s'],
        ['ben', 'the last deploy is unrelated, it only touched the docs'],
        ['ben', 'back to the last good config'],
        ['ben', 'restarted the ledger'],
        ['ana', 'back to normal'],
      ],
      ['Restarted the ledger'],
    ],
  ])('%s keeps every step', (_, lines, steps) => {
    const content = contentOf(lines);
    expect(content.leftOut).toBeUndefined();
    expect(content.steps.map((step) => step.text)).toEqual(steps);
  });
});
