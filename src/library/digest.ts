import type { Effectiveness } from './effectiveness.ts';

/** One channel's week, compared with the weeks before. Lists are ordered by weight and hold at most five. */
export type WeeklyDigest = {
  channelId: string;
  channelName: string;
  /** ISO week, "2026-W47". */
  week: string;
  from: Date;
  /** Exclusive. */
  to: Date;
  opened: number;
  resolved: number;
  /** How many of the week's incidents were answered with a precedent. */
  answered: number;
  /** Incidents opened in each of the eight weeks before, oldest first. */
  openedBefore: number[];
  /** Median over the week's resolved incidents; null without any. */
  minutesToResolve: number | null;
  minutesToResolveBefore: number | null;
  services: { service: string; count: number; weeklyMeanBefore: number }[];
  /** Problems that came more than once, this week among them. `incidentIds`: all that the line speaks of; not shown. */
  recurring: {
    title: string;
    incidentIds: string[];
    count: number;
    countThisWeek: number;
    solutionId: string | null;
    permalink: string | null;
  }[];
  /** Precedents that people said worked this week. */
  worked: { solutionId: string; title: string; effectiveness: Effectiveness; permalink: string | null }[];
  /** This week's problems for which the library has no proven fix. */
  withoutFix: { title: string; incidentIds: string[]; count: number; permalink: string | null }[];
  draftsWaiting: number;
};
