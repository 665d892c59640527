import type { PrecedentView } from '../../match/describe-precedents.ts';
import { actionIds } from '../action-ids.ts';
import { cleanText, escapeMrkdwn } from './escape.ts';
import { type Block, type Body, body, button, context, type Part, section } from './limits.ts';
import { fixInWords, precedentLine, precedentParts } from './precedent-parts.ts';
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
  parts.push(
    feedbackButtons(view.incidentId, best.solutionId),
    context(':white_check_mark: worked  :warning: partly  :x: did not – react on this message'),
  );
  return body(notification(best), parts);
}

function nothingFound(wider: boolean): Body {
  const sentence = wider
    ? 'I looked wider and know nothing like this. Once it is solved, I will offer to save the fix.'
    : 'I know nothing like this yet. Once it is solved, I will offer to save the fix.';
  return body(sentence, [section(sentence)]);
}

function notification(best: PrecedentView): string {
  const title = `${titleWords(best.title, 90)}, ${confidenceWords(best.confidence)}`;
  const fix = fixInWords(best.content);
  return fix === null ? `Seen before: ${title}` : `Fix: ${escapeMrkdwn(cleanText(fix), 150)} · ${title}`;
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
