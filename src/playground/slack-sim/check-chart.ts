import {
  allOf,
  anything,
  byType,
  type Check,
  isJson,
  list,
  number,
  problem,
  shape,
  text,
} from './schema-check.ts';

const maxPoints = 20;
const label = text(20, 1);

const moreThanZero: Check = (value, at, problems) => {
  number()(value, at, problems);
  if (typeof value === 'number' && value <= 0) problems.push(problem('must be greater than 0', at));
};

const series = shape({ name: label, data: list(shape({ label, value: number() }), maxPoints, 1) });

function namesOf(value: unknown, field: string): string[] {
  return Array.isArray(value) ? value.flatMap((entry) => (isJson(entry) ? [String(entry[field])] : [])) : [];
}

/** Series have names of their own, and each has one point for each category of the axis. */
const seriesFitAxis: Check = (value, at, problems) => {
  if (!isJson(value) || !Array.isArray(value.series) || !isJson(value.axis_config)) return;
  const names = namesOf(value.series, 'name');
  if (new Set(names).size < names.length)
    problems.push(problem('series names must be unique', `${at}/series`));
  const categories = Array.isArray(value.axis_config.categories) ? value.axis_config.categories : [];
  for (const [index, one] of value.series.entries()) {
    const labels = namesOf(isJson(one) ? one.data : [], 'label');
    const fits = labels.length === categories.length && labels.every((name) => categories.includes(name));
    if (!fits) problems.push(problem('data labels must match the categories', `${at}/series/${index}/data`));
  }
};

const plot = allOf(
  shape({
    type: anything,
    series: list(series, 6, 1),
    axis_config: shape({ categories: list(label, maxPoints, 1) }, { x_label: text(50), y_label: text(50) }),
  }),
  seriesFitAxis,
);

/** data_visualization, as Slack's reference has it since June 2026: a pie, or series over one axis. */
export const dataVisualization: Check = shape(
  {
    type: anything,
    title: text(50, 1),
    chart: byType({
      pie: shape({ type: anything, segments: list(shape({ label, value: moreThanZero }), 6, 1) }),
      bar: plot,
      area: plot,
      line: plot,
    }),
  },
  { block_id: text(255) },
);
