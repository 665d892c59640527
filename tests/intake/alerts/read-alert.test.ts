import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAlert } from '../../../src/intake/alerts/read-alert.ts';
import type { SlackMessage } from '../../../src/intake/messages/read-message.ts';

const bot: SlackMessage = { subtype: 'bot_message', bot_id: 'B1', ts: '1700000000.000100' };
const titled = (title: string, more: Record<string, unknown> = {}): SlackMessage => ({
  ...bot,
  attachments: [{ title, color: 'danger', ...more }],
});

describe('what is no alert', () => {
  it.each<[string, SlackMessage]>([
    ["a person's chat", { user: 'U1', text: 'checkout is down again?' }],
    ['a person who pastes an alert', { user: 'U1', text: '[FIRING:1] HighErrorRate (checkout prod)' }],
    [
      'a deploy note',
      {
        ...bot,
        username: 'deploybot',
        text: 'Deployed checkout v1.22.3 to production',
        attachments: [{ color: 'good', text: 'by ann' }],
      },
    ],
    [
      'a failed build',
      {
        ...bot,
        username: 'CircleCI',
        attachments: [{ color: 'danger', title: 'Failed: build #412 of acme/checkout', text: 'main' }],
      },
    ],
    ['a pull request', { ...bot, username: 'GitHub', text: 'New pull request: Fix pool size' }],
    ['a reminder', { ...bot, user: 'USLACKBOT', text: 'Reminder: standup in 5 minutes' }],
    ['a greeting', { ...bot, text: 'Hello, I am your new bot' }],
    ['an empty message', bot],
  ])('is %s', (_, message) => {
    expect(readAlert(message)).toBeNull();
  });
});

describe('an alert', () => {
  it('that was only acknowledged neither fires nor resolves', () => {
    expect(
      readAlert({ ...bot, username: 'PagerDuty', text: 'Acknowledged #1234: Checkout 5xx' })?.state,
    ).toBe('none');
  });

  it('that is partly resolved still fires', () => {
    expect(readAlert(titled('[FIRING:1, RESOLVED:2] KafkaLag (orders prod)'))?.state).toBe('firing');
  });

  it('gives its title, service, environment and severity', () => {
    expect(readAlert(titled('[FIRING:2] HighErrorRate (checkout prod critical)'))).toEqual({
      state: 'firing',
      title: 'HighErrorRate (checkout prod critical)',
      key: 'higherrorrate (checkout prod critical)',
      service: 'checkout',
      environment: 'prod',
      severity: 'critical',
    });
  });

  it('takes service, environment, severity and start from its labels first', () => {
    const fields = [
      { title: 'Service', value: 'payments' },
      { title: 'Environment', value: 'Staging' },
      { title: 'Severity', value: 'warning' },
      { title: 'Started', value: '2026-03-03 10:15:00' },
    ];
    expect(readAlert(titled('[FIRING:1] PoolExhausted', { fields }))).toMatchObject({
      service: 'payments',
      environment: 'staging',
      severity: 'medium',
      startsAt: new Date('2026-03-03T10:15:00Z'),
    });
  });

  it.each([
    ['Triggered: [P1] Disk is full', '#632ca6', 'critical'],
    ['Triggered: [P3] Disk is full', '#632ca6', 'medium'],
    ['[FIRING:1] DiskFull (db-1)', 'danger', 'high'],
    ['[FIRING:1] DiskFull (db-1)', '#daa038', 'medium'],
    ['[FIRING:1] DiskFull (db-1 warning)', 'danger', 'medium'],
    ['Warn: Disk is filling', '#632ca6', 'medium'],
  ])('%s in %s is %s', (title, color, severity) => {
    expect(readAlert(titled(title, { color }))?.severity).toBe(severity);
  });

  it('without any known shape is told by its colour, unless it is about work', () => {
    expect(readAlert(titled('Ingress latency over budget'))?.state).toBe('firing');
    expect(readAlert(titled('Release 1.2 was not approved'))).toBeNull();
  });

  it('keeps its key when only measurements, counts, times and numbers change', () => {
    const first = readAlert(titled('[FIRING:3] Disk at 93.1% on db-1 for 5m (since 12:03, 14 errors, #77)'));
    const second = readAlert(
      titled('[RESOLVED] Disk at 41% on db-1 for 20m (since 13:44, 2 errors, #78)', { color: 'good' }),
    );
    expect(second?.key).toBe(first?.key);
  });

  it('has another key for another number that is part of a name', () => {
    const keys = [
      'HTTP 500 on shard 3',
      'HTTP 500 on shard 4',
      'HTTP 404 on shard 3',
      'Down: 10.0.0.1:9100',
      'Down: 10.0.0.2:9100',
    ].map((title) => readAlert(titled(`[FIRING:1] ${title}`))?.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('of CloudWatch without data neither fires nor resolves', () => {
    const fields = [
      { title: 'Alarm Name', value: '`api`' },
      { title: 'Current State', value: '`INSUFFICIENT_DATA`' },
    ];
    expect(
      readAlert(titled('', { color: 'warning', text: 'AWS CloudWatch notification - api', fields }))?.state,
    ).toBe('none');
  });

  it('is read without throwing from any junk', () => {
    const part = fc.dictionary(
      fc.constantFrom(
        'title',
        'text',
        'fields',
        'color',
        'blocks',
        'value',
        'fallback',
        'pretext',
        'title_link',
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.anything())), fc.anything(), (attachments, text) => {
        readAlert({ ...bot, attachments, text: text as string });
        readAlert(text as SlackMessage);
      }),
      { numRuns: 1000 },
    );
  });
});

const folder = join(import.meta.dirname, '../../../../shared/data/alerts');

describe.skipIf(!existsSync(folder))('posts of an AWS forwarder (skipped: no shared data)', () => {
  const load = (name: string): SlackMessage => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

  it.each([
    ['aws-health-event', 'firing', 'high'],
    ['backup-0', 'none', null],
    ['backup-1', 'firing', 'high'],
    ['backup-2', 'firing', 'high'],
    ['backup-3', 'firing', 'high'],
    ['cloudwatch-alarm', 'resolved', null],
    ['glue-notification', 'firing', 'high'],
    ['dms-notification', 'firing', null],
    ['guardduty-finding', 'firing', 'high'],
    ['guardduty-finding-medium', 'firing', 'medium'],
    ['guardduty-finding-low', 'firing', 'low'],
    ['guardduty-malware-protection-object-scan-result', 'firing', 'high'],
    ['text-message', 'none', null],
  ])('%s is %s, severity %s', (name, state, severity) => {
    expect(readAlert(load(name))).toMatchObject({ state, severity });
  });

  it('gives the same key to one job failing in two ways, and another to another resource', () => {
    expect(readAlert(load('backup-1'))?.key).toBe(readAlert(load('backup-2'))?.key);
    expect(readAlert(load('backup-1'))?.key).not.toBe(readAlert(load('backup-3'))?.key);
    expect(readAlert(load('guardduty-finding'))?.key).not.toBe(
      readAlert(load('guardduty-finding-high'))?.key,
    );
  });
});
