import { type Body, body, section } from './limits.ts';

/** The one reply under a draft that nobody has decided for a day. It mentions nobody. */
export function reminderBody({ hasFix }: { hasFix: boolean }): Body {
  const sentence = hasFix
    ? 'The draft above has waited for a day: Save, Edit or Discard? I will not ask again.'
    : 'I still know no fix for this one. What did it? One line in this thread is enough; I will not ask again.';
  return body(sentence, [section(sentence)]);
}
