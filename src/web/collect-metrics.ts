import type { Histogram } from '../library/histogram.ts';
import type { Db } from '../store/connection/db.ts';
import { metricsSnapshot } from '../store/usage/metrics-snapshot.ts';
import { usageOfDay } from '../store/usage/model-usage.ts';
import { type Metric, metricsText } from './metrics-text.ts';

export type MetricsSource = {
  db: Db;
  workspaceId: string;
  now: () => Date;
  /** Null without a model. */
  modelDailyTokens: number | null;
  searchSeconds: Histogram;
};

/** Numbers alone: no text, no name, no id. The search's are of this process, all others of the database. */
export async function collectMetrics(source: MetricsSource): Promise<string> {
  const { db, workspaceId } = source;
  const facts = await metricsSnapshot({ db, workspaceId });
  const usage = await usageOfDay({ db, workspaceId }, source.now().toISOString().slice(0, 10));
  const gauge = (name: string, help: string, samples: { labels?: Record<string, string>; value: number }[]) =>
    ({ name: `precedent_${name}`, help, type: 'gauge', samples }) satisfies Metric;
  const perPurpose = (value: (row: (typeof usage)[number]) => number) =>
    usage.map((row) => ({ labels: { purpose: row.purpose }, value: value(row) }));
  return metricsText([
    gauge(
      'model_tokens_today',
      'Tokens that the model took since midnight UTC.',
      usage.flatMap((row) => [
        { labels: { purpose: row.purpose, kind: 'input' }, value: row.inputTokens },
        { labels: { purpose: row.purpose, kind: 'output' }, value: row.outputTokens },
        { labels: { purpose: row.purpose, kind: 'cache_read' }, value: row.cacheReadTokens },
        { labels: { purpose: row.purpose, kind: 'cache_write' }, value: row.cacheWriteTokens },
      ]),
    ),
    gauge(
      'model_tokens_reserved',
      'Tokens set aside for calls under way, or for calls that were cut off today.',
      perPurpose((row) => row.reservedTokens),
    ),
    gauge(
      'model_tokens_limit',
      'The daily budget of tokens; absent without a model.',
      source.modelDailyTokens === null ? [] : [{ value: source.modelDailyTokens }],
    ),
    gauge(
      'model_calls_today',
      'Calls of the model since midnight UTC.',
      perPurpose((row) => row.calls),
    ),
    gauge(
      'model_failures_today',
      'Those of them that failed.',
      perPurpose((row) => row.failures),
    ),
    gauge(
      'model_refusals_today',
      'Calls not made, for want of budget.',
      perPurpose((row) => row.refusals),
    ),
    gauge('incidents', 'Incidents kept, by whether an answer stands in their thread.', [
      { labels: { answer: 'posted' }, value: facts.incidents.answered },
      { labels: { answer: 'silent' }, value: facts.incidents.silent },
    ]),
    gauge('drafts', 'Drafts kept: all that were made, and those of them that are saved and in use.', [
      { labels: { state: 'made' }, value: facts.drafts.made },
      { labels: { state: 'saved' }, value: facts.drafts.saved },
    ]),
    gauge('inbox_waiting', 'Events from Slack that are kept and not yet handled.', [
      { value: facts.jobsWaiting.find((one) => one.queue === 'inbox')?.count ?? 0 },
    ]),
    gauge('outbox_waiting', 'Messages that do not stand in Slack as they should.', [
      { value: facts.outboxWaiting },
    ]),
    gauge(
      'jobs_waiting',
      'Jobs that wait, run, or will be tried again; a queue without any is absent.',
      facts.jobsWaiting
        .filter((one) => one.queue !== 'inbox')
        .map(({ queue, count }) => ({ labels: { queue }, value: count })),
    ),
    {
      name: 'precedent_search_seconds',
      help: 'How long searches of the library took, in this process since its start.',
      type: 'histogram',
      reading: source.searchSeconds.read(),
    },
  ]);
}
