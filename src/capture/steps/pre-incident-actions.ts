import { introducingVerbs } from '../lexicon/verb-classes.ts';
import {
  causedIncident,
  datedChange,
  detectionCue,
  earlierChange,
  firstDetectionCue,
} from '../patterns/pre-incident-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';

/** A timeline says what went before in its first lines, or not at all. */
const maxLines = 6;

/** The sentences that say how the problem came about: what they say was done is no step against it. */
export function preIncidentActions(reading: ThreadReading): ReadonlySet<SentenceReading> {
  const { style, sentences } = reading;
  const datedChanges = sentences.filter(
    ({ text, outcome }) => style === 'chat' && outcome?.meaning !== 'worked' && datedChange.test(text),
  );
  const known = new Set([...beforeDetection(reading), ...statedAsCause(reading), ...datedChanges]);
  return new Set([...known, ...statedEarly(reading, known)]);
}

/** Of a report, the lines before the one in which somebody first saw the problem; none where somebody mends or looks before. */
function beforeDetection({ style, sentences }: ThreadReading): SentenceReading[] {
  if (style === 'chat') return [];
  const isDetectedInRoot = sentences.some(({ isRoot, text }) => isRoot && detectionCue.test(text));
  const at = sentences.findIndex(
    ({ isRoot, isCode, text }) =>
      !isRoot && !isCode && (firstDetectionCue.test(text) || (!isDetectedInRoot && detectionCue.test(text))),
  );
  const before = sentences.slice(0, Math.max(0, at)).filter(({ isRoot }) => !isRoot);
  const lines = new Set(before.map(({ message }) => message)).size;
  return lines > maxLines || before.some(isRepairOrDiagnostic) ? [] : before;
}

function isRepairOrDiagnostic({ action, command }: SentenceReading): boolean {
  return action === null ? command !== null : !introducingVerbs.has(action.verb);
}

/** "We created the new index. This caused …", said before anything was tried. */
function statedAsCause({ sentences }: ThreadReading): SentenceReading[] {
  const at = sentences.findIndex(({ isRoot, action, command }) => !isRoot && (action ?? command) !== null);
  const [actionSentence, next] = at < 0 ? [] : sentences.slice(at, at + 2);
  if (actionSentence === undefined || next === undefined || actionSentence.message !== next.message)
    return [];
  return introducingVerbs.has(actionSentence.action?.verb ?? '') && causedIncident.test(next.text)
    ? [actionSentence, next]
    : [];
}

/** "We upgraded it last night", as long as nobody has done anything about the problem. */
function statedEarly({ sentences }: ThreadReading, known: ReadonlySet<SentenceReading>): SentenceReading[] {
  const isEarlierChange = ({ text, outcome }: SentenceReading) =>
    outcome?.meaning !== 'worked' && earlierChange.test(text);
  const replySentences = sentences.filter((each) => !each.isRoot);
  const first = replySentences.findIndex(
    (each) =>
      each.action?.modality === 'performed' &&
      !each.action.isDiagnostic &&
      each.harmCue === null &&
      !known.has(each) &&
      !isEarlierChange(each),
  );
  return replySentences.slice(0, first < 0 ? replySentences.length : first).filter(isEarlierChange);
}
