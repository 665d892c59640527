import { describe, expect, it } from 'vitest';
import { readAlert } from '../../../src/intake/alerts/read-alert.ts';
import type { SlackMessage } from '../../../src/intake/messages/read-message.ts';

const bot = { subtype: 'bot_message', bot_id: 'B1', ts: '1700000000.000100' };

function attachment(parts: Record<string, unknown>, username = 'alerts', text = ''): SlackMessage {
  return { ...bot, username, text, attachments: [parts] };
}

function alertmanager(title: string, color: string, text = ''): SlackMessage {
  return attachment(
    {
      color,
      title,
      title_link: 'http://am.example/#/alerts?receiver=slack',
      text,
      fallback: `${title} | http://am.example`,
    },
    'Alertmanager',
  );
}

function pagerduty(text: string, title: string, color: string): SlackMessage {
  return attachment(
    {
      color,
      text,
      fields: [
        { title: 'Service', value: '<https://acme.pagerduty.com/services/P1|Checkout>', short: true },
        { title: 'Assigned', value: title },
      ],
    },
    'PagerDuty',
  );
}

function datadog(title: string, color: string, text: string): SlackMessage {
  return attachment(
    { color, title, title_link: 'https://app.datadoghq.com/monitors/123', text, fallback: title },
    'Datadog',
  );
}

function cloudwatch(name: string, from: string, to: string, color: string): SlackMessage {
  return attachment({
    color,
    fallback: `Alarm ${name} triggered`,
    text: `AWS CloudWatch notification - ${name}`,
    fields: [
      { title: 'Alarm Name', value: `\`${name}\`` },
      {
        title: 'Alarm reason',
        value: `\`Threshold Crossed: 1 datapoint [${to.length}.0 (12/02/19 15:44:00)]\``,
      },
      { title: 'Old State', value: `\`${from}\`` },
      { title: 'Current State', value: `\`${to}\`` },
      {
        title: 'Link to Alarm',
        value: `https://console.aws.amazon.com/cloudwatch/home?region=eu-west-2#alarm:name=${name}`,
      },
    ],
  });
}

type Pair = { tool: string; firing: SlackMessage; resolved: SlackMessage; other: SlackMessage };

const pairs: Pair[] = [
  {
    tool: "Alertmanager's default template",
    firing: alertmanager('[FIRING:2] HighErrorRate (checkout prod critical)', 'danger'),
    resolved: alertmanager('[RESOLVED] HighErrorRate (checkout prod critical)', 'good'),
    other: alertmanager('[FIRING:1] HighErrorRate (payments prod critical)', 'danger'),
  },
  {
    tool: 'an Alertmanager template that keeps the labels in the text',
    firing: alertmanager(
      '[FIRING:1] HighErrorRate',
      'danger',
      '*Summary:* 12.5% of requests fail\n• *service:* `checkout`\n• *severity:* `critical`\n• *value:* `12.5`',
    ),
    resolved: alertmanager(
      '[RESOLVED] HighErrorRate',
      'good',
      '*Summary:* 0.1% of requests fail\n• *service:* `checkout`\n• *severity:* `critical`\n• *value:* `0.1`',
    ),
    other: alertmanager(
      '[FIRING:1] HighErrorRate',
      'danger',
      '• *service:* `payments`\n• *severity:* `critical`',
    ),
  },
  {
    tool: 'Grafana unified alerting',
    firing: attachment(
      {
        color: '#D63232',
        title: '[FIRING:1] DiskFull infra (db-1 /var/lib 92)',
        text: '**Firing**\n\nValue: B=92.1\nLabels:\n - alertname = DiskFull\n - instance = db-1\n',
      },
      'Grafana',
    ),
    resolved: attachment(
      {
        color: '#36a64f',
        title: '[RESOLVED] DiskFull infra (db-1 /var/lib 92)',
        text: '**Resolved**\n\nValue: B=41.7\nLabels:\n - alertname = DiskFull\n - instance = db-1\n',
      },
      'Grafana',
    ),
    other: attachment(
      {
        color: '#D63232',
        title: '[FIRING:1] DiskFull infra (db-2 /var/lib 92)',
        text: 'Labels:\n - alertname = DiskFull\n - instance = db-2\n',
      },
      'Grafana',
    ),
  },
  {
    tool: 'Grafana before unified alerting',
    firing: attachment(
      {
        color: '#D63232',
        title: '[Alerting] Checkout latency alert',
        fields: [{ title: 'p95', value: '812.3', short: true }],
      },
      'Grafana',
    ),
    resolved: attachment({ color: '#36a64f', title: '[OK] Checkout latency alert', fields: [] }, 'Grafana'),
    other: attachment({ color: '#D63232', title: '[Alerting] Login latency alert', fields: [] }, 'Grafana'),
  },
  {
    tool: 'PagerDuty',
    firing: pagerduty(
      'Triggered <https://acme.pagerduty.com/incidents/Q1|#1234>: Checkout 5xx above threshold',
      'Ann',
      '#d10c20',
    ),
    resolved: pagerduty(
      'Resolved <https://acme.pagerduty.com/incidents/Q1|#1234>: Checkout 5xx above threshold',
      'Bob',
      '#00a65a',
    ),
    other: pagerduty(
      'Triggered <https://acme.pagerduty.com/incidents/Q2|#1235>: Queue depth above threshold',
      'Ann',
      '#d10c20',
    ),
  },
  {
    tool: 'Datadog',
    firing: datadog(
      'Triggered: [P2] High CPU on host:web-1',
      '#e01e5a',
      'CPU was 97.2% over the last 5m\nservice:web env:prod',
    ),
    resolved: datadog('Recovered: [P2] High CPU on host:web-1', '#2eb67d', 'CPU was 31.0% over the last 5m'),
    other: datadog('Triggered: [P2] High CPU on host:web-2', '#e01e5a', ''),
  },
  {
    tool: "Datadog's grouped monitors",
    firing: datadog('[Triggered on {host:web-1,env:prod}] Disk is filling', '#e01e5a', ''),
    resolved: datadog('[Recovered on {host:web-1,env:prod}] Disk is filling', '#2eb67d', ''),
    other: datadog('[Triggered on {host:web-2,env:prod}] Disk is filling', '#e01e5a', ''),
  },
  {
    tool: 'Opsgenie',
    firing: attachment(
      {
        color: '#D63232',
        title: 'New alert: <https://acme.app.opsgenie.com/alert/1|#71>: Redis is out of memory',
        fields: [{ title: 'Priority', value: 'P1' }],
      },
      'Opsgenie',
    ),
    resolved: attachment(
      {
        color: '#36a64f',
        title: 'Closed alert: <https://acme.app.opsgenie.com/alert/1|#71>: Redis is out of memory',
      },
      'Opsgenie',
    ),
    other: attachment(
      {
        color: '#D63232',
        title: 'New alert: <https://acme.app.opsgenie.com/alert/2|#72>: Kafka lag is growing',
      },
      'Opsgenie',
    ),
  },
  {
    tool: 'a CloudWatch forwarder',
    firing: cloudwatch('api-5xx', 'OK', 'ALARM', 'danger'),
    resolved: cloudwatch('api-5xx', 'ALARM', 'OK', 'good'),
    other: cloudwatch('api-4xx', 'OK', 'ALARM', 'danger'),
  },
  {
    tool: "CloudWatch's own mail subject",
    firing: attachment({ title: 'ALARM: "api-5xx" in EU (Ireland)', text: '' }, 'AWS'),
    resolved: attachment({ title: 'OK: "api-5xx" in EU (Ireland)', text: '' }, 'AWS'),
    other: attachment({ title: 'ALARM: "api-5xx" in US East (N. Virginia)', text: '' }, 'AWS'),
  },
  {
    tool: 'Pingdom',
    firing: attachment(
      { color: '#FF0000', text: 'shop.example.com is DOWN since 12:03:11. Reason: Timeout' },
      'Pingdom',
    ),
    resolved: attachment({ color: '#00FF00', text: 'shop.example.com is UP again after 4m 12s' }, 'Pingdom'),
    other: attachment({ color: '#FF0000', text: 'docs.example.com is DOWN since 12:03:11' }, 'Pingdom'),
  },
  {
    tool: 'UptimeRobot',
    firing: {
      ...bot,
      username: 'UptimeRobot',
      text: 'Monitor is DOWN: Shop ( <https://shop.example.com|https://shop.example.com> ) - Reason: HTTP 503 - Service Unavailable',
    },
    resolved: {
      ...bot,
      username: 'UptimeRobot',
      text: 'Monitor is UP: Shop ( <https://shop.example.com|https://shop.example.com> ). It was down for 5 minutes and 2 seconds.',
    },
    other: {
      ...bot,
      username: 'UptimeRobot',
      text: 'Monitor is DOWN: Docs ( <https://docs.example.com|https://docs.example.com> )',
    },
  },
  {
    tool: 'Nagios',
    firing: {
      ...bot,
      username: 'nagios',
      text: 'PROBLEM - web-01/HTTP is CRITICAL: CRITICAL - Socket timeout after 10 seconds',
    },
    resolved: {
      ...bot,
      username: 'nagios',
      text: 'RECOVERY - web-01/HTTP is OK: HTTP OK: 200 - 412 bytes in 0.021 second response time',
    },
    other: { ...bot, username: 'nagios', text: 'PROBLEM - web-01/SSH is CRITICAL: Connection refused' },
  },
  {
    tool: 'Icinga with starred titles',
    firing: { ...bot, username: 'icinga2', text: '** PROBLEM Service Alert: db-01/Disk / is WARNING **' },
    resolved: { ...bot, username: 'icinga2', text: '** RECOVERY Service Alert: db-01/Disk / is OK **' },
    other: { ...bot, username: 'icinga2', text: '** PROBLEM Service Alert: db-02/Disk / is WARNING **' },
  },
  {
    tool: 'Zabbix',
    firing: attachment(
      { color: '#E45959', title: 'Problem: High memory usage on app-3', text: 'Severity: Average' },
      'Zabbix',
    ),
    resolved: attachment(
      {
        color: '#009900',
        title: 'Resolved in 12m 4s: High memory usage on app-3',
        text: 'Severity: Average',
      },
      'Zabbix',
    ),
    other: attachment(
      { color: '#E45959', title: 'Problem: High memory usage on app-4', text: 'Severity: Average' },
      'Zabbix',
    ),
  },
  {
    tool: 'Azure Monitor',
    firing: {
      ...bot,
      text: 'Fired:Sev2 Azure Monitor Alert cpu-high on vm-7 ( microsoft.compute/virtualmachines ) at 11/2/2026 3:04:05 PM',
    },
    resolved: {
      ...bot,
      text: 'Resolved:Sev2 Azure Monitor Alert cpu-high on vm-7 ( microsoft.compute/virtualmachines ) at 11/2/2026 3:19:05 PM',
    },
    other: {
      ...bot,
      text: 'Fired:Sev2 Azure Monitor Alert cpu-high on vm-8 ( microsoft.compute/virtualmachines ) at 11/2/2026 3:04:05 PM',
    },
  },
  {
    tool: 'Sentry metric alerts',
    firing: attachment(
      {
        color: '#e03e2f',
        title: 'Critical: Checkout error count',
        text: '412 events in the last 10 minutes',
      },
      'Sentry',
    ),
    resolved: attachment(
      { color: '#4dc771', title: 'Resolved: Checkout error count', text: '3 events in the last 10 minutes' },
      'Sentry',
    ),
    other: attachment({ color: '#e03e2f', title: 'Critical: Login error count' }, 'Sentry'),
  },
  {
    tool: 'Statuspage',
    firing: attachment(
      {
        color: '#e74c3c',
        title: 'Elevated API errors',
        fields: [
          { title: 'Status', value: 'Investigating' },
          { title: 'Impact', value: 'Major' },
        ],
      },
      'Statuspage',
    ),
    resolved: attachment(
      { color: '#2fcc66', title: 'Elevated API errors', fields: [{ title: 'Status', value: 'Resolved' }] },
      'Statuspage',
    ),
    other: attachment(
      { color: '#e74c3c', title: 'Webhooks delayed', fields: [{ title: 'Status', value: 'Investigating' }] },
      'Statuspage',
    ),
  },
  {
    tool: 'blocks with a header and section fields',
    firing: {
      ...bot,
      text: '',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: '🚨 Firing: Payment queue backlog' } },
        {
          type: 'section',
          fields: [
            { type: 'mrkdwn', text: '*Service:*\npayments' },
            { type: 'mrkdwn', text: '*Depth:*\n1204' },
          ],
        },
      ],
    },
    resolved: {
      ...bot,
      text: '',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: '✅ Resolved: Payment queue backlog' } },
        {
          type: 'section',
          fields: [
            { type: 'mrkdwn', text: '*Service:*\npayments' },
            { type: 'mrkdwn', text: '*Depth:*\n3' },
          ],
        },
      ],
    },
    other: {
      ...bot,
      text: '',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: '🚨 Firing: Payment queue backlog' } },
        { type: 'section', fields: [{ type: 'mrkdwn', text: '*Service:*\nrefunds' }] },
      ],
    },
  },
  {
    tool: 'Opsgenie with the headline above the title',
    firing: attachment(
      { pretext: 'Alert created', title: '#12: KubePodCrashLooping in checkout' },
      'Opsgenie',
    ),
    resolved: attachment(
      { pretext: 'Alert closed by Ann', title: '#12: KubePodCrashLooping in checkout' },
      'Opsgenie',
    ),
    other: attachment({ pretext: 'Alert created', title: '#13: KubePodCrashLooping in orders' }, 'Opsgenie'),
  },
  {
    tool: 'Uptime Kuma',
    firing: { ...bot, username: 'Uptime Kuma', text: '[Shop] [🔴 Down] Request failed with status code 503' },
    resolved: { ...bot, username: 'Uptime Kuma', text: '[Shop] [✅ Up] 200 - OK' },
    other: { ...bot, username: 'Uptime Kuma', text: '[Docs] [🔴 Down] timeout' },
  },
  {
    tool: 'PagerDuty with the name of who resolved it',
    firing: { ...bot, username: 'PagerDuty', text: 'Triggered #99: DB down' },
    resolved: { ...bot, username: 'PagerDuty', text: 'Resolved #99 by Ann Lee: DB down' },
    other: { ...bot, username: 'PagerDuty', text: 'Triggered #98: Cache down' },
  },
  {
    tool: 'New Relic',
    firing: attachment(
      { color: '#ff0000', title: 'New Relic: Open incident: Apdex below 0.7 on storefront' },
      'New Relic',
      'Open incident: Apdex below 0.7 on storefront',
    ),
    resolved: attachment(
      { color: '#00ff00', title: 'New Relic: Closed incident: Apdex below 0.7 on storefront' },
      'New Relic',
      'Closed incident: Apdex below 0.7 on storefront',
    ),
    other: attachment({ color: '#ff0000' }, 'New Relic', 'Open incident: Apdex below 0.7 on checkout'),
  },
];

describe.each(pairs)('alerts of $tool', ({ firing, resolved, other }) => {
  it('are read as firing and as resolved', () => {
    expect(readAlert(firing)?.state).toBe('firing');
    expect(readAlert(resolved)?.state).toBe('resolved');
    expect(readAlert(other)?.state).toBe('firing');
  });

  it('keep their key from firing to resolved', () => {
    expect(readAlert(resolved)?.key).toBe(readAlert(firing)?.key);
  });

  it('differ in their key from another alert', () => {
    expect(readAlert(other)?.key).not.toBe(readAlert(firing)?.key);
  });
});
