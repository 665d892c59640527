import { type AnswerSensitivity, answerSensitivities } from '../../library/answer-sensitivity.ts';
import { formIds } from '../action-ids.ts';
import { type ChannelMode, channelModes } from './channel-mode.ts';
import { type Block, limits, plainText, section } from './limits.ts';
import { modal } from './modal-parts.ts';
import { inputActionId, type ViewValues } from './view-values.ts';
import { channelLink, pluralize } from './wording.ts';

/** `quietHours`: hours without a word after which an open incident counts as over. */
export type Settings = {
  mode: ChannelMode;
  digest: boolean;
  quietHours: number;
  answerSensitivity: AnswerSensitivity;
  autoSave: boolean;
};

const modeLabels: Readonly<Record<ChannelMode, string>> = {
  incidents: 'Every message opens an incident',
  alerts: 'Only firing alerts of bots do',
  mixed: 'Alerts, and messages that read like a problem',
};
const answerLabels: Readonly<Record<AnswerSensitivity, string>> = {
  quiet: 'Only when it is quite sure',
  normal: 'When it is more likely right than wrong',
  eager: 'Also when it may well be wrong',
};
const offeredHours = [2, 4, 8, 12, 24, 48, 72, 168];
const maxHours = 24 * 30;

export function settingsModal(view: { channelId: string; channelName: string } & Settings): Block {
  const hours = [...new Set([...offeredHours, view.quietHours])].toSorted((a, b) => a - b);
  return modal({
    title: 'Precedent here',
    callbackId: formIds.editSettings,
    metadata: { channelId: view.channelId },
    blocks: [
      section(`For ${channelLink(view.channelId, view.channelName)}`),
      select(
        'mode',
        'What opens an incident',
        channelModes.map((mode) => option(modeLabels[mode], mode)),
        view.mode,
      ),
      select(
        'quiet_hours',
        'An incident is over after this long without a word',
        hours.map((count) => option(pluralize(count, 'hour'), String(count))),
        String(view.quietHours),
      ),
      select(
        'answers',
        'When Precedent answers an incident',
        answerSensitivities.map((choice) => option(answerLabels[choice], choice)),
        view.answerSensitivity,
      ),
      checkbox('auto_save', 'Fixes', 'Save a fix that is shown to work without asking', view.autoSave),
      checkbox('digest', 'Weekly digest', 'Post a digest every week', view.digest),
    ],
  });
}

/** What a person chose, or the errors by block id. */
export function readSettings(
  values: ViewValues,
): { settings: Settings } | { errors: Record<string, string> } {
  const chosen = values.mode?.[inputActionId]?.selected_option?.value;
  const mode = channelModes.find((known) => known === chosen);
  const quietHours = Number(values.quiet_hours?.[inputActionId]?.selected_option?.value);
  const answerChoice = values.answers?.[inputActionId]?.selected_option?.value;
  const answersHere = answerSensitivities.find((known) => known === answerChoice);
  const isHours = Number.isInteger(quietHours) && quietHours >= 1 && quietHours <= maxHours;
  if (mode !== undefined && isHours && answersHere !== undefined) {
    const isTicked = { digest: ticked(values, 'digest'), autoSave: ticked(values, 'auto_save') };
    return { settings: { mode, quietHours, answerSensitivity: answersHere, ...isTicked } };
  }
  return {
    errors: {
      ...(mode === undefined && { mode: 'Choose what opens an incident.' }),
      ...(!isHours && { quiet_hours: `Choose between 1 and ${maxHours} hours.` }),
      ...(answersHere === undefined && { answers: 'Choose when Precedent answers.' }),
    },
  };
}

function option(label: string, value: string): Block {
  return { text: plainText(label, limits.buttonChars), value };
}

/** One box to tick; its value is its block's id. */
function checkbox(blockId: string, label: string, words: string, isTicked: boolean): Block {
  const box = option(words, blockId);
  return {
    type: 'input',
    block_id: blockId,
    optional: true,
    label: plainText(label, limits.inputChars),
    element: {
      type: 'checkboxes',
      action_id: inputActionId,
      options: [box],
      ...(isTicked && { initial_options: [box] }),
    },
  };
}

function ticked(values: ViewValues, blockId: string): boolean {
  return values[blockId]?.[inputActionId]?.selected_options?.some((item) => item.value === blockId) ?? false;
}

function select(blockId: string, label: string, options: Block[], value: string): Block {
  const initial = options.find((item) => item.value === value);
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(label, limits.inputChars),
    element: {
      type: 'static_select',
      action_id: inputActionId,
      options,
      ...(initial && { initial_option: initial }),
    },
  };
}
