import { phrases, words } from './word-list.ts';

/** What people measure in an incident, as parts of a pattern. Of these, less is better … */
export const problemMeasures: readonly string[] = [
  'errors?',
  'error rate',
  'failures?',
  'failure rate',
  'timeouts?',
  'exceptions?',
  '[45]xx',
  '[45]\\d\\ds?',
  'latency',
  'p\\d\\d',
  'lag',
  'backlog',
  'queue(?: depth| length| size)?',
  'depth',
  'load(?: average)?',
  'cpu',
  'memory',
  'disk(?: usage)?',
  'heap',
  'loss',
  'packet loss',
  'retries',
  'restarts',
  'response times?',
  'wait',
];

/** … and of these, more. */
export const goodMeasures: readonly string[] = [
  'success(?: rate)?',
  'successes',
  'throughput',
  'availability',
  'hit rate',
  'ack rate',
  'acks?',
  'delivery(?: rate)?',
  'healthy(?: hosts| targets| pods)?',
];

export const fallingMeasures = phrases`
  errors? | error rate | rejects | latency | lag | queue | backlog | load | cpu | memory
  | crash(?:es| rate) | failures | timeouts | [45]\d\ds | 5xx | depth | usage
`;

export const risingMeasures = phrases`
  errors? | error rate | latency | load | cpu | memory | lag | queue | connections | 5xx
`;

export const loweredMeasures = phrases`
  errors? | error rate | latency | load | lag | queue | backlog | cpu | memory | p\d\d
`;

export const capacityUnits = words`
  [gmkt]i?b? cores? v?cpus? replicas? workers threads nodes instances shards partitions slots
`;
