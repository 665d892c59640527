import type { HistogramReading } from '../library/histogram.ts';

export type Sample = { labels?: Readonly<Record<string, string>>; value: number };
export type Metric = { name: string; help: string } & (
  | { type: 'gauge' | 'counter'; samples: readonly Sample[] }
  | { type: 'histogram'; reading: HistogramReading }
);

/** Prometheus' text format 0.0.4. See https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function metricsText(metrics: readonly Metric[]): string {
  return metrics
    .map((metric) => {
      const head = `# HELP ${metric.name} ${escaped(metric.help)}\n# TYPE ${metric.name} ${metric.type}\n`;
      return head + linesOf(metric).join('');
    })
    .join('');
}

function linesOf(metric: Metric): string[] {
  if (metric.type !== 'histogram') {
    return metric.samples.map(({ labels, value }) => line(metric.name, labels ?? {}, value));
  }
  const { bounds, counts, sum, count } = metric.reading;
  return [
    ...bounds.map((bound, place) => line(`${metric.name}_bucket`, { le: String(bound) }, counts[place] ?? 0)),
    line(`${metric.name}_bucket`, { le: '+Inf' }, count),
    line(`${metric.name}_sum`, {}, sum),
    line(`${metric.name}_count`, {}, count),
  ];
}

function line(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const pairs = Object.entries(labels).map(
    ([key, word]) => `${key}="${escaped(word).replaceAll('"', '\\"')}"`,
  );
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
