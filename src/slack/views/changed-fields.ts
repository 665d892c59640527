import { isDeepStrictEqual } from 'node:util';
import type { SolutionContent } from '../../library/solution.ts';

type Field = { label: string; of: (content: SolutionContent) => unknown };

/** By the labels of the edit form, in its order. */
const fields: readonly Field[] = [
  { label: 'title', of: ({ title }) => title },
  { label: 'the fix', of: ({ fix }) => fix.immediate },
  { label: 'steps', of: ({ steps }) => steps.map(({ text, command, outcome }) => [text, command, outcome]) },
  { label: 'symptoms', of: ({ symptoms }) => symptoms },
  { label: 'cause', of: ({ rootCause }) => rootCause },
  { label: 'what fixes it for good', of: ({ fix }) => fix.permanent },
  { label: 'service', of: ({ context }) => context.service },
  { label: 'environment', of: ({ context }) => context.environment },
];

/** What a person would see differ between two versions of a fix, as "title, steps"; '' for nothing. */
export function changedFields(before: SolutionContent, after: SolutionContent): string {
  return fields
    .filter(({ of }) => !isDeepStrictEqual(of(before), of(after)))
    .map(({ label }) => label)
    .join(', ');
}
