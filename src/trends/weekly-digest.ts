import { PrecedentError } from '../errors.ts';
import type { WeeklyDigest } from '../library/digest.ts';
import { permalinkOf } from '../library/permalink.ts';
import { spanOfWeek } from '../library/week.ts';
import { viewerOfChannel } from '../privacy/visibility.ts';
import { type Channel, findChannel } from '../store/channels/channels.ts';
import type { Scope } from '../store/ctx.ts';
import {
  draftsWaiting,
  incidentsBetween,
  solutionsThatWorked,
  type TrendIncident,
} from '../store/incidents/trend-incidents.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { findSolutions } from '../store/solutions/solutions.ts';
import { groupRecurring, solutionOf } from './group-recurring.ts';

const weeksBefore = 8;
const weekMs = 7 * 86_400_000;
const maxListLength = 5;

/** A channel's week beside the eight before it. Throws not_found for an unknown channel, usage for a week that is none. */
export async function weeklyDigest(
  ctx: Scope & { workspaceUrl: string },
  input: { channelId: string; week: string },
): Promise<WeeklyDigest> {
  const span = spanOfWeek(input.week);
  if (span === null) {
    throw new PrecedentError('usage', `"${input.week}" is no ISO week. Write it like 2026-W47.`);
  }
  const channel = await findChannel(ctx, input.channelId);
  if (channel === null) {
    throw new PrecedentError('not_found', 'I do not watch this channel. Type /precedent watch in it first.');
  }
  const { from, to } = span;
  const start = new Date(from.getTime() - weeksBefore * weekMs);
  const all = await incidentsBetween(ctx, channel.channelId, start, to);
  const now = all.filter((incident) => incident.openedAt >= from);
  const before = all.filter((incident) => incident.openedAt < from);
  const groups = groupRecurring(all).map((members) => ({
    members,
    thisWeek: members.filter((incident) => incident.openedAt >= from),
  }));
  const recent = groups.filter((group) => group.thisWeek.length > 0);
  return {
    channelId: channel.channelId,
    channelName: channel.name,
    week: input.week,
    from,
    to,
    opened: now.length,
    resolved: now.filter((incident) => incident.status === 'resolved').length,
    answered: now.filter((incident) => incident.answered).length,
    openedBefore: countByWeek(before, start),
    minutesToResolve: medianMinutes(now),
    minutesToResolveBefore: medianMinutes(before),
    services: servicesOf(now, before),
    recurring: recent
      .filter((group) => group.members.length > 1)
      .toSorted((a, b) => b.thisWeek.length - a.thisWeek.length || b.members.length - a.members.length)
      .slice(0, maxListLength)
      .map((group) => ({
        title: titleOf(group.members),
        incidentIds: group.members.map(({ id }) => id),
        count: group.members.length,
        countThisWeek: group.thisWeek.length,
        solutionId: group.members.map(solutionOf).find((id) => id !== null) ?? null,
        permalink: linkOf(ctx, channel, group.members.at(-1)),
      })),
    worked: await workedSolutions(ctx, channel, from, to),
    withoutFix: recent
      .filter((group) => group.members.every((incident) => solutionOf(incident) === null))
      .toSorted((a, b) => b.members.length - a.members.length)
      .slice(0, maxListLength)
      .map((group) => ({
        title: titleOf(group.members),
        incidentIds: group.members.map(({ id }) => id),
        count: group.members.length,
        permalink: linkOf(ctx, channel, group.members.at(-1)),
      })),
    draftsWaiting: await draftsWaiting(ctx, channel.channelId),
  };
}

async function workedSolutions(
  ctx: Scope & { workspaceUrl: string },
  channel: Channel,
  from: Date,
  to: Date,
): Promise<WeeklyDigest['worked']> {
  const counted = await solutionsThatWorked(ctx, channel.channelId, from, to);
  const ids = counted.map((entry) => entry.solutionId);
  const scores = await effectivenessOfSolutions(ctx, ids);
  const solutions = await findSolutions(ctx, ids, viewerOfChannel(channel));
  const byId = new Map(solutions.map((solution) => [solution.id, solution]));
  return ids.flatMap((solutionId) => {
    const solution = byId.get(solutionId);
    const effectiveness = scores.get(solutionId);
    if (solution === undefined || effectiveness === undefined) return [];
    const { channelId, threadTs } = solution.source;
    return [
      {
        solutionId,
        title: solution.content.title,
        effectiveness,
        permalink: permalinkOf(ctx.workspaceUrl, channelId, threadTs),
      },
    ];
  });
}

function countByWeek(incidents: TrendIncident[], start: Date): number[] {
  const counts = new Array<number>(weeksBefore).fill(0);
  for (const incident of incidents) {
    const index = Math.floor((incident.openedAt.getTime() - start.getTime()) / weekMs);
    if (index >= 0 && index < weeksBefore) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function medianMinutes(incidents: TrendIncident[]): number | null {
  const minutes = incidents
    .flatMap((incident) =>
      // An abandoned incident has an end, too: the end of our patience.
      incident.resolvedAt === null || incident.status !== 'resolved'
        ? []
        : [(incident.resolvedAt.getTime() - incident.openedAt.getTime()) / 60_000],
    )
    .toSorted((a, b) => a - b);
  if (minutes.length === 0) return null;
  const middle = Math.floor(minutes.length / 2);
  const upper = minutes[middle] ?? 0;
  const lower = minutes[middle - 1] ?? upper;
  return Math.round(minutes.length % 2 === 1 ? upper : (upper + lower) / 2);
}

function servicesOf(now: TrendIncident[], before: TrendIncident[]): WeeklyDigest['services'] {
  const counts = new Map<string, number>();
  for (const { context } of now) {
    if (context.service !== null) counts.set(context.service, (counts.get(context.service) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, maxListLength)
    .map(([service, count]) => ({
      service,
      count,
      weeklyMeanBefore:
        before.filter((incident) => incident.context.service === service).length / weeksBefore,
    }));
}

/** The newest says best what the problem is called now. */
function titleOf(members: TrendIncident[]): string {
  return members.at(-1)?.title ?? '';
}

function linkOf(
  ctx: Scope & { workspaceUrl: string },
  channel: Channel,
  incident: TrendIncident | undefined,
): string | null {
  return incident === undefined ? null : permalinkOf(ctx.workspaceUrl, channel.channelId, incident.threadTs);
}
