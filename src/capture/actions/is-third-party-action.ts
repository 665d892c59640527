import { causeCues } from '../patterns/cause-cues.ts';
import { firstPersonClause, newClause } from '../patterns/modality-cues.ts';
import { thirdPartyCues } from '../patterns/non-action-cues.ts';
import type { ActionReading } from './action-reading.ts';

const minCauseWeight = 6;

/** Whether somebody outside did or says it ("the vendor says it is fixed"), and not in a clause apart from the action. */
export function isThirdPartyAction(text: string, action: ActionReading): boolean {
  return !hasOwnClause(text, action) && thirdPartyCues.some((rule) => rule.pattern.test(text));
}

/** Whether the action is part of why it broke ("because the feed was changed"), and not in a clause of its own. */
export function isPartOfCause(text: string, action: ActionReading): boolean {
  if (hasOwnClause(text, action)) return false;
  return causeCues.some((cue) => {
    const at = cue.weight >= minCauseWeight ? cue.pattern.exec(text)?.index : undefined;
    return at !== undefined && at < action.at;
  });
}

/** "…, rolling back": news of its own, whatever the clause before says. */
function hasOwnClause(text: string, action: ActionReading): boolean {
  const before = text.slice(0, action.at);
  return (
    newClause.test(before) &&
    (action.form === 'gerund' || action.modality === 'planned' || firstPersonClause.test(before))
  );
}
