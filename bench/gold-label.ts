import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { stepOutcomes } from '../src/library/step.ts';

const goldFolder = join(import.meta.dirname, '../tests/capture/gold');

/** `ts`: any of these messages tells the step. `cause` and `fix`: words of which one must be in what was drafted; null: there is none to find. */
export const goldLabel = z.object({
  thread_ts: z.string(),
  steps: z.array(z.object({ ts: z.array(z.string()), label: z.string(), outcome: z.enum(stepOutcomes) })),
  cause: z.array(z.string()).nullable(),
  fix: z.array(z.string()).nullable(),
});
export type GoldLabel = z.infer<typeof goldLabel>;

/** Every label of tests/capture/gold. */
export function readGold(): GoldLabel[] {
  return readdirSync(goldFolder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => goldLabel.parse(JSON.parse(readFileSync(join(goldFolder, name), 'utf8'))));
}
