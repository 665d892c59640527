import { type ChannelMode, channelModes } from './channel-mode.ts';
import { type Block, limits, plainText, section } from './limits.ts';
import { modal } from './modal-parts.ts';
import { inputActionId, type ViewValues } from './view-values.ts';
import { channelLink, counted } from './wording.ts';

/** `quietHours`: hours without a word after which an open incident counts as over. */
export type Settings = { mode: ChannelMode; digest: boolean; quietHours: number };

const modeLabels: Readonly<Record<ChannelMode, string>> = {
  incidents: 'Every message opens an incident',
  alerts: 'Only firing alerts of bots do',
  mixed: 'Alerts, and messages that read like trouble',
};
const offeredHours = [2, 4, 8, 12, 24, 48, 72, 168];
const maxHours = 24 * 30;

export function settingsModal(view: { channelId: string; channelName: string } & Settings): Block {
  const hours = [...new Set([...offeredHours, view.quietHours])].toSorted((a, b) => a - b);
  const sendDigest = option('Post a digest every week', 'digest');
  return modal({
    title: 'Precedent here',
    callbackId: 'edit_settings',
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
        hours.map((count) => option(counted(count, 'hour'), String(count))),
        String(view.quietHours),
      ),
      {
        type: 'input',
        block_id: 'digest',
        optional: true,
        label: plainText('Weekly digest', limits.inputChars),
        element: {
          type: 'checkboxes',
          action_id: inputActionId,
          options: [sendDigest],
          ...(view.digest && { initial_options: [sendDigest] }),
        },
      },
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
  const digest =
    values.digest?.[inputActionId]?.selected_options?.some((item) => item.value === 'digest') ?? false;
  const isHours = Number.isInteger(quietHours) && quietHours >= 1 && quietHours <= maxHours;
  if (mode !== undefined && isHours) return { settings: { mode, digest, quietHours } };
  return {
    errors: {
      ...(mode === undefined && { mode: 'Choose what opens an incident.' }),
      ...(!isHours && { quiet_hours: `Choose between 1 and ${maxHours} hours.` }),
    },
  };
}

function option(label: string, value: string): Block {
  return { text: plainText(label, limits.buttonChars), value };
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
