import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { causeCues } from '../../../src/capture/patterns/cause-cues.ts';
import { immediateCues, permanentCues } from '../../../src/capture/patterns/fix-cues.ts';
import { threadOf } from '../chat-threads.ts';

const causes: Readonly<Record<string, string>> = {
  'root cause': 'Root cause was a leak in the image resizer',
  'the cause was': 'the cause of the incident was a bad flag',
  'turned out': 'turned out the worker opened a connection per job',
  'caused by': 'this was caused by the new index',
  'the culprit': 'the culprit is the cron job',
  'the reason was': 'reason for this is a wrong owner field',
  'the problem was': 'the problem was a full disk',
  'found it': 'found it: the token had expired',
  'due to': 'it failed due to missing annotations',
  because: 'because the pool was too small',
  'harm by mistake': 'the table was dropped by mistake',
  'it was removed, so': 'the label was removed, so pods were refused',
  'it had never been': 'we forgot to renew the certificate',
  'we made a weak point': 'we created a single point of failure',
  'suspected cause': 'we suspect the network to be the cause',
  'over a limit': 'this took us over a hard limit',
  'an outage of the provider': 'the zone had an outage',
  'this caused': 'which caused the pods to be evicted',
  'it began after': 'occurred immediately after the upgrade',
  'it was exhausted': 'the pool ran out of connections',
  'we suspect': 'probably the deploy',
  'identified that': 'the team identified that the disk size had shrunk',
  overloaded: 'coredns was overwhelmed by queries',
  'as part of a change': 'the size was lowered as part of the module change',
  'was the problem': 'the db was the bottleneck',
  'somebody did': 'someone removed the bucket policy',
  'cause: …': 'cause: the disk of the leader filled up',
  'since we changed it': 'the job has no quota since we moved it',
  "it's the …": "it's the nightly export, it locks the table",
  "that's why": "the table has grown, that's why",
  'it is throttled': 'the proxy is throttled',
  'it had a fault': 'the new template had a typo in it',
  'it was changed lately': 'the password was rotated this morning',
  'is the root cause': 'the new scheduler is the root cause',
  'resulting in the outage': 'the leader lost its disk, resulting in a total outage',
  'traced to': 'the crash was traced to a bug in the router',
  'what happened: …': 'What happened: the hosts lost NTP',
  'it had gone bad': 'a node had gone bad',
  'a side effect': 'an unintended side effect of the smaller pods',
  'it was all it was': 'so the old throttle was all it was',
  'since a day': 'since tuesday everything leaves by one gateway',
  'not in the new one': 'in the new file there is no batch size',
  'a change of that day': 'the clean-up PR of this afternoon',
  'it overloaded them': 'the renaming overloaded the control nodes',
};

const immediate: Readonly<Record<string, string>> = {
  'resolved by …': 'resolved by draining the nodes',
  'the fix was to …': 'the fix was to pin the version',
  'fix: …': 'Fix: restart the leader',
  'to fix it we …': 'to fix this we raised the limit',
  'was required': 'a restart was required so the pods could connect',
};

const permanent: Readonly<Record<string, string>> = {
  'permanent fix': 'the permanent fix is a bigger pool',
  'long-term': 'long-term we need another region',
  'follow-up': 'follow-up: add an alert',
  'action item': 'action item: document it',
  'PR to …': 'PR to cap the pool is up',
  'raised a PR': 'raised a ticket for the retries',
  'ticket raised': 'a ticket was raised',
  'so that it does not happen again': 'so this does not happen again',
  'we will …': 'we will add a limit',
  tomorrow: 'tomorrow we add the alert',
  'ticket: …': 'ticket: cap the retries of the mailer',
  'a ticket that has to happen': 'OPS-12 (second replica) has to happen soon',
  'we should …': 'we really should shard that table',
  'adding … once it is over': 'adding the limit to the chart',
};

describe.each([
  ['cause', causeCues, causes],
  ['immediate fix', immediateCues, immediate],
  ['permanent fix', permanentCues, permanent],
] as const)('%s cues', (_, rules, examples) => {
  it('has an example for every cue and no example without a cue', () => {
    expect(Object.keys(examples).sort()).toEqual(rules.map((rule) => rule.cue).sort());
  });

  for (const rule of rules) {
    it(`hears "${rule.cue}"`, () => {
      expect(rule.pattern.test(examples[rule.cue] ?? '')).toBe(true);
    });
  }

  it('hears nothing in plain talk', () => {
    for (const rule of rules)
      expect([rule.cue, rule.pattern.test('looking at the graphs of the gateway')]).toEqual([
        rule.cue,
        false,
      ]);
  });
});

it.each([
  ['turned out the new worker opened a connection per job', 'the new worker opened a connection per job'],
  ['because the invoices job loads everything in memory', 'the invoices job loads everything in memory'],
  ['Root cause: the pool has one connection', 'the pool has one connection'],
])('of "%s" the cause is given without the words that announce it', (said, cause) => {
  const thread = threadOf([
    ['ann', 'billing answers 500s in prod'],
    ['bob', 'bumped the heap to 8g'],
    ['ann', 'that fixed it'],
    ['bob', said],
  ]);
  expect(captureByRules(thread).content.rootCause).toBe(cause);
});
