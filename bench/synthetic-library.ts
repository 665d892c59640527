import type { Embedder } from '../src/embed/embedder.ts';
import { newId } from '../src/library/new-id.ts';
import type { SolutionContent } from '../src/library/solution.ts';
import { embedMissing } from '../src/solutions/embed-missing.ts';
import { saveDraft } from '../src/solutions/save-draft.ts';
import { enqueueNothing } from '../src/store/ctx.ts';
import { insertDraft } from '../src/store/solutions/solution-versions.ts';
import { seededRandom } from './seeded-random.ts';

export type SyntheticProblem = { title: string; symptoms: string; content: SolutionContent };

const services =
  'checkout search auth billing catalog inventory shipping pricing profile media notify reports'.split(' ');
const parts = 'api worker scheduler gateway cache consumer exporter importer webhook indexer'.split(' ');
const environments = ['production', 'staging', 'production', 'production'];
const failures = [
  [
    'connection pool exhausted',
    'JedisConnectionException: Could not get a resource from the pool',
    'raised the pool size to 200',
  ],
  [
    'too many connections',
    'FATAL: sorry, too many clients already (SQLSTATE 53300)',
    'put pgbouncer in front and restarted the pods',
  ],
  [
    'pods OOMKilled',
    'container was OOMKilled, exit code 137, CrashLoopBackOff',
    'raised the memory limit to 4Gi',
  ],
  [
    'certificate expired',
    'x509: certificate has expired or is not yet valid',
    'renewed the certificate with cert-manager',
  ],
  [
    'consumer lag growing',
    'kafka consumer lag above 100k, rebalance in a loop',
    'scaled the consumers to six and raised max.poll.interval',
  ],
  ['disk full', 'no space left on device on /var/lib/data', 'deleted old segments and grew the volume'],
  [
    'slow queries',
    'statement timeout, sequential scan on a large table',
    'added the missing index concurrently',
  ],
  [
    'DNS lookups fail',
    'no such host, SERVFAIL from the cluster resolver',
    'restarted coredns and raised its replicas',
  ],
  [
    '502 from the load balancer',
    'HTTP 502 Bad Gateway, upstream prematurely closed connection',
    'rolled back the last release',
  ],
  ['deadlocks', 'ERROR: deadlock detected (SQLSTATE 40P01)', 'ordered the updates by id'],
  [
    'rate limited by the vendor',
    'HTTP 429 Too Many Requests from the provider',
    'asked for a higher quota and added back-off',
  ],
  ['image pull fails', 'ImagePullBackOff: unauthorized', 'recreated the pull secret'],
] as const;
const details = [
  'started right after the deploy of this morning',
  'only in one availability zone',
  'customers report blank pages',
  'the dashboard shows errors at 30 %',
  'the batch at midnight makes it worse',
  'retries pile up behind it',
  'nothing changed on our side',
  'since the upgrade of the cluster',
];

/** The trouble number `index` of the synthetic company: its words, and what solved it. */
export function syntheticProblem(index: number, random: () => number): SyntheticProblem {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const [what, error, fix] = pick(failures);
  const service = `${pick(services)}-${pick(parts)}`;
  const environment = pick(environments);
  const symptoms = `${service} in ${environment}: ${error}. It ${pick(details)}, and ${pick(details)}. Node pool ${index % 37}.`;
  return {
    title: `${service}: ${what}`,
    symptoms,
    content: {
      title: `${service}: ${what}`,
      symptoms,
      signatures: [error.split(/[:,(]/)[0]?.trim() ?? error],
      context: { service, environment, severity: null },
      rootCause: null,
      fix: { immediate: fix, permanent: null },
      steps: [
        {
          text: fix,
          command: null,
          outcome: 'worked',
          by: 'U0ENGINEER',
          at: new Date(0).toISOString(),
          evidence: [{ ts: '0.000000', quote: fix }],
        },
      ],
      tags: [],
    },
  };
}

type SaveDeps = Parameters<typeof saveDraft>[0] & { embedder: Embedder };

/** Saves `size` solutions through the bot's own code, and embeds them. */
export async function fillLibrary(
  deps: SaveDeps,
  channelId: string,
  size: number,
): Promise<SyntheticProblem[]> {
  const random = seededRandom(7);
  const problems: SyntheticProblem[] = [];
  // They are embedded here, all at once, and by no job beside what is measured.
  const saving = { ...deps, enqueue: enqueueNothing };
  for (let index = 0; index < size; index += 1) {
    const problem = syntheticProblem(index, random);
    problems.push(problem);
    const id = newId('sol');
    await insertDraft(deps.db, {
      workspaceId: deps.workspaceId,
      id,
      content: problem.content,
      proven: true,
      source: { channelId, threadTs: `${1_600_000_000 + index}.000100`, incidentId: null },
      visibility: 'workspace',
      timeToResolutionMinutes: 30,
      occurredAt: new Date((1_600_000_000 + index * 3_600) * 1_000),
      createdAt: new Date(),
    });
    await saveDraft(saving, {
      solutionId: id,
      savedBy: 'import',
      viewer: 'operator',
      silently: true,
      isDistinct: true,
    });
  }
  await embedMissing({ ...saving, embedder: deps.embedder }, Number.POSITIVE_INFINITY);
  return problems;
}
