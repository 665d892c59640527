import type { WeeklyDigest } from '../../library/digest.ts';
import { type Body, body, context, divider, optional, type Part, section } from './limits.ts';
import { weekChart, weekNumbers } from './week-chart.ts';
import {
  channelOf,
  outcomeSentence,
  recurringLines,
  servicesLine,
  weekSentence,
  withoutFixLines,
} from './week-words.ts';
import { dayWords, pluralize } from './wording.ts';

/** Slack takes two charts in a message. */
const maxCharts = 2;

/** A channel's weeks, the latest first. */
type ChannelWeeks = { latest: WeeklyDigest; before: WeeklyDigest[] };

/**
 * The answer to `/precedent trends`: the busiest channel first, its latest week in full, earlier ones in a
 * line. With `now`, a week that is not over is not called quiet for it. `omittedChannels`: how many quieter ones there are.
 */
export function trendsBody(digests: WeeklyDigest[], now: Date | null = null, omittedChannels = 0): Body {
  const channels = byChannel(digests);
  const [busiest] = channels;
  if (busiest === undefined) {
    const line = 'I watch no channel here yet. `/precedent watch` in a channel starts.';
    return body(line, [section(line)]);
  }
  const parts = channels.flatMap((channel, index) => [
    ...(index > 0 ? [optional(divider())] : []),
    ...channelParts(channel, now, index < maxCharts),
  ]);
  if (omittedChannels > 0)
    parts.push(context(`…and ${pluralize(omittedChannels, 'quieter channel')}: ask there`));
  return body(leadOf(busiest.latest, now), parts);
}

function byChannel(digests: WeeklyDigest[]): ChannelWeeks[] {
  const groups = Map.groupBy(digests, (digest) => digest.channelId);
  return [...groups.values()]
    .flatMap((weeks) => {
      const [latest, ...before] = weeks.toSorted((a, b) => b.from.getTime() - a.from.getTime());
      return latest === undefined ? [] : [{ latest, before }];
    })
    .toSorted((a, b) => b.latest.opened - a.latest.opened);
}

function leadOf(digest: WeeklyDigest, now: Date | null): string {
  const soFar = now !== null && digest.to > now;
  return `${channelOf(digest)}: *${weekSentence(digest, 'this week', soFar)}*`;
}

function channelParts({ latest, before }: ChannelWeeks, now: Date | null, hasChart: boolean): Part[] {
  const outcome = latest.opened === 0 ? [] : [outcomeSentence(latest)];
  const earlier = before
    .slice(0, 4)
    .map((digest) => weekSentence(digest, `in the week of ${dayWords(digest.from)}`));
  const parts: Part[] = [section([leadOf(latest, now), ...outcome, ...earlier].join('\n'))];
  const chart = hasChart ? weekChart(latest) : null;
  if (chart !== null) parts.push(optional(chart));
  parts.push(context(...[weekNumbers(latest), servicesLine(latest)].filter((line) => line !== '')));
  for (const lines of [recurringLines(latest), withoutFixLines(latest)]) {
    if (lines !== '') parts.push(optional(section(lines)));
  }
  return parts;
}
