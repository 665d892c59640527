import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOfWeek, weekBefore, weekOf } from '../../src/library/week.ts';

const dayMs = 86_400_000;
const moments = fc.date({
  min: new Date('1970-01-05T00:00:00Z'),
  max: new Date('2199-12-25T00:00:00Z'),
  noInvalidDate: true,
});

describe('weeks', () => {
  it.each([
    ['2026-11-16T00:00:00Z', '2026-W47'],
    ['2026-11-22T23:59:59.999Z', '2026-W47'],
    ['2026-11-23T00:00:00Z', '2026-W48'],
    // The year of a week is that of its Thursday.
    ['2027-01-01T12:00:00Z', '2026-W53'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
    ['2021-01-03T23:00:00Z', '2020-W53'],
    ['2023-01-01T00:00:00Z', '2022-W52'],
  ])('counts %s to %s', (moment, week) => {
    expect(weekOf(new Date(moment))).toBe(week);
  });

  it('spans seven days from a Monday, which contain every moment of the week', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const span = spanOfWeek(weekOf(moment));
        expect(span).not.toBeNull();
        if (span === null) return;
        expect(span.from.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(moment.getTime()).toBeLessThan(span.to.getTime());
        expect(span.to.getTime() - span.from.getTime()).toBe(7 * dayMs);
        expect(span.from.getUTCDay()).toBe(1);
        expect(span.from.toISOString()).toMatch(/T00:00:00\.000Z$/);
      }),
    );
  });

  it('has a week before each week, and it ends where that begins', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(spanOfWeek(weekBefore(moment))?.to).toEqual(spanOfWeek(weekOf(moment))?.from);
      }),
    );
  });

  it.each(['2026-W54', '2027-W53', '2026-W00', '2026-47', 'W47', '2026-W7', '', '0050-W10', '2026-W47 '])(
    'knows no week %j',
    (text) => {
      expect(spanOfWeek(text)).toBeNull();
    },
  );
});
