import { assignmentRules } from './assignment-rules.ts';
import { commandRules } from './command-rules.ts';
import { personalRules } from './personal-rules.ts';
import { proseSecretRules } from './prose-secret-rules.ts';
import type { Rule } from './rule.ts';
import { secretRules } from './secret-rules.ts';
import { tokenRules } from './token-rules.ts';

/** Secrets before personal data: where two overlap, the first one names the finding. */
export const rules: readonly Rule[] = [
  ...tokenRules,
  ...secretRules,
  ...assignmentRules,
  ...proseSecretRules,
  ...commandRules,
  ...personalRules,
];
