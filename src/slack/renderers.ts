import { answerBody } from './blocks/answer.ts';
import { digestBody } from './blocks/digest.ts';
import { draftBody } from './blocks/draft.ts';
import { body, context, section } from './blocks/limits.ts';

/** How the verbs' results become messages; handed to them, so that they need not know Slack. */
export const renderers = {
  answer: answerBody,
  draft: draftBody,
  digest: digestBody,
  nothingFound: () =>
    body('I know no past incident like this one yet.', [
      section('I know no past incident like this one yet.'),
      context('When it is resolved, mark the first message with :white_check_mark: and I will learn it.'),
    ]),
} as const;
