import { answerBody } from './answer.ts';
import { backfillBody } from './backfill.ts';
import { digestBody } from './digest.ts';
import { draftBody } from './draft.ts';
import { recurrenceBody } from './recurrence.ts';
import { reminderBody } from './reminder.ts';
import { offerBody, welcomeBody } from './welcome.ts';

/** How the verbs' results become messages; handed to them, so that they need not know Slack. */
export const renderers = {
  answer: answerBody,
  again: recurrenceBody,
  draft: draftBody,
  digest: digestBody,
  reminder: reminderBody,
  backfill: backfillBody,
  welcome: welcomeBody,
  offer: offerBody,
} as const;
