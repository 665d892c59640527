import { type ChannelMode, modeSentences } from './channel-mode.ts';
import { type Body, body, context, section } from './limits.ts';
import { counted, oneLine } from './wording.ts';

/** The first message after `watch`: what will happen. */
export function welcomeBody(view: {
  mode: ChannelMode;
  channelName: string;
  quietHours: number;
  autoSave?: boolean;
}): Body {
  const channel = `#${oneLine(view.channelName, 80)}`;
  const then =
    view.autoSave === true
      ? 'I save a fix that is shown to work, and offer any other'
      : 'I offer to save the fix. Nothing is saved unless a person does';
  const lines = [
    `*I follow the incidents in ${channel} from now on.*`,
    `• ${modeSentences[view.mode]}. If the team has solved its like before, I answer in its thread; if not, I stay silent.`,
    `• When it is resolved (:white_check_mark: on its first message, \`@precedent resolved\`, or ${counted(view.quietHours, 'hour')} without a word), ${then}.`,
    '• Once a week, a short digest.',
  ];
  return body(`I follow the incidents in ${channel} from now on.`, [
    section(lines.join('\n')),
    context('Change any of it with `/precedent settings`; stop with `/precedent unwatch`.'),
  ]);
}
