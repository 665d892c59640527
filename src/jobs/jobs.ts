import { captureIncident } from '../capture/drafts/capture-incident.ts';
import type { DraftDeps } from '../capture/drafts/draft-incident.ts';
import { type StepDeps, stepBackfill } from '../intake/backfill/step-backfill.ts';
import { checkChannel } from '../intake/verify-channel-privacy.ts';
import { refitMatching } from '../learn/refit-matching.ts';
import type { Job } from '../library/job.ts';
import { answerIncident, retellAnswer } from '../match/answer-incident.ts';
import { type ReconsiderDeps, reconsiderIncident } from '../match/reconsider-incident.ts';
import { type DeliverDeps, deliver } from '../outbox/deliver-message.ts';
import { type DecideDeps, indexSaved } from '../solutions/decide-draft.ts';
import { type EmbedDeps, embedMissing } from '../solutions/embed-missing.ts';
import { type DigestDeps, writeDigest } from '../trends/write-digest.ts';

export type JobDeps = ReconsiderDeps &
  DraftDeps &
  DecideDeps &
  DeliverDeps &
  DigestDeps &
  EmbedDeps &
  StepDeps;

/** One job to the one verb that it is for. */
export async function handleJob(deps: JobDeps, job: Job): Promise<void> {
  switch (job.name) {
    case 'answer':
      if (job.retell === true) return retellAnswer(deps, job);
      await answerIncident(deps, { incidentId: job.incidentId, wider: job.wider === true });
      // Asked for only now, and in a line of its own, so that no first answer waits for a model.
      if (deps.matchingModel !== null && job.wider !== true) {
        await deps.enqueue(deps.db, { name: 'reconsider', incidentId: job.incidentId });
      }
      return;
    case 'reconsider':
      return reconsiderIncident(deps, job);
    case 'capture':
      return captureIncident(deps, job);
    case 'index':
      return indexSaved(deps, job);
    case 'deliver':
      return deliver(deps, job.key);
    case 'check':
      return checkChannel(deps, job);
    case 'digest':
      await writeDigest(deps, { channelId: job.channelId, week: job.week, asked: job.asked === true });
      return;
    case 'refit':
      return refitMatching(deps);
    case 'embed':
      await embedMissing(deps);
      return;
    case 'backfill':
      return stepBackfill(deps, job);
  }
}
