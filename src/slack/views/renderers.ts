import { againBody } from './again.ts';
import { answerBody } from './answer.ts';
import { backfillBody } from './backfill.ts';
import { digestBody } from './digest.ts';
import { draftBody } from './draft.ts';
import { reminderBody } from './reminder.ts';

/** How the verbs' results become messages; handed to them, so that they need not know Slack. */
export const renderers = {
  answer: answerBody,
  again: againBody,
  draft: draftBody,
  digest: digestBody,
  reminder: reminderBody,
  backfill: backfillBody,
} as const;
