import {
  alertmanager,
  alertPost,
  connectionsFull,
  consumerLag,
  indexerKilled,
  redisPool,
} from './alertmanager.ts';
import type { SampleAlert } from './types.ts';

function alert(name: string, label: string, of: Parameters<typeof alertPost>[0]): SampleAlert {
  return {
    name,
    label,
    app: alertmanager,
    firing: { attachments: alertPost(of, 'firing') },
    resolved: { attachments: alertPost(of, 'resolved') },
  };
}

/** What a person may fire: each has happened before in the sample, so the bot has something to say. */
export const sampleAlerts: readonly SampleAlert[] = [
  alert('redis-pool', 'Checkout: Redis pool exhausted', redisPool),
  alert('postgres-connections', 'Auth: too many Postgres connections', connectionsFull),
  alert('indexer-oom', 'Search: indexer out of memory', indexerKilled),
  alert('kafka-lag', 'Checkout: Kafka consumer stuck', consumerLag),
];
