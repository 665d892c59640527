/** What is to be done later, once, even if the process dies in between. Each names its rows; none carries text. */
export type Job =
  /** `wider`: a person asked again, so say what is less sure too. */
  | { name: 'answer'; incidentId: string; wider?: boolean }
  /** The numbers behind an answer, or the precedent in use, changed. */
  | { name: 'refresh-answer'; incidentId: string }
  /** After the first answer, by the model, where that is turned on. */
  | { name: 'reconsider'; incidentId: string }
  /**
   * `changed`: a message was edited or deleted, so a saved solution that nobody edited follows too. `past`: read from
   * the channel's history, where only a fix that held is worth a draft.
   */
  | { name: 'capture'; incidentId: string; changed?: boolean; past?: boolean }
  | { name: 'index'; solutionId: string }
  | { name: 'deliver'; key: string }
  /** Once a day (`day` is an ISO date) for each channel: is it still as public as we think? */
  | { name: 'verify-channel'; channelId: string; day: string }
  | { name: 'digest'; channelId: string; week: string; asked?: boolean }
  /** Solutions that lack their embedding get it. */
  | { name: 'embed' }
  /** `afterSeconds`: not before Slack wants to hear from us again. */
  | { name: 'backfill'; channelId: string; step: number; afterSeconds?: number };

export type JobName = Job['name'];

/** The job of that name. */
export type JobNamed<Name extends JobName> = Extract<Job, { name: Name }>;
