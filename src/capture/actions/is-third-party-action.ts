import { causeCues } from '../patterns/cause-cues.ts';
import { firstPersonClause, newClause } from '../patterns/modality-cues.ts';
import { thirdPartyCues } from '../patterns/non-action-cues.ts';
import type { ActionReading } from './action-reading.ts';

const minCauseWeight = 6;

/**
 * Whether the act that a sentence names is part of why it broke ("because the feed was changed"), or what somebody
 * outside did or says ("the vendor says it is fixed"), unless the act stands in a clause of its own ("…, rolling back").
 */
export function isThirdPartyAction(text: string, action: ActionReading): boolean {
  const before = text.slice(0, action.at);
  if (
    newClause.test(before) &&
    (action.form === 'gerund' || action.modality === 'planned' || firstPersonClause.test(before))
  )
    return false;
  if (thirdPartyCues.some((rule) => rule.pattern.test(text))) return true;
  return causeCues.some((cue) => {
    const at = cue.weight >= minCauseWeight ? cue.pattern.exec(text)?.index : undefined;
    return at !== undefined && at < action.at;
  });
}
