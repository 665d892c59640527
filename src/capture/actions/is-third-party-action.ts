import { causeCues } from '../patterns/cause-cues.ts';
import { byOthers, freshClause, ourClause } from '../patterns/modality-cues.ts';
import type { ActionReading } from './action-reading.ts';

const surelyCause = 6;

/**
 * Whether the act that a sentence names is part of why it broke ("because the feed was changed"), or what somebody
 * outside did or says ("the vendor says it is fixed"), unless the act stands in a clause of its own ("…, rolling back").
 */
export function isNotOurAct(text: string, action: ActionReading): boolean {
  const before = text.slice(0, action.at);
  if (
    freshClause.test(before) &&
    (action.form === 'gerund' || action.stance === 'intent' || ourClause.test(before))
  )
    return false;
  if (byOthers.some((rule) => rule.pattern.test(text))) return true;
  return causeCues.some((cue) => {
    const at = cue.weight >= surelyCause ? cue.pattern.exec(text)?.index : undefined;
    return at !== undefined && at < action.at;
  });
}
