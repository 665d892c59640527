import { captureIncident } from '../capture/drafts/capture-incident.ts';
import type { CaptureCtx } from '../capture/drafts/draft-incident.ts';
import type { RendersBackfills } from '../intake/backfill/backfill-message.ts';
import type { ChannelHistory } from '../intake/backfill/channel-history.ts';
import { stepBackfill } from '../intake/backfill/step-backfill.ts';
import type { Normalizer } from '../intake/messages/normalize-message.ts';
import { verifyChannelPrivacy } from '../intake/verify-channel-privacy.ts';
import { refitMatching } from '../learn/refit-matching.ts';
import type { Job } from '../library/job.ts';
import { answerIncident } from '../match/answer-incident.ts';
import { type ReconsiderCtx, reconsiderIncident } from '../match/reconsider-incident.ts';
import { refreshAnswer } from '../match/refresh-answer.ts';
import { deliver } from '../outbox/deliver-message.ts';
import type { MessageGateway } from '../outbox/message-gateway.ts';
import type { Directory } from '../privacy/directory.ts';
import { embedMissing } from '../solutions/embed-missing.ts';
import { indexSolution } from '../solutions/index-solution.ts';
import { type RendersDigests, writeDigest } from '../trends/write-digest.ts';
import type { DeclaredJobs, JobOptions, NightlyJob } from './declared-job.ts';

/** What the verbs behind the jobs need, of one workspace. */
export type JobCtx = ReconsiderCtx &
  CaptureCtx &
  RendersDigests &
  RendersBackfills & {
    gateway: MessageGateway & Directory;
    history: ChannelHistory;
    normalizer: Normalizer;
  };

const everyTime = () => null;
const daySeconds = 86_400;

/** Every job that a verb or the clock asks for, declared once. */
const onRequest: DeclaredJobs<JobCtx> = {
  answer: {
    key: everyTime,
    options: {},
    handle: async (ctx, { incidentId, wider = false }) => {
      await answerIncident(ctx, { incidentId, wider });
      // Asked for only now, and in a line of its own, so that no first answer waits for a model.
      if (ctx.matchingModel !== null && !wider) await ctx.enqueue({ name: 'reconsider', incidentId });
    },
  },
  'refresh-answer': { key: everyTime, options: {}, handle: refreshAnswer },
  reconsider: { key: ({ incidentId }) => incidentId, options: {}, handle: reconsiderIncident },
  capture: { key: everyTime, options: {}, handle: captureIncident },
  index: { key: everyTime, options: {}, handle: indexSolution },
  deliver: { key: everyTime, options: {}, handle: (ctx, { key }) => deliver(ctx, key) },
  'verify-channel': {
    key: ({ channelId, day }) => `${channelId}:${day}`,
    options: {},
    handle: verifyChannelPrivacy,
  },
  digest: {
    key: ({ channelId, week, asked }) => (asked === true ? null : `${channelId}:${week}`),
    // Longer than its week, so that the same week's tick never makes a second one.
    options: { rememberSeconds: 15 * daySeconds },
    handle: async (ctx, { channelId, week, asked = false }) => {
      await writeDigest(ctx, { channelId, week, asked });
    },
  },
  embed: {
    key: everyTime,
    options: { oneAtATime: true },
    handle: async (ctx) => {
      await embedMissing(ctx);
    },
  },
  // The history reader keeps Slack's pace for all channels together, so that several may be read at once.
  backfill: { key: everyTime, options: { isLong: true }, handle: stepBackfill },
};

/** Every job of the night, declared once; its natural key is the day. */
export const nightlyJobs = {
  'refit-matching': { at: '41 4 * * *', handle: refitMatching },
} as const satisfies Readonly<Record<string, NightlyJob<JobCtx>>>;

type NightlyName = keyof typeof nightlyJobs;

/** A job as the queue holds it. */
export type QueuedJob = Job | { name: NightlyName; day: string };
export type QueuedJobName = QueuedJob['name'];

export const jobNames = [...Object.keys(onRequest), ...Object.keys(nightlyJobs)] as QueuedJobName[];

export function optionsOf(name: QueuedJobName): JobOptions {
  return isNightly(name) ? {} : onRequest[name].options;
}

/** What makes this job once in its workspace; null: it is done each time. */
export function naturalKeyOf(job: QueuedJob): string | null {
  const key = 'day' in job && isNightly(job.name) ? job.day : keyOf(job as Job);
  return key === null ? null : `${job.name}:${key}`;
}

/** One job to the one verb that it is for. */
export function handleJob(ctx: JobCtx, job: QueuedJob): Promise<void> {
  if (isNightly(job.name)) return nightlyJobs[job.name].handle(ctx);
  return (onRequest[job.name].handle as (ctx: JobCtx, job: QueuedJob) => Promise<void>)(ctx, job);
}

function keyOf(job: Job): string | null {
  return (onRequest[job.name].key as (job: Job) => string | null)(job);
}

function isNightly(name: QueuedJobName): name is NightlyName {
  return Object.hasOwn(nightlyJobs, name);
}
