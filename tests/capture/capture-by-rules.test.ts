import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../src/capture/capture-by-rules.ts';
import type { CapturedThread } from '../../src/capture/sentences/read-sentences.ts';
import { threadOf, tsOf } from './chat-threads.ts';

/** The ledger as "outcome by whom: text" lines. */
function ledger(thread: CapturedThread): string[] {
  return captureByRules(thread).content.steps.map((step) => `${step.outcome} ${step.by}: ${step.text}`);
}

describe('captureByRules', () => {
  it('keeps the failed fix, the proposal that was taken up and the one that worked, in order', () => {
    const draft = captureByRules(
      threadOf([
        [
          'ana',
          ':fire: checkout-api in prod is throwing 500s, `ERR max number of clients reached` from redis',
        ],
        ['ben', 'looking'],
        ['ben', 'restarting redis now'],
        ['ana', 'nope, still 500s'],
        ['cho', 'did you try raising the pool?'],
        ['ben', 'good idea, raising maxclients to 10000'],
        ['ben', 'done'],
        ['cho', 'lol redis again :joy:'],
        ['ana', 'errors dropping'],
        ['ana', 'that did it, back to normal'],
        ['ben', 'turned out the new worker opened a connection per job'],
        ['ben', 'PR to cap the worker pool: https://example.com/pull/1'],
        ['cho', 'thanks all!'],
      ]),
    );
    expect(draft.content.steps.map((step) => [step.text, step.outcome, step.by])).toEqual([
      ['Restarting redis now', 'no_effect', 'ben'],
      ['Raising maxclients to 10000', 'worked', 'ben'],
    ]);
    expect(draft.content.steps[1]?.evidence.at(-1)).toEqual({
      ts: tsOf(9),
      quote: 'that did it, back to normal',
    });
    expect(draft.content.rootCause).toContain('a connection per job');
    expect(draft.content.fix).toEqual({
      immediate: 'Raising maxclients to 10000',
      permanent: expect.stringContaining('cap the worker pool'),
    });
    expect(draft.content.context).toMatchObject({ service: 'checkout-api', environment: 'production' });
    expect(draft).toMatchObject({ proven: true, timeToResolutionMinutes: 60 });
  });

  it('gives each of two people who work at once the outcome of their own act', () => {
    const thread = threadOf([
      ['ana', 'payments-api 502s in production after 14:05'],
      ['ben', "I'll roll back the 14:00 deploy"],
      ['cho', "I'm scaling the payments-db to 8 vCPU meanwhile"],
      ['ben', 'rollback done'],
      ['ana', 'still seeing 502s'],
      ['cho', 'scaled, db cpu back to 40%'],
      ['ana', 'ok 502s gone'],
      ['ben', 'so the rollback did nothing, the db was the bottleneck'],
    ]);
    expect(ledger(thread)).toEqual([
      'no_effect ben: Roll back the 14:00 deploy',
      'worked cho: Scaling the payments-db to 8 vCPU meanwhile',
    ]);
    expect(captureByRules(thread).content.rootCause).toContain('bottleneck');
  });

  it('does not take "don\'t restart it" for a step, and keeps what made it worse', () => {
    expect(
      ledger(
        threadOf([
          ['ana', 'orders queue stuck, lag 2M'],
          ['ben', "don't restart the consumer, we lose offsets"],
          ['cho', 'should we scale consumers to 12?'],
          ['ben', 'yes do it'],
          ['cho', 'scaling to 12'],
          ['ana', 'made it worse, rebalancing storm'],
          ['cho', 'scaled back to 6'],
          ['ben', 'killed the stuck consumer `orders-3`'],
          ['ana', 'lag is draining'],
          ['ana', 'recovered'],
        ]),
      ),
    ).toEqual([
      'made_worse cho: Scale consumers to 12',
      'unknown cho: Scaled back to 6',
      'worked ben: Killed the stuck consumer `orders-3`',
    ]);
  });

  it('finds the step that "that did it" speaks of some messages back', () => {
    expect(
      ledger(
        threadOf([
          ['ana', 'login broken for everyone, x509: certificate has expired'],
          ['ben', 'restarted the ingress pods'],
          ['ana', 'no change'],
          ['cho', 'renewed the cert with `certbot renew --force-renewal`'],
          ['ben', 'anyone looked at dns?'],
          ['ben', 'dns looks fine to me'],
          ['ana', 'huh, that did it'],
        ]),
      ),
    ).toEqual([
      'no_effect ben: Restarted the ingress pods',
      'worked cho: Renewed the cert with `certbot renew --force-renewal`',
    ]);
  });

  it('lets the alert itself say that the last act worked', () => {
    expect(
      ledger(
        threadOf([
          ['bot', '[FIRING:1] HighLatency search-api p99 > 2s'],
          ['ana', 'restarted search-api'],
          ['bot', 'HighLatency search-api is still firing: p99 3 s'],
          ['ana', 'flushing the search cache'],
          ['bot', '[RESOLVED] HighLatency search-api'],
          ['ana', 'nice'],
        ]),
      ),
    ).toEqual(['no_effect ana: Restarted search-api', 'worked ana: Flushing the search cache']);
  });

  it('credits only the act that is named, not one that was done after it', () => {
    expect(
      ledger(
        threadOf([
          ['ana', 'billing 500s in prod'],
          ['ben', 'bumped the heap to 8g'],
          ['cho', 'flushed the cache'],
          ['ana', 'the heap bump did it'],
        ]),
      ),
    ).toEqual(['worked ben: Bumped the heap to 8g', 'unknown cho: Flushed the cache']);
  });

  it('takes back "looks good now" when somebody spoke too soon', () => {
    expect(
      ledger(
        threadOf([
          ['ana', 'api timeouts'],
          ['ben', 'bounced the gateway'],
          ['ana', 'looks good now'],
          ['ana', 'spoke too soon, timeouts are back'],
          ['ben', 'failed over to the replica'],
          ['ana', 'all green'],
        ]),
      ),
    ).toEqual(['no_effect ben: Bounced the gateway', 'worked ben: Failed over to the replica']);
  });

  it('takes a question for a proposal, done only by whoever says that they did it', () => {
    const asked = [
      ['ana', 'cron jobs not running since midnight'],
      ['ben', 'try restarting crond?'],
    ] as const;
    expect(ledger(threadOf([...asked, ['ana', 'looking at the graphs first'], ['cho', 'hm']]))).toEqual([]);
    expect(
      ledger(threadOf([...asked, ['ana', 'ok did that'], ['ana', 'jobs are running again, thanks']])),
    ).toEqual(['worked ana: Restarting crond']);
  });

  it('drops an announced act that was called off', () => {
    expect(
      ledger(
        threadOf([
          ['ana', 'kafka lag on events'],
          ['ben', "I'm going to bounce broker 3"],
          ['cho', "wait, don't, it is the controller"],
          ['cho', 'bumped the replica fetch threads'],
          ['ana', 'fixed'],
        ]),
      ),
    ).toEqual(['worked cho: Bumped the replica fetch threads']);
  });

  it('reads the lines of a report, where the act before the resolution is what worked', () => {
    const draft = captureByRules(
      threadOf([
        ['ana', ':rotating_light: *API latency elevated*\nRequests time out.\nImpact: everybody'],
        ['ben', 'An engineer ran a migration in the wrong workspace'],
        ['ana', 'Timeline: <https://example.com/doc|Timeline> for the incident'],
        ['cho', 'First, the cache was flushed. Latency did not improve.'],
        ['ben', 'Increased the pool size from 50 to 200'],
        ['ana', 'Resolved.'],
      ]),
    );
    expect(draft.content.steps.map((step) => [step.text, step.outcome])).toEqual([
      ['First, the cache was flushed.', 'no_effect'],
      ['Increased the pool size from 50 to 200', 'worked'],
    ]);
    expect(draft.content.title).toBe('API latency elevated');
    expect(draft.content.symptoms).toBe('API latency elevated\nRequests time out.');
    expect(draft.content.rootCause).toContain('wrong workspace');
  });

  it('keeps the command of a code block', () => {
    const { content } = captureByRules(
      threadOf([
        ['ana', '`catalog` pods OOMKilled'],
        ['ben', '```kubectl set resources deploy/catalog --limits=memory=2Gi```'],
        ['ben', 'rolled out'],
        ['ana', 'pods stable now'],
      ]),
    );
    expect(content.steps).toMatchObject([
      { command: 'kubectl set resources deploy/catalog --limits=memory=2Gi', outcome: 'worked', by: 'ben' },
    ]);
    expect(content.signatures).toEqual(['OOMKilled']);
    expect(content.context.service).toBe('catalog');
  });

  it('invents nothing when nobody did anything', () => {
    const draft = captureByRules(
      threadOf([
        ['ana', 'site slow?'],
        ['ben', 'works for me'],
        ['ana', 'ok seems fine now'],
        ['ben', 'weird'],
      ]),
    );
    expect(draft).toMatchObject({
      proven: false,
      content: { steps: [], fix: { immediate: null, permanent: null } },
    });
  });

  it('calls nothing proven while the thread is open and nobody said that it worked', () => {
    const draft = captureByRules(
      threadOf(
        [
          ['ana', 'api down'],
          ['ben', 'restarted the api'],
        ],
        false,
      ),
    );
    expect(draft).toMatchObject({ proven: false, timeToResolutionMinutes: null });
    expect(draft.content.steps).toMatchObject([{ outcome: 'unknown' }]);
  });
});

const words = fc.constantFrom(
  'restarted the api',
  "I'll roll back",
  'still 500s',
  'that did it',
  '```kubectl delete pod x',
  '`',
  'did you try it?',
  ':joy:',
  '*bold',
  '<https://x|y>',
  '<@U1>',
  '\n',
  '\u{1F525}',
  'Impact: all',
  'because of',
  'Resolved.',
  '&amp;',
  '—',
  'a'.repeat(400),
);
const message = fc.record({
  ts: fc.oneof(
    fc.integer({ min: 1, max: 2_000_000_000 }).map((n) => `${n}.000100`),
    fc.string({ maxLength: 8 }),
  ),
  userId: fc.option(fc.constantFrom('ana', 'ben'), { nil: null }),
  isBot: fc.boolean(),
  text: fc.oneof(
    fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  ),
  editedAt: fc.constant(null),
});
const anyThread = fc.record({
  root: message,
  replies: fc.array(message, { maxLength: 12 }),
  openedAt: fc.constant(new Date(1_700_000_000_000)),
  resolvedAt: fc.option(fc.date(), { nil: null }),
});

describe('captureByRules on any thread', () => {
  it('never throws, and every quote stands in a message of its timestamp', () => {
    fc.assert(
      fc.property(anyThread, (thread) => {
        const { content } = captureByRules(thread);
        const messages = [thread.root, ...thread.replies];
        expect(content.title.length).toBeLessThanOrEqual(120);
        expect(content.symptoms.length).toBeLessThanOrEqual(1_500);
        for (const step of content.steps) {
          expect(step.evidence.length).toBeGreaterThan(0);
          for (const { ts, quote } of step.evidence) {
            expect(quote.length).toBeLessThanOrEqual(300);
            expect(messages.some((each) => each.ts === ts && each.text.includes(quote))).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
