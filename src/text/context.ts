import type { Severity } from './severity.ts';

/** Where a problem happens; null is "nobody said", which never counts for or against a match. */
export type Context = {
  service: string | null;
  environment: string | null;
  severity: Severity | null;
};
