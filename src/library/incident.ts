import type { Context } from '../text/context.ts';

export const incidentStatuses = ['open', 'resolved', 'abandoned'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** What says that an incident is over; the words are kept with the incident. */
export const resolutionSignals = ['reaction', 'alert', 'mention', 'quiet', 'text', 'import'] as const;
export type ResolutionSignal = (typeof resolutionSignals)[number];

/** One problem, one Slack thread. Text fields are redacted. */
export type Incident = {
  workspaceId: string;
  id: string;
  channelId: string;
  threadTs: string;
  status: IncidentStatus;
  title: string;
  symptoms: string;
  signatures: string[];
  context: Context;
  /** Names the alert that opened it, so that its "resolved" or its next firing finds it; null for a person's report. */
  alertKey: string | null;
  openedBy: string | null;
  openedAt: Date;
  resolvedAt: Date | null;
  lastActivityAt: Date;
};
