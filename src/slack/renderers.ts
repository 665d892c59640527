import { againBody } from './blocks/again.ts';
import { answerBody } from './blocks/answer.ts';
import { backfillBody } from './blocks/backfill.ts';
import { digestBody } from './blocks/digest.ts';
import { draftBody } from './blocks/draft.ts';
import { reminderBody } from './blocks/reminder.ts';

/** How the verbs' results become messages; handed to them, so that they need not know Slack. */
export const renderers = {
  answer: answerBody,
  again: againBody,
  draft: draftBody,
  digest: digestBody,
  reminder: reminderBody,
  backfill: backfillBody,
} as const;
