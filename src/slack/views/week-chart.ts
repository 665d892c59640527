import type { WeeklyDigest } from '../../library/digest.ts';
import { type Block, type Body, plainText } from './limits.ts';
import { dayWords, pluralize } from './wording.ts';

const dayMs = 86_400_000;
/** Slack's limits of a chart: points, characters of a title and of a label. */
const maxPoints = 20;
const titleChars = 50;
const labelChars = 20;

type Week = { label: string; count: number };

/** The weeks that the digest knows, this one last, labelled by the day they begin. */
function weeksOf(digest: WeeklyDigest): Week[] {
  const counts = [...digest.openedBefore, digest.opened].slice(-maxPoints);
  return counts.map((count, index) => {
    const begin = new Date(digest.from.getTime() - (counts.length - 1 - index) * 7 * dayMs);
    return { label: dayWords(begin), count: Math.max(0, Math.round(count)) };
  });
}

/**
 * Incidents per week as Slack's own chart (docs.slack.dev/reference/block-kit/blocks/data-visualization-block);
 * null with fewer than two weeks to compare or nothing in any.
 */
export function weekChart(digest: WeeklyDigest): Block | null {
  const weeks = weeksOf(digest);
  const hasPoints = weeks.length > 1 && weeks.some((week) => week.count > 0);
  if (!hasPoints || Number.isNaN(digest.from.getTime())) return null;
  const categories = weeks.map((week) => week.label.slice(0, labelChars));
  return {
    type: 'data_visualization',
    title: plainText(`Incidents a week, #${digest.channelName}`, titleChars).text,
    chart: {
      type: 'bar',
      series: [
        {
          name: 'Incidents',
          data: weeks.map((week, index) => ({ label: categories[index] ?? '', value: week.count })),
        },
      ],
      axis_config: { categories, x_label: 'Week of', y_label: 'Incidents' },
    },
  };
}

/** What the chart shows, in words. */
export function weekNumbers(digest: WeeklyDigest, when = 'this week'): string {
  const weeks = weeksOf(digest);
  const before = weeks.slice(0, -1);
  const [first] = before;
  if (first === undefined) return `${pluralize(digest.opened, 'incident')} ${when}`;
  const numbers = before.map((week) => week.count).join(', ');
  return `Incidents a week since ${first.label}: ${numbers}, and ${digest.opened} ${when}`;
}

/** The same message for a workspace that answers `invalid_blocks` to charts; their numbers are in its text already. */
export function withoutCharts(message: Body): Body {
  return { ...message, blocks: message.blocks.filter((block) => block.type !== 'data_visualization') };
}
