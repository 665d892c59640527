import type { BackfillOffer } from '../../intake/backfill/offer-backfill.ts';
import type { Welcome } from '../../intake/watch-channel.ts';
import { actionIds } from '../action-ids.ts';
import { modeSentences } from './channel-mode.ts';
import { actions, type Block, type Body, body, button, context, section } from './limits.ts';
import { oneLine, pluralize } from './wording.ts';

/** The first message after `watch`: what will happen, and the offer to learn from what did. */
export function welcomeBody(view: Welcome): Body {
  const channel = `#${oneLine(view.channelName, 80)}`;
  const then =
    view.autoSave === true
      ? 'I save a fix that is shown to work, and offer any other'
      : 'I offer to save the fix. Nothing is saved unless a person does';
  const lines = [
    `*I follow the incidents in ${channel} from now on.*`,
    `• ${modeSentences[view.mode]}. If the team has solved its like before, I answer in its thread; if not, I stay silent.`,
    `• When it is resolved (:white_check_mark: on its first message, \`@precedent resolved\`, or ${pluralize(view.quietHours, 'hour')} without a word), ${then}.`,
    '• Once a week, a short digest.',
  ];
  return body(`I follow the incidents in ${channel} from now on.`, [
    section(lines.join('\n')),
    ...offerBlocks(view.offer),
    context('Change any of it with `/precedent settings`; stop with `/precedent unwatch`.'),
  ]);
}

/** The same offer in a message of its own, for who asks later. */
export function offerBody(offer: BackfillOffer): Body {
  if (offer !== 'taken') return body("Shall I learn from this channel's past?", offerBlocks(offer));
  const line = "I learn from this channel's past.";
  return body(line, [context(line)]);
}

function offerBlocks(offer: BackfillOffer): Block[] {
  if (offer === 'taken') return [];
  if (offer === 'declined') {
    return [context('I leave the past of this channel unread. `/precedent learn` offers it again.')];
  }
  const learn = (label: string, days: string) =>
    button({ label, actionId: actionIds.startBackfill, value: days });
  return [
    section(
      "*Shall I learn from this channel's past?* I read its old threads in my own time, post nothing into them, and keep the fixes that held as drafts for you to look through.",
    ),
    actions(
      { ...learn('Learn from the last 90 days', '90'), style: 'primary' },
      learn('All of it', 'all'),
      button({ label: 'No thanks', actionId: actionIds.declineBackfill, value: 'none' }),
    ),
  ];
}
