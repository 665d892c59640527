import { compareTs, type Message } from '../library/message.ts';
import type { RulesReading } from './capture-by-rules.ts';
import { causeWeights } from './lexicon/cause-weights.ts';
import type { OutcomeMeaning } from './patterns/outcome-cues.ts';
import type { CapturedThread, SentenceReading } from './sentences/read-sentences.ts';
import { type Ledger, preIncidentReason, type SentenceDecision } from './steps/build-ledger.ts';
import { likelyFrom, unlikelyBelow } from './steps/likely-actions.ts';
import type { PendingStep } from './steps/pending-step.ts';
import { harmReason } from './steps/rejections.ts';

/** One sentence of a thread (its exact text), what it was taken for, and the rules that decided, in plain words. */
export type ExplainedSentence = { ts: string; text: string; readAs: string; why: string };

/** What a sentence was taken for by one of its readings, and why. */
type Reading = { as: string; why: string | null };

const nothing = 'nothing';

/** Every sentence of the thread in order, from the reading that made its draft. */
export function explainSentences(thread: CapturedThread, read: RulesReading): ExplainedSentence[] {
  const messages = [thread.root, ...thread.replies.toSorted((a, b) => compareTs(a.ts, b.ts))];
  const kept = Map.groupBy(read.reading.sentences, ({ message }) => message.ts);
  const dropped = Map.groupBy(read.dropped, ({ message }) => message);
  const seen = new Set<string>();
  return messages.flatMap((message) => {
    const offTopic = (dropped.get(message) ?? []).map(({ start, end, reason }) => ({
      at: start,
      sentence: offTopicSentence(message, start, end, reason),
    }));
    const sentences = seen.has(message.ts) ? [] : (kept.get(message.ts) ?? []);
    seen.add(message.ts);
    const onTopic = withPlaces(message.text, sentences).map(({ at, sentence }) => ({
      at,
      sentence: explain(sentence, read),
    }));
    return [...onTopic, ...offTopic].toSorted((a, b) => a.at - b.at).map(({ sentence }) => sentence);
  });
}

function offTopicSentence({ ts, text }: Message, start: number, end: number, reason: string) {
  return { ts, text: text.slice(start, end), readAs: 'about another problem', why: reason };
}

/** Where each sentence stands in its message, of which other sentences may have been left out. */
function withPlaces(text: string, sentences: readonly SentenceReading[]) {
  let at = 0;
  return sentences.map((sentence) => {
    at = Math.max(at, text.indexOf(sentence.raw, at));
    return { at, sentence };
  });
}

function explain(sentence: SentenceReading, read: RulesReading): ExplainedSentence {
  const decision = read.ledger.decisions.get(sentence) ?? unread;
  const readings = [
    ...stepReadings(sentence, decision, read.ledger),
    ...outcomeReadings(sentence, decision, read.ledger.steps),
    ...causeReadings(sentence, read),
  ];
  const ground = groundOf(sentence, decision, read, readings.length > 0);
  const all = ground === null ? readings : [...readings, ground];
  const as = [...new Set(all.map((each) => each.as))].filter((each, _, names) =>
    names.length > 1 ? each !== nothing : true,
  );
  return {
    ts: sentence.message.ts,
    text: sentence.raw,
    readAs: as.join('; '),
    why: [...new Set(all.flatMap((each) => each.why ?? []))].join('; '),
  };
}

const unread: SentenceDecision = { kind: 'no step', reason: 'the ledger was full before' };

function stepReadings(
  sentence: SentenceReading,
  decision: SentenceDecision,
  { steps, decisions }: Ledger,
): Reading[] {
  if (decision.kind === 'no step') return [];
  if (decision.kind !== 'step') return [replyReading(decision, steps)];
  const { action, command } = sentence;
  const { entry, modality } = decision;
  const isCommand = action === null;
  const looks = entry.isDiagnostic ? ' that only looks' : '';
  const as = isCommand
    ? `command${looks}${modality === 'performed' ? '' : `, ${modality}`}`
    : `action${looks}, ${modality}`;
  const rule = isCommand ? 'it shows a command' : ruleOf(sentence);
  const number = steps.indexOf(entry) + 1;
  if (number === 0) {
    const isTakenBack = decisions.values().some((each) => each.kind === 'retraction' && each.entry === entry);
    const why = isTakenBack ? 'it is taken back or refused' : 'nobody says that it was done';
    return [{ as, why: `${rule}; no step: ${why}` }];
  }
  const isOwn = entry.firstMention === sentence;
  const outcome = isOwn ? `, ${outcomeInWords(entry)}` : '';
  const withCommand = !isCommand && command !== null ? ' with its command' : '';
  return [{ as, why: `${rule}${withCommand}; ${isOwn ? '' : 'part of '}step ${number}${outcome}` }];
}

function replyReading(
  { kind, entry }: { kind: 'agreement' | 'retraction'; entry: PendingStep },
  steps: readonly PendingStep[],
): Reading {
  const text = `"${entry.text.slice(0, maxQuoteChars)}"`;
  if (kind === 'retraction') return { as: kind, why: `takes back or refuses ${text}, which is no step` };
  const number = steps.indexOf(entry) + 1;
  return { as: kind, why: `agrees to ${number === 0 ? `${text}, which nobody did` : `step ${number}`}` };
}

const maxQuoteChars = 60;

function ruleOf({ action, overruledBy }: SentenceReading): string {
  const rule = action?.rule ?? '';
  return overruledBy === null
    ? rule
    : `${rule} (likelihood ${rounded(overruledBy.likelihood)}, an action from ${likelyFrom} up)`;
}

function outcomeInWords(step: PendingStep): string {
  if (step.isDiagnostic) return 'informational: it only looks';
  return step.outcome === null
    ? 'unknown: nothing says what came of it'
    : `${step.outcome}: ${step.outcomeReason}`;
}

function outcomeReadings(
  sentence: SentenceReading,
  decision: SentenceDecision,
  steps: readonly PendingStep[],
): Reading[] {
  const shown = steps.filter(({ evidence }) => evidence.includes(sentence));
  const others = shown.filter((step) => decision.kind !== 'step' || step !== decision.entry);
  const own = shown.filter((step) => step.outcomeShownBy === sentence && !others.includes(step));
  const readings = own.flatMap(({ outcome }) =>
    outcome === null ? [] : [{ as: outcomeName(outcome), why: null }],
  );
  if (others.length === 0) return [...readings, ...outcomeOfNothing(sentence, decision)];
  const of = `of step${others.length > 1 ? 's' : ''} ${others.map((step) => steps.indexOf(step) + 1).join(', ')}`;
  const decided = others.find((step) => step.outcomeShownBy === sentence);
  if (sentence.outcome !== null)
    return [
      ...readings,
      { as: outcomeName(sentence.outcome.meaning), why: `"${sentence.outcome.cue}" ${of}` },
    ];
  if (decided?.outcome != null)
    return [...readings, { as: outcomeName(decided.outcome), why: `${decided.outcomeReason} ${of}` }];
  return [...readings, { as: 'word that a step was done', why: `it answers or goes on, ${of}` }];
}

/** Good or bad news that changed no step. */
function outcomeOfNothing({ outcome, isRoot }: SentenceReading, decision: SentenceDecision): Reading[] {
  if (outcome === null || isRoot || decision.kind === 'step') return [];
  return [{ as: outcomeName(outcome.meaning), why: `"${outcome.cue}", and it changes no step` }];
}

function outcomeName(outcome: OutcomeMeaning): string {
  return `outcome: ${outcome.replace('_', ' ')}`;
}

const maxFeatures = 4;

function causeReadings(sentence: SentenceReading, { cause, permanentFix }: RulesReading): Reading[] {
  const readings: Reading[] = [];
  if (cause?.sentence === sentence) {
    const strongest = cause.features
      .map((feature) => ({ feature, weight: causeWeights[feature] ?? 0 }))
      .filter(({ weight }) => weight !== 0)
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, maxFeatures)
      .map(({ feature, weight }) => `${feature} ${weight > 0 ? '+' : ''}${weight}`);
    const weights = strongest.length === 0 ? '' : `: ${strongest.join(', ')}`;
    const score = `weighs ${rounded(cause.score)} as a cause, and ${rounded(cause.minScore)} is enough`;
    readings.push({ as: 'cause', why: `${score}${weights}` });
  }
  if (permanentFix?.sentence === sentence)
    readings.push({ as: 'permanent fix', why: `"${permanentFix.cue}"` });
  return readings;
}

/** What else is to be said: why an action is no step, or why there is nothing in the sentence. */
function groundOf(
  sentence: SentenceReading,
  decision: SentenceDecision,
  { problem }: RulesReading,
  isRead: boolean,
): Reading | null {
  if (decision.kind !== 'no step') return null;
  const { action, command, noiseCue, harmCue, nonActionCue, overruledBy } = sentence;
  if (noiseCue !== null)
    return isRead ? null : { as: nothing, why: `says nothing of the problem: ${noiseCue}` };
  const isSymptom = sentence.isRoot || sentence.message.text === problem;
  if (decision.reason === preIncidentReason)
    return { as: 'background before the incident', why: decision.reason };
  const found = action?.rule ?? (command === null ? null : 'it shows a command');
  if (found !== null) {
    const harm = harmCue !== null && decision.reason === harmReason ? ` ("${harmCue}")` : '';
    const as = isSymptom ? 'symptom' : harm === '' ? nothing : 'how it came about';
    return { as, why: `${found}, but no step: ${decision.reason}${harm}` };
  }
  if (isSymptom) return { as: 'symptom', why: 'it stands in the message that states the problem' };
  if (isRead) return null;
  if (overruledBy !== null) {
    const likelihood = `likelihood ${rounded(overruledBy.likelihood)}, none below ${unlikelyBelow}`;
    return { as: nothing, why: `the words of its message speak against an action (${likelihood})` };
  }
  return { as: nothing, why: nonActionCue === null ? decision.reason : `no action: ${nonActionCue}` };
}

function rounded(value: number): string {
  return (Math.round(value * 100) / 100).toString();
}
