import { describe, expect, it } from 'vitest';
import { createHistogram } from '../../src/library/histogram.ts';
import { metricsText } from '../../src/web/metrics-text.ts';

describe('metricsText', () => {
  it('gives each metric its help and type once, then its samples, a line each', () => {
    const samples = [{ labels: { purpose: 'capture', kind: 'input' }, value: 12 }, { value: 0.5 }];
    expect(metricsText([{ name: 'a_b', help: 'Things.', type: 'gauge', samples }])).toBe(
      '# HELP a_b Things.\n# TYPE a_b gauge\na_b{purpose="capture",kind="input"} 12\na_b 0.5\n',
    );
  });

  it('escapes backslashes, line breaks and quotes, so that a value cannot make a line', () => {
    const text = metricsText([
      {
        name: 'm',
        help: 'a\\b\nc "d"',
        type: 'counter',
        samples: [{ labels: { queue: 'x"} 9\ny\\' }, value: 1 }],
      },
    ]);
    expect(text).toBe('# HELP m a\\\\b\\nc "d"\n# TYPE m counter\nm{queue="x\\"} 9\\ny\\\\"} 1\n');
  });

  it('writes a histogram with cumulative buckets, the last of which holds all', () => {
    const seconds = createHistogram([0.1, 1]);
    for (const value of [0.05, 0.1, 0.5, 7]) seconds.observe(value);
    expect(metricsText([{ name: 's', help: 'h', type: 'histogram', reading: seconds.read() }])).toBe(
      '# HELP s h\n# TYPE s histogram\ns_bucket{le="0.1"} 2\ns_bucket{le="1"} 3\ns_bucket{le="+Inf"} 4\ns_sum 7.65\ns_count 4\n',
    );
  });
});
