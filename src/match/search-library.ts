import type { Histogram } from '../library/histogram.ts';
import { findPrecedents } from './find-precedents.ts';

/** `findPrecedents`, and how many seconds it took, where somebody counts them. */
export async function searchLibrary(
  ctx: Parameters<typeof findPrecedents>[0] & { searchSeconds?: Histogram },
  input: Parameters<typeof findPrecedents>[1],
): ReturnType<typeof findPrecedents> {
  const started = performance.now();
  try {
    return await findPrecedents(ctx, input);
  } finally {
    ctx.searchSeconds?.observe((performance.now() - started) / 1_000);
  }
}
