import {
  bringsIn,
  changedAtAnHour,
  doneBefore,
  firstSeen,
  ledToIt,
  seen,
} from '../patterns/pre-incident-cues.ts';
import type { SentenceReading, ThreadReading } from '../sentences/read-sentences.ts';

/** A timeline tells what went before in its first lines, or not at all. */
const mostLines = 6;

/** The sentences that tell how the trouble came about: what they say was done is no step against it. */
export function backgroundOf(reading: ThreadReading): ReadonlySet<SentenceReading> {
  const { style, sentences } = reading;
  const hours = sentences.filter(
    ({ text, outcome }) => style === 'chat' && outcome?.meaning !== 'worked' && changedAtAnHour.test(text),
  );
  const known = new Set([...beforeFirstSight(reading), ...toldAsOrigin(reading), ...hours]);
  return new Set([...known, ...toldEarly(reading, known)]);
}

/** Of a report, the lines before the one in which somebody first saw the trouble; none where somebody mends or looks before. */
function beforeFirstSight({ style, sentences }: ThreadReading): SentenceReading[] {
  if (style === 'chat') return [];
  const isSeenAtOnce = sentences.some(({ isRoot, text }) => isRoot && seen.test(text));
  const at = sentences.findIndex(
    ({ isRoot, isCode, text }) =>
      !isRoot && !isCode && (firstSeen.test(text) || (!isSeenAtOnce && seen.test(text))),
  );
  const before = sentences.slice(0, Math.max(0, at)).filter(({ isRoot }) => !isRoot);
  const lines = new Set(before.map(({ message }) => message)).size;
  return lines > mostLines || before.some(mendsOrLooks) ? [] : before;
}

function mendsOrLooks({ action, command }: SentenceReading): boolean {
  return action === null ? command !== null : !bringsIn.has(action.verb);
}

/** "We created the new index. This caused …", told before anything was tried. */
function toldAsOrigin({ sentences }: ThreadReading): SentenceReading[] {
  const at = sentences.findIndex(({ isRoot, action, command }) => !isRoot && (action ?? command) !== null);
  const [act, next] = at < 0 ? [] : sentences.slice(at, at + 2);
  if (act === undefined || next === undefined || act.message !== next.message) return [];
  return bringsIn.has(act.action?.verb ?? '') && ledToIt.test(next.text) ? [act, next] : [];
}

/** "We upgraded it last night", as long as nobody has done anything about the trouble. */
function toldEarly({ sentences }: ThreadReading, known: ReadonlySet<SentenceReading>): SentenceReading[] {
  const isBefore = ({ text, outcome }: SentenceReading) =>
    outcome?.meaning !== 'worked' && doneBefore.test(text);
  const told = sentences.filter((each) => !each.isRoot);
  const first = told.findIndex(
    (each) =>
      each.action?.stance === 'done' &&
      !each.action.look &&
      !each.harm &&
      !known.has(each) &&
      !isBefore(each),
  );
  return told.slice(0, first < 0 ? told.length : first).filter(isBefore);
}
