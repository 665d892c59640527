import type { DraftedSolution } from '../library/draft.ts';
import { extractSignatures } from '../library/signatures.ts';
import type { Evidence, Step } from '../library/step.ts';
import { compareTs } from '../library/thread-message.ts';
import type { Model } from '../llm/model.ts';
import { contextOf, minutesBetween, wholeText } from './capture-by-rules.ts';
import { type Citations, citationsIn } from './check-evidence.ts';
import { draftSymptoms, draftTitle } from './draft-text.ts';
import { immediateFix } from './find-fix.ts';
import {
  capturePrompt,
  captureSystem,
  labelAuthors,
  type ModelReading,
  modelReading,
  partsOf,
} from './model-request.ts';
import { isoOf } from './open-step.ts';
import type { CapturedThread } from './read-thread.ts';
import { tagsOf } from './tags-of.ts';

const maxTokens = 4_096;
const mostText = 400;
const mostCommand = 600;

/**
 * What a thread teaches, read by a model and checked against the thread: a step that cites no message, or words that
 * are not in it, is dropped; times and authors are those of the cited messages. Throws what the model throws.
 */
export async function captureWithModel(thread: CapturedThread, model: Model): Promise<DraftedSolution> {
  const replies = [...thread.replies].sort((a, b) => compareTs(a.ts, b.ts));
  const messages = [thread.root, ...replies];
  const labels = labelAuthors(messages);
  const readings: ModelReading[] = [];
  for (const part of partsOf(thread.root, replies)) {
    readings.push(
      await model.structured({
        purpose: 'capture',
        system: captureSystem,
        prompt: capturePrompt(part, labels),
        schema: modelReading,
        maxTokens,
        cacheSystem: true,
      }),
    );
  }
  const citations = citationsIn(messages);
  const steps = orderedSteps(readings, citations);
  const signatures = signaturesOf(thread, readings);
  const context = { ...contextOf(thread, steps) };
  const first = readings[0];
  context.service ??= inThread(first?.service, thread);
  return {
    content: {
      title: grounded(cleanLine(first?.title ?? '', 120), citations) || draftTitle(thread.root.text),
      symptoms:
        grounded((first?.symptoms ?? '').trim().slice(0, 1_500), citations) ||
        draftSymptoms(thread.root.text),
      signatures,
      context,
      rootCause: supportedText(
        readings.map((reading) => reading.root_cause),
        citations,
      ),
      fix: {
        immediate: immediateFix(steps),
        permanent: supportedText(
          readings.map((reading) => reading.permanent_fix),
          citations,
        ),
      },
      steps,
      tags: tagsOf(context, signatures),
    },
    proven: steps.some((step) => step.outcome === 'worked' || step.outcome === 'partial'),
    timeToResolutionMinutes: minutesBetween(thread.openedAt, thread.resolvedAt),
  };
}

/** Supported steps in order of the messages that tell them; a step that two parts both tell is kept once. */
function orderedSteps(readings: readonly ModelReading[], citations: Citations): Step[] {
  const steps: Step[] = [];
  for (const reading of readings) {
    for (const told of reading.steps) {
      const step = supportedStep(told, citations);
      const known = steps.some(
        (other) => other.evidence[0]?.ts === step?.evidence[0]?.ts && other.text === step?.text,
      );
      if (step !== null && !known) steps.push(step);
    }
  }
  return steps.sort((a, b) => compareTs(a.evidence[0]?.ts ?? '0', b.evidence[0]?.ts ?? '0'));
}

function supportedStep(told: ModelReading['steps'][number], citations: Citations): Step | null {
  const evidence = citations.keep(told.evidence);
  const message = citations.messageOf(evidence[0]);
  const text = cleanLine(told.text, mostText);
  if (message === null || text === '' || !citations.isGrounded(text)) return null;
  const command = told.command?.trim() ?? '';
  return {
    text,
    command: command !== '' && citations.isAnywhere(command) ? command.slice(0, mostCommand) : null,
    outcome: told.outcome,
    by: message.userId,
    at: isoOf(message.ts),
    evidence,
  };
}

function supportedText(
  claims: readonly ({ text: string; evidence: Evidence[] } | null)[],
  citations: Citations,
): string | null {
  const supported = claims.filter((claim) => claim !== null && citations.keep(claim.evidence).length > 0);
  const last = supported.at(-1);
  return last === undefined || last === null ? null : grounded(cleanLine(last.text, 500), citations) || null;
}

/** The text, or nothing when it names what the thread does not. */
function grounded(text: string, citations: Citations): string {
  return citations.isGrounded(text) ? text : '';
}

/** Ours, and of the model's those that stand in the thread as written. */
function signaturesOf(thread: CapturedThread, readings: readonly ModelReading[]): string[] {
  const ours = extractSignatures(wholeText(thread));
  const theirs = readings
    .flatMap((reading) => reading.error_signatures)
    .flatMap((each) => extractSignatures(each));
  const text = wholeText(thread).toLowerCase();
  return [...new Set([...ours, ...theirs.filter((each) => text.includes(each.toLowerCase()))])].slice(0, 40);
}

function inThread(value: string | null | undefined, thread: CapturedThread): string | null {
  const name = value?.trim().toLowerCase() ?? '';
  return name.length >= 3 && name.length <= 80 && wholeText(thread).toLowerCase().includes(name)
    ? name
    : null;
}

function cleanLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
