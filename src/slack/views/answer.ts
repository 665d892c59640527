import type { PrecedentView } from '../../match/describe-precedents.ts';
import { actionIds } from '../action-ids.ts';
import { editButton } from './draft-buttons.ts';
import { safeFixInWords } from './fix-words.ts';
import { actions, type Block, type Body, body, button, type Part, section } from './limits.ts';
import { confidenceOf, hasFixToJudge, precedentLine, precedentParts } from './precedent-parts.ts';
import { confidenceWords, titleWords } from './wording.ts';

/** `precedents`: the one in use first; at most three are shown. `wider`: a person asked for more than the sure ones. */
export type AnswerView = { incidentId: string; wider?: boolean; precedents: PrecedentView[] };

/** As Slack names them; a reaction with one chooses that precedent, as the button beside it does. */
const keycaps = [':one:', ':two:', ':three:'] as const;

/** The answer in an incident's thread. Reactions and feedback buttons on it speak of the first precedent. */
export function answerBody(view: AnswerView): Body {
  const [best, ...others] = view.precedents;
  if (best === undefined) return nothingFound(view.wider === true);
  const parts: Part[] = precedentParts(best, others);
  for (const other of others.slice(0, 2)) {
    const number = keycaps[other.rank - 1] ?? 'Or';
    parts.push(section(`${number} ${precedentLine(other)}`, chooseButton(view.incidentId, other.solutionId)));
  }
  const more = showMoreButton(view.incidentId, best.solutionId);
  if (hasFixToJudge(best, best.content)) {
    parts.push(feedbackButtons(view.incidentId, best.solutionId));
    parts.push(actions(partlyButton(view.incidentId, best.solutionId), more));
  } else {
    parts.push(actions(editButton(best.solutionId, 'Write the fix'), more));
  }
  return body(notification(best), parts);
}

function nothingFound(wider: boolean): Body {
  const sentence = wider
    ? 'I looked wider and know nothing like this. Once it is solved, I will offer to save the fix.'
    : 'I know nothing like this yet. Once it is solved, I will offer to save the fix.';
  return body(sentence, [section(sentence)]);
}

function notification(best: PrecedentView): string {
  const title = `${confidenceWords(confidenceOf(best))} ${titleWords(best.title, 90)}`;
  const fix = best.isPastIncident ? null : safeFixInWords(best.content, 150);
  return fix === null ? `${title}; no fix was written down` : `${title}. Fix: ${fix}`;
}

function partlyButton(incidentId: string, solutionId: string): Block {
  const value = JSON.stringify({ incidentId, solutionId, verdict: 'partial' });
  return button({ label: 'Partly', actionId: actionIds.givePartialVerdict, value });
}

function showMoreButton(incidentId: string, solutionId: string): Block {
  const value = JSON.stringify({ incidentId, solutionId });
  return button({ label: 'Show more', actionId: actionIds.showPrecedent, value });
}

function chooseButton(incidentId: string, solutionId: string): Block {
  const value = JSON.stringify({ incidentId, solutionId });
  return button({ label: 'Use this', actionId: actionIds.usePrecedent, value });
}

function feedbackButtons(incidentId: string, solutionId: string): Block {
  const option = (label: string, verdict: 'worked' | 'failed') => ({
    text: { type: 'plain_text', text: label, emoji: true },
    accessibility_label: verdict === 'worked' ? 'This fix worked' : 'This fix did not work',
    value: JSON.stringify({ incidentId, solutionId, verdict }),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actionIds.giveVerdict,
        positive_button: option('It worked', 'worked'),
        negative_button: option('It did not', 'failed'),
      },
    ],
  };
}
