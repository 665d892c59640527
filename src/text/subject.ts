import { environmentOfWord, genericSubjects, nonServiceWords } from './context-words.ts';
import { termsOf } from './words.ts';

/** What is said of a subject begins here: "grafana | returns 503", "video-transcoder | OOMKilled". */
const predicate =
  /\s(?:is|are|was|were|isn'?t|aren'?t|has|have|had|keeps?|kept|went|goes|returns?|returning|throws?|throwing|gives?|gets?|getting|fails?|failed|failing|failure|down|timing|times?|timed|can'?t|cannot|could|not|won'?t|doesn'?t|don'?t|slow|stuck|hangs?|hanging|stopped|stops|started|starts|out of|crash\w*|oom\w*|unreachable|unavailable|unhealthy|lag(?:ging)?|latency|errors?|erroring|broken|dead|full|expired|exhausted|timeouts?|http|[45]\d\d|[45]xx|at \d|over \d|above|below|high|low|too|no longer|still|takes?|took|shows?|says?|dies|died|drops?|dropp\w+|rejects?|rejected|refuses?|refused|loses?|lost|reports?|sends?|sent|prints?|answers?|restarts?|restarted|loops?|freezes?|froze|stalls?|waits?|needs?|exits?|exit code)(?=[\s:,.!?]|$)/i;
/** …or it stands behind what happened: "consumer lag on clickstream", "disk full on ci-7". */
const place = /\b(?:on|in|for|of|from|at) (?:the |our )?([a-z][\w./-]{2,40}(?: [a-z][\w-]{2,30})?)/gi;
/** A name as only machines have one: in a code span, or a label's value. */
const named =
  /`([a-z][\w./:-]{2,60})`|\b(?:service|svc|app|job|queue|topic|cluster|host|instance|deployment|pod|db|database|group)\s?[=:]\s?[`"']?([a-z][\w.-]{2,60})|(?<![\w./-])([a-z][a-z0-9]{1,30}(?:[-_][a-z0-9]{2,30}){1,4})(?![\w/-])/gi;
/** An alert's name, as rules have it: CertExpires, KubePodCrashLooping. */
const alertName = /\b(?!\w+(?:Exception|Error)\b)[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]+)+\b/g;
const maxNamedChars = 160;
const maxSubjectChars = 60;
const maxNameWords = 4;
/** No service by themselves ("mail is down"), yet they say where: "disk full on the mail server". */
const placeWords: ReadonlySet<string> = new Set(
  'mail email printer vpn wifi cron dashboard homepage shop signup pipeline queue cache logging monitoring login vendor'
    .split(' ')
    .flatMap(termsOf),
);
const generic: ReadonlySet<string> = new Set(
  [...nonServiceWords, ...genericSubjects, ...Object.keys(environmentOfWord)].flatMap(termsOf),
);

/**
 * The terms of an incident's first words that say what it happens to: the subject of its first line, where it happens,
 * the names of things; words that every service has are left out.
 */
export function subjectTermsOf(text: string): string[] {
  const title = (text.split('\n', 1)[0] ?? '').replace(
    /:[a-z][a-z0-9_+-]{1,40}:|<[@#!][^>]{0,60}>|#[\w-]+/g,
    ' ',
  );
  const at = predicate.exec(` ${title}`)?.index ?? -1;
  // Where nothing is said of it, a short line is a name.
  const name = title.split(/\s+/).length <= maxNameWords ? title : '';
  const head = at < 0 ? name : at <= maxSubjectChars ? title.slice(0, at) : '';
  const places = [...title.slice(0, 200).matchAll(place)].map((match) => match[1] ?? '');
  const names = [...title.slice(0, maxNamedChars).matchAll(named)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  const alerts = [...title.slice(0, maxNamedChars).matchAll(alertName)].map(([name]) => name);
  const isPlace = new Set(termsOf(places.join(' ')).filter((term) => placeWords.has(term)));
  const isTelling = (term: string) => (isPlace.has(term) || !generic.has(term)) && !/^\d+$/.test(term);
  const words = [head, ...places, ...names, ...alerts].join(' ').split(/\s+/);
  return [...new Set(words.flatMap((word) => partsOrWhole(termsOf(word), isTelling)))];
}

/** Of a compound its parts, so that a name of three parts counts no more than three words; the whole where they say nothing. */
function partsOrWhole(terms: string[], isTelling: (term: string) => boolean): string[] {
  const [whole, ...parts] = terms;
  const telling = parts.filter(isTelling);
  if (telling.length > 0) return telling;
  return whole !== undefined && isTelling(whole) ? [whole] : [];
}
