import { ended, firing, highErrorRate, redisPool } from './alertmanager.ts';
import { after, code } from './compose-thread.ts';
import type { SampleThread } from './types.ts';

const poolExhausted: SampleThread[] = [
  {
    channel: 'incidents',
    daysAgo: 41,
    at: '09:12',
    root: {
      by: 'maya',
      text: 'checkout-api in prod is throwing 500s, about 1 in 5 requests. logs are full of `JedisExhaustedPoolException: Could not get a resource since the pool is exhausted`',
    },
    replies: [
      after(1, 'tomasz', 'looking'),
      after(2, 'aiko', ':eyes:'),
      after(
        4,
        'tomasz',
        '<https://grafana.larkfield.example/d/checkout> pool active = 50/50 since 09:05, waiters climbing',
      ),
      after(
        6,
        'tomasz',
        `smells like stale connections, restarting redis\n${code('kubectl rollout restart statefulset/redis-checkout -n prod')}`,
      ),
      after(10, 'maya', "that made it worse, every pod reconnects at once. we're at 60% errors now"),
      after(11, 'dan', 'turning it off and on again, the SRE classic :joy:'),
      after(13, 'tomasz', 'ok redis is back, errors back to ~20%. so no gain'),
      after(
        15,
        'femi',
        `scaling checkout-api from 6 to 12\n${code('kubectl scale deploy/checkout-api --replicas=12 -n prod')}`,
      ),
      after(19, 'femi', 'no change, still exhausted. more pods just means more waiters'),
      after(
        22,
        'priya',
        code('$ redis-cli -h redis-checkout info clients', 'connected_clients:612', 'blocked_clients:0'),
      ),
      after(
        23,
        'priya',
        'redis itself is bored. its our side: maxTotal is 50 per pod and we hold one for the whole cart call',
      ),
      after(
        25,
        'priya',
        `raising the pool to 200\n${code('helm upgrade checkout ./charts/checkout -n prod --reuse-values --set redis.pool.maxTotal=200')}`,
      ),
      after(31, 'maya', 'errors dropping... 4%... 0'),
      after(33, 'maya', 'yep, that did it. p99 back to 180ms'),
      after(35, 'dan', 'nice one @priya :tada:'),
      after(
        58,
        'priya',
        'root cause: the cart service holds its redis connection while it calls the tax API, and the tax API got slow at 9. permanent fix is to release it before the call, CHK-412',
      ),
    ],
    resolved: { by: 'maya', afterMinutes: 36 },
    saved: true,
  },
  {
    channel: 'incidents',
    daysAgo: 23,
    at: '18:40',
    root: {
      by: 'femi',
      text: 'checkout errors again, `Could not get a resource since the pool is exhausted` on all checkout-api pods in prod. started right after the newsletter went out',
    },
    replies: [
      after(2, 'aiko', 'on it'),
      after(3, 'aiko', 'same as the redis pool thing of last month?'),
      after(5, 'femi', 'looks like it. pool is at 200/200, traffic x3'),
      after(7, 'aiko', "please don't restart redis this time :sweat_smile:"),
      after(
        9,
        'femi',
        `bumping maxTotal to 300\n${code('helm upgrade checkout ./charts/checkout -n prod --reuse-values --set redis.pool.maxTotal=300')}`,
      ),
      after(14, 'femi', '230/300 in use, errors gone'),
      after(16, 'aiko', 'confirmed, orders are flowing again'),
      after(21, 'maya', 'btw CHK-412 is still open...'),
    ],
    resolved: { by: 'aiko', afterMinutes: 19 },
    saved: true,
  },
  {
    channel: 'alerts',
    daysAgo: 8,
    at: '11:05',
    root: firing(redisPool),
    replies: [
      after(2, 'dan', 'got it'),
      after(
        4,
        'dan',
        `restarting redis\n${code('kubectl rollout restart statefulset/redis-checkout -n prod')}`,
      ),
      after(8, 'dan', 'ugh, made it worse. all carts time out now'),
      after(9, 'maya', '@dan noo, we had exactly this before. raise the pool'),
      after(
        12,
        'dan',
        `set it to 400\n${code('helm upgrade checkout ./charts/checkout -n prod --reuse-values --set redis.pool.maxTotal=400')}`,
      ),
      after(20, 'dan', 'better for a bit, now exhausted again, 400/400'),
      after(
        24,
        'priya',
        `so it leaks. CLIENT LIST shows 380 connections idle for more than 10 min\n${code("redis-cli -h redis-checkout client list | awk '{print $6}' | sort | uniq -c")}`,
      ),
      after(27, 'priya', 'every failed payment leaves one open. that is new in 2.31'),
      after(
        30,
        'priya',
        `rolling checkout back to 2.30.4\n${code('helm rollback checkout 57 -n prod --wait')}`,
      ),
      after(37, 'dan', '35/400 and falling'),
      ended(41, redisPool),
      after(42, 'priya', 'that was it. the retry path never gives its connection back'),
      after(
        95,
        'priya',
        'permanent fix: try-with-resources in PaymentRetry, <https://git.larkfield.example/checkout/pull/1893|PR 1893>, ships tomorrow',
      ),
    ],
    resolved: { by: 'priya', afterMinutes: 43 },
    saved: true,
  },
];

const stuckConsumer: SampleThread[] = [
  {
    channel: 'incidents',
    daysAgo: 25,
    at: '14:20',
    root: {
      by: 'tomasz',
      text: 'order confirmation mails are late in prod. consumer lag of `order-consumer` on order-events is 48k and growing',
    },
    replies: [
      after(3, 'femi', 'kafka itself looks healthy, no under-replicated partitions'),
      after(
        5,
        'femi',
        `scaling the consumers to 12\n${code('kubectl scale deploy/order-consumer --replicas=12 -n prod')}`,
      ),
      after(9, 'femi', 'did nothing, the topic has 6 partitions so half of them sit idle. doh'),
      after(12, 'tomasz', 'restarted order-consumer'),
      after(
        14,
        'tomasz',
        'no difference, it dies at the same spot: `SerializationException: Error deserializing key/value for partition order-events-3 at offset 8812203`',
      ),
      after(15, 'dan', 'poison pill :skull:'),
      after(
        19,
        'priya',
        `skipping that one message\n${code(
          'kubectl scale deploy/order-consumer --replicas=0 -n prod',
          'kafka-consumer-groups --bootstrap-server kafka:9092 --group order-consumer --topic order-events:3 --reset-offsets --to-offset 8812204 --execute',
          'kubectl scale deploy/order-consumer --replicas=6 -n prod',
        )}`,
      ),
      after(26, 'tomasz', 'lag is going down, 12k'),
      after(34, 'tomasz', 'lag 0, mails are out :tada: skipping it fixed it'),
      after(50, 'priya', 'cause: a v2 event was published without going through the schema registry'),
      after(
        52,
        'maya',
        "long term we need a dead letter queue so one bad message can't block a partition. CHK-430",
      ),
    ],
    resolved: { by: 'tomasz', afterMinutes: 36 },
    saved: true,
  },
  {
    channel: 'incidents',
    daysAgo: 5,
    at: '10:32',
    root: {
      by: 'femi',
      text: 'order-consumer stuck in prod again, lag 30k, confirmation mails about 40 min late',
    },
    replies: [
      after(2, 'dan', 'same exception, `SerializationException` at order-events-3 offset 9120411'),
      after(
        6,
        'dan',
        `skipped the offset with the command from last time\n${code('kafka-consumer-groups --bootstrap-server kafka:9092 --group order-consumer --topic order-events:3 --reset-offsets --to-offset 9120412 --execute')}`,
      ),
      after(12, 'femi', 'lag draining, 8k'),
      after(17, 'femi', 'all caught up, thx'),
      after(20, 'maya', 'the DLQ was never merged... pulling CHK-430 into this sprint'),
    ],
    resolved: { by: 'femi', afterMinutes: 18 },
    saved: true,
  },
];

const others: SampleThread[] = [
  {
    channel: 'incidents',
    daysAgo: 30,
    at: '16:03',
    root: {
      by: 'priya',
      text: 'card payments failing in prod for ~30% of orders, PayLane answers 502 on /charges',
    },
    replies: [
      after(2, 'maya', 'their status page is green of course <https://status.paylane.example>'),
      after(6, 'priya', 'opened a ticket with them'),
      after(20, 'priya', 'they confirm, one of their regions is down. nothing we can do but wait'),
      after(21, 'dan', ':popcorn:'),
      after(64, 'priya', 'PayLane says fixed, our rates are back to normal'),
    ],
    resolved: { by: 'priya', afterMinutes: 66 },
    saved: false,
  },
  {
    channel: 'incidents',
    daysAgo: 17,
    at: '08:15',
    root: {
      by: 'aiko',
      text: 'checkout p99 jumps to 4s every night around 02:10 UTC, third night in a row now. nobody gets paged but AU customers notice',
    },
    replies: [
      after(10, 'tomasz', 'backup job maybe? starts at 2'),
      after(14, 'tomasz', 'moved pg_dump to 04:00, lets see'),
      after(1450, 'aiko', 'nope, still spiked at 02:10'),
      after(1462, 'tomasz', 'autovacuum then? turned on log_autovacuum_min_duration'),
      after(2890, 'tomasz', 'nothing in the log at that time. spike is still there'),
      after(2900, 'aiko', 'ok parking this, no idea'),
    ],
    resolved: null,
    saved: false,
  },
  {
    channel: 'incidents',
    daysAgo: 12,
    at: '16:08',
    root: {
      by: 'aiko',
      text: 'new checkout-api pods in prod go into CrashLoopBackOff after the 16:00 deploy. old ones still serve so no customer impact yet',
    },
    replies: [
      after(
        2,
        'dan',
        code(
          '$ kubectl logs deploy/checkout-api -n prod --previous',
          'config: required key TAX_API_TIMEOUT_MS is not set',
          'exit status 1',
        ),
      ),
      after(4, 'dan', 'my deploy :see_no_evil:'),
      after(5, 'aiko', `rolling back\n${code('helm rollback checkout 52 -n prod --wait')}`),
      after(9, 'aiko', 'rollback done, 6/6 Ready. all good again'),
      after(
        25,
        'dan',
        'it was because the chart renamed the value, and on staging somebody had set it by hand',
      ),
      after(
        40,
        'dan',
        'added it to values-prod.yaml. to prevent this CI now validates values against the schema',
      ),
    ],
    resolved: { by: 'aiko', afterMinutes: 11 },
    saved: true,
  },
  {
    channel: 'alerts',
    daysAgo: 3,
    at: '13:47',
    root: firing(highErrorRate),
    replies: [after(3, 'tomasz', 'looking, nothing obvious'), ended(9, highErrorRate)],
    resolved: { by: 'alert:Alertmanager', afterMinutes: 9 },
    saved: false,
  },
];

/** The checkout service: Redis, Kafka, a payment provider, a bad deploy. */
export const checkoutThreads: readonly SampleThread[] = [...poolExhausted, ...stuckConsumer, ...others];
