import type { Embedder } from '../embed/embedder.ts';
import { resumeBackfills } from '../intake/backfill/resume-backfills.ts';
import { endQuietIncidents } from '../intake/end-quiet-incidents.ts';
import { enqueuePrivacyChecks } from '../intake/enqueue-privacy-checks.ts';
import type { Job } from '../library/job.ts';
import { enqueueEmbedding } from '../solutions/embed-missing.ts';
import { type RendersReminders, remindOfDrafts } from '../solutions/remind-of-drafts.ts';
import type { Ctx } from '../store/ctx.ts';
import { enqueueDigests } from '../trends/enqueue-digests.ts';
import { nightlyJobs, type QueuedJob } from './jobs.ts';
import { resendUnsent } from './resend-unsent.ts';

export type ClockOptions = { digestCron: string; timeZone: string };
export type TickCtx = Ctx & RendersReminders & { embedder: Embedder };

/** What the clock starts. It ticks on every replica: `run` changes only what no other has, or sends jobs with a natural key. */
export type Tick = {
  name: string;
  /** A cron expression, in UTC, or in the team's time zone. */
  cron: string | ((options: ClockOptions) => string);
  inZone?: true;
  run: (ctx: TickCtx) => Promise<unknown>;
};

/** Every tick, declared once; each nightly job has its own. */
export const ticks: readonly Tick[] = [
  { name: 'digest', cron: ({ digestCron }) => digestCron, inZone: true, run: enqueueDigests },
  { name: 'quiet', cron: '*/10 * * * *', run: (ctx) => endQuietIncidents(ctx, ctx.now()) },
  { name: 'remind', cron: '*/10 * * * *', run: remindOfDrafts },
  { name: 'privacy', cron: '17 4 * * *', inZone: true, run: enqueuePrivacyChecks },
  { name: 'unsent', cron: '*/5 * * * *', run: resendUnsent },
  // A service that was away for longer than a job is patient leaves solutions without an embedding.
  { name: 'embed', cron: '*/10 * * * *', run: enqueueEmbedding },
  { name: 'backfills', cron: '*/5 * * * *', run: resumeBackfills },
  ...Object.entries(nightlyJobs).map(
    ([name, { at }]): Tick => ({ name, cron: at, inZone: true, run: (ctx) => enqueueTonight(ctx, name) }),
  ),
];

/** The job of today, which its natural key makes one. Verbs never ask for it, so it is none of their `Job`. */
export async function enqueueTonight(ctx: Ctx, name: string): Promise<void> {
  await ctx.enqueue({ name, day: ctx.now().toISOString().slice(0, 10) } as QueuedJob as Job);
}
