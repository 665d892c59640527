import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTs, timeOfTs } from '../../src/library/message.ts';

const stamps = fc
  .tuple(fc.integer({ min: 0, max: 4_000_000_000 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([seconds, micros]) => `${seconds}.${String(micros).padStart(6, '0')}`);

describe('compareTs', () => {
  it('keeps apart two messages of the same millisecond', () => {
    expect(compareTs('1700000000.000100', '1700000000.000101')).toBeLessThan(0);
    expect(compareTs('1700000000.000101', '1700000000.000100')).toBeGreaterThan(0);
    expect(compareTs('1700000000.000100', '1700000000.000100')).toBe(0);
  });

  it('compares numbers, not letters', () => {
    expect(compareTs('999999999.000001', '1000000000.000001')).toBeLessThan(0);
  });

  it('is an order that agrees with the time', () => {
    fc.assert(
      fc.property(stamps, stamps, (a, b) => {
        expect(Math.sign(compareTs(a, b))).toBe(-Math.sign(compareTs(b, a)) + 0);
        if (compareTs(a, b) < 0) {
          expect(timeOfTs(a).getTime()).toBeLessThanOrEqual(timeOfTs(b).getTime());
        }
      }),
    );
  });
});

describe('timeOfTs', () => {
  it('gives the moment to the millisecond', () => {
    expect(timeOfTs('1700000000.123456').toISOString()).toBe('2023-11-14T22:13:20.123Z');
  });
});
