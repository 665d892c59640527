import type { SampleReply } from './types.ts';

type Alert = {
  /** Values of the labels it is grouped by, alertname first. */
  group: string;
  /** Values of the other labels its alerts share, in the order of the labels' names. */
  common: string;
  /** The team's own text; Alertmanager's default has none. */
  text?: string;
};

export const alertmanager = 'Alertmanager';

const titleLink = 'https://alertmanager.larkfield.example/#/alerts?receiver=slack';

/**
 * The one attachment of Alertmanager's Slack receiver, filled in by its default template (`__subject`,
 * `slack.default.titlelink`, `slack.default.fallback`) in prometheus/alertmanager.
 */
export function alertPost(alert: Alert, state: 'firing' | 'resolved'): unknown[] {
  const status = state === 'firing' ? '[FIRING:1]' : '[RESOLVED]';
  const title = `${status} ${alert.group} (${alert.common})`;
  return [
    {
      color: state === 'firing' ? 'danger' : 'good',
      fallback: `${title} | ${titleLink}`,
      title,
      title_link: titleLink,
      ...(alert.text === undefined ? {} : { text: alert.text }),
      mrkdwn_in: ['fallback', 'pretext', 'text'],
    },
  ];
}

/** The root of a thread that this alert begins. */
export function firing(alert: Alert): { by: string; text: string; attachments: unknown[] } {
  return { by: `alert:${alertmanager}`, text: '', attachments: alertPost(alert, 'firing') };
}

/** The alert's own end, as a reply. */
export function ended(afterMinutes: number, alert: Alert): SampleReply {
  return {
    by: `alert:${alertmanager}`,
    afterMinutes,
    text: '',
    attachments: alertPost(alert, 'resolved'),
  };
}

export const redisPool: Alert = {
  group: 'RedisPoolExhausted checkout',
  common: 'prod redis-checkout critical',
  text: 'checkout-api: Could not get a resource since the pool is exhausted. Waiters &gt; 50 for 5m.',
};

export const highErrorRate: Alert = {
  group: 'HighErrorRate checkout',
  common: 'prod checkout-api critical',
};

export const authErrorRate: Alert = {
  group: 'HighErrorRate auth',
  common: 'prod auth-api critical',
  text: '5xx of auth-api is above 5% for 10m.',
};

export const indexerKilled: Alert = {
  group: 'ContainerOOMKilled search',
  common: 'search-indexer prod warning',
  text: 'search-indexer was OOMKilled (exit code 137) 6 times in 30m.',
};

export const connectionsFull: Alert = {
  group: 'PostgresTooManyConnections auth',
  common: 'postgres-auth prod critical',
  text: 'auth-api: FATAL: sorry, too many clients already (SQLSTATE 53300). 498 of 500 connections in use.',
};

export const consumerLag: Alert = {
  group: 'KafkaConsumerLag checkout',
  common: 'order-consumer prod warning',
  text: 'Consumer group order-consumer is 25k behind on order-events-3 and does not commit.',
};
