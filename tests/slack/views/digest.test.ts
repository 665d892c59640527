import { describe, expect, it } from 'vitest';
import { digestBody } from '../../../src/slack/views/digest.ts';
import { trendsBody } from '../../../src/slack/views/trends.ts';
import { withoutCharts } from '../../../src/slack/views/week-chart.ts';
import { mrkdwnOf, wordsOf } from './expect-fits.ts';
import { weekOf } from './redis-case.ts';

const typesOf = (blocks: Record<string, unknown>[]) => blocks.map(({ type }) => type);

describe('the digest', () => {
  it('leads with the point', () => {
    expect(mrkdwnOf(digestBody(weekOf()).blocks)[0]).toMatch(
      /^\*9 incidents in the week of 16 Nov, 4 more than usual; 3 were the same: Redis pool exhausted\*\n/,
    );
  });

  it.each([
    [5, [5, 5], ', about as usual'],
    [1, [4, 4], ', 3 fewer than usual'],
    [2, [], ' of 16 Nov\\*'],
    [2, [0, 0], ' of 16 Nov\\*'],
  ])('compares %d incidents with %j as %j', (opened, openedBefore, words) => {
    const digest = weekOf({ opened, openedBefore, recurring: [] });
    expect(mrkdwnOf(digestBody(digest).blocks)[0]).toMatch(new RegExp(words));
  });

  it('draws the weeks and says their numbers in words', () => {
    const message = digestBody(weekOf());
    const chart = message.blocks.find(({ type }) => type === 'data_visualization');
    expect(chart).toMatchObject({
      title: 'Incidents a week, #incidents',
      chart: { type: 'bar', series: [{ data: expect.arrayContaining([{ label: '16 Nov', value: 9 }]) }] },
    });
    expect(wordsOf(message)).toContain(
      'Incidents a week since 21 Sep: 3, 5, 2, 4, 6, 7, 8, 5, and 9 that week',
    );
  });

  it('draws twenty weeks at most, the latest', () => {
    const message = digestBody(weekOf({ openedBefore: Array.from({ length: 30 }, () => 3) }));
    const chart = message.blocks.find(({ type }) => type === 'data_visualization');
    expect(chart).toMatchObject({ chart: { axis_config: { categories: { length: 20, 19: '16 Nov' } } } });
  });

  it('loses only the charts without charts', () => {
    const message = digestBody(weekOf());
    const without = withoutCharts(message);
    expect(typesOf(without.blocks)).not.toContain('data_visualization');
    expect(wordsOf(without)).toBe(wordsOf(message));
  });

  it('says what recurs, what worked, what has no fix and what waits', () => {
    const words = wordsOf(digestBody(weekOf()));
    expect(words).toContain('*Keeps coming back*\n• Redis pool exhausted – 8 times, 3 that week');
    expect(words).toContain('*What worked*\n• Raise the pool – worked 7 of 8');
    expect(words).toContain('*No proven fix yet*\n• ingress answers 502 – 2 times');
    expect(words).toContain('2 drafts wait to be saved');
  });

  it('says a quiet week in one line', () => {
    const message = digestBody(weekOf({ opened: 0, draftsWaiting: 0 }));
    expect(mrkdwnOf(message.blocks)).toEqual(['No incidents in the week of 16 Nov.']);
  });
});

describe('trends', () => {
  it('puts the busiest channel first and draws two at most', () => {
    const digests = [1, 9, 4].map((opened) => weekOf({ opened, channelId: `C${opened}` }));
    const message = trendsBody(digests);
    expect(mrkdwnOf(message.blocks)[0]).toMatch(/^<#C9>: /);
    expect(typesOf(message.blocks).filter((type) => type === 'data_visualization')).toHaveLength(2);
  });

  it('shows the latest week of a channel in full and an earlier one in a line', () => {
    const before = weekOf({
      from: new Date('2026-11-09T00:00:00Z'),
      to: new Date('2026-11-16T00:00:00Z'),
      opened: 12,
      recurring: [],
    });
    const [lead = ''] = mrkdwnOf(trendsBody([before, weekOf()]).blocks);
    expect(lead).toContain('9 incidents this week');
    expect(lead).toContain('\n12 incidents in the week of 9 Nov, 7 more than usual');
    expect(typesOf(trendsBody([before, weekOf()]).blocks).filter((type) => type === 'section')).toHaveLength(
      3,
    );
  });

  it.each([
    [2, '*2 incidents this week so far*'],
    [9, '*9 incidents this week so far, already 4 more than usual*'],
  ])('does not call a week quiet that is not over: %d', (opened, words) => {
    const now = new Date('2026-11-17T12:00:00Z');
    expect(mrkdwnOf(trendsBody([weekOf({ opened, recurring: [] })], now).blocks)[0]).toContain(words);
  });

  it('says how to start where nothing is watched', () => {
    expect(wordsOf(trendsBody([]))).toContain('/precedent watch');
  });
});
