import { actionIds } from '../action-ids.ts';
import { type Block, button, context, fitting, limits, plainText, section } from './limits.ts';
import { dateWords, oneLine, person, titleWords } from './wording.ts';

/** `versions`: newest first; the first is the one that stands. */
export type HistoryView = {
  solutionId: string;
  versions: {
    version: number;
    changedBy: string | null;
    changedAt: Date;
    reason: string;
    /** Against the version before: "title, steps"; '' where that is not known. */
    changed: string;
    title: string;
    fix: string | null;
  }[];
};

/** Which version, and over which one it would be restored. */
export type HistoryValue = { solutionId: string; version: number; over: number };

/** In the edit form: who changed what, and the way back. */
export function historyButton(view: { solutionId: string; version: number }): Block {
  const { solutionId, version } = view;
  const value: HistoryValue = { solutionId, version, over: version };
  return button({
    label: `History (version ${version})`,
    actionId: actionIds.showHistory,
    value: JSON.stringify(value),
  });
}

export function historyModal(view: HistoryView): Block {
  const { solutionId } = view;
  const over = view.versions[0]?.version ?? 1;
  const parts = view.versions.map((entry, index) => {
    const who = entry.changedBy === null ? 'me' : person(entry.changedBy);
    const what = oneLine(entry.reason, 80);
    const fix = entry.fix === null ? '' : `\n${oneLine(entry.fix, 200)}`;
    const changed = entry.changed === '' ? '' : ` · changed: ${entry.changed}`;
    const words = `*Version ${entry.version}* · ${what} by ${who} on ${dateWords(entry.changedAt)}${changed}\n${titleWords(entry.title, 150)}${fix}`;
    const value: HistoryValue = { solutionId, version: entry.version, over };
    return index === 0 ? section(words) : section(words, restoreButton(value));
  });
  return {
    type: 'modal',
    title: plainText('History', limits.modalTitleChars),
    close: plainText('Back', limits.modalTitleChars),
    blocks: fitting(
      [...parts, context('Restoring writes a new version: nothing is lost.')],
      limits.viewBlocks,
      limits.messageChars,
    ),
  };
}

function restoreButton(value: HistoryValue): Block {
  return button({
    label: 'Restore',
    actionId: actionIds.restoreVersion,
    value: JSON.stringify(value),
    confirm: {
      title: `Restore version ${value.version}?`,
      text: 'It becomes the newest version. The others stay in this list.',
      confirm: 'Restore',
      deny: 'Cancel',
    },
  });
}
