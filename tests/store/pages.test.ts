import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allPages } from '../../src/store/pages.ts';

it('reads a list to its end, whatever the size of a page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 20 }), async (length, size) => {
      const all = Array.from({ length }, (_, index) => index);
      const read = async (after: number | null, limit: number) =>
        all.filter((row) => after === null || row > after).slice(0, limit);
      expect(await allPages(read, size)).toEqual(all);
    }),
  );
});
