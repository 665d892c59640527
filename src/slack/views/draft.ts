import type { SolutionContent } from '../../library/solution.ts';
import type { Step } from '../../library/step.ts';
import type { DraftView } from '../../solutions/upsert-draft-message.ts';
import { discardButton, editButton, markDistinctButton, mergeButton, saveButton } from './draft-buttons.ts';
import { escapeMrkdwn } from './escape.ts';
import { fixInWords } from './fix-words.ts';
import { actions, type Body, body, context, optional, type Part, section } from './limits.ts';
import { containsCommand, proseWithCommand, stepLine } from './step-words.ts';
import {
  durationWords,
  effectivenessWords,
  oneLine,
  outcomeIcons,
  percent,
  person,
  pluralize,
  timesWords,
  titleWords,
} from './wording.ts';

const maxSteps = 12;
/** So many, at their longest, are within a section's 3,000 characters. */
const stepsPerSection = 6;

/** The draft in the thread of a resolved incident: a question while it waits, one line once it is decided. */
export function draftBody(view: DraftView): Body {
  switch (view.state) {
    case 'waiting':
      return waiting(view);
    case 'no_steps':
      return noSteps(view);
    case 'discarded': {
      const line = `Discarded by ${person(view.decidedBy)} · nothing from this thread is kept as a fix`;
      return body('The draft was discarded', [context(line)]);
    }
    case 'evidence_lost': {
      const line = 'What showed this fix was deleted from the thread, so I no longer keep it';
      return body(line, [context(line)]);
    }
    case 'linked':
      return linkedBody(view);
    case 'saved':
      return saved(view);
    case 'auto_saved':
      return autoSavedBody(view);
  }
}

function waiting(view: DraftView): Body {
  const { content, timeToResolutionMinutes: minutes } = view;
  const title = `*${titleWords(content.title, 200)}*`;
  const took = minutes === null ? '' : ` · took ${durationWords(minutes)}`;
  const parts: Part[] = [section(`Resolved. Save this for the next time?\n${title}${took}`)];
  const fix = fixLines(content);
  if (fix !== '') parts.push(section(fix));
  parts.push(...stepSections(content.steps));
  if (content.rootCause !== null && content.rootCause.trim() !== '') {
    parts.push(optional(section(`*Cause:* ${escapeMrkdwn(content.rootCause.trim(), 500)}`)));
  }
  parts.push(...offTopicLines(content));
  if (!view.proven) {
    parts.push(context('Nobody said in the thread that it held: please check it before you save.'));
  }
  parts.push(...mergeOffer(view));
  parts.push(
    actions(saveButton(view.solutionId), editButton(view.solutionId), discardButton(view.solutionId)),
  );
  return body(`Resolved. Save the fix for the next time? ${titleWords(content.title, 150)}`, parts);
}

function mergeOffer({ solutionId, similar }: DraftView): Part[] {
  if (similar === undefined || similar === null) return [];
  const { solutionId: into, title, score } = similar;
  const line = `Perhaps one fix: this is ${percent(score)} the same as *${titleWords(title, 150)}*.`;
  return [section(line, mergeButton(solutionId, into))];
}

/** Seen before: the thread counts to the fix that is known, and whoever sees it otherwise says so with one button. */
function linkedBody(view: DraftView): Body {
  const into = view.linkedTo ?? null;
  if (into === null) {
    const line = 'Counted to a fix that is no longer there';
    return body(line, [context(line)]);
  }
  const title = titleWords(into.title, 150);
  const words = [`Seen ${timesWords(into.seen)}`, effectivenessWords(into.effectiveness)];
  const how =
    view.decidedBy === null
      ? 'I counted this thread to it instead of saving the same fix twice'
      : `Merged by ${person(view.decidedBy)}`;
  return body(`Known already: ${title}`, [
    section(`Known already: *${title}*\n${words.join(' · ')}`, editButton(into.solutionId, 'See the fix')),
    actions(markDistinctButton(view.solutionId)),
    context(how),
  ]);
}

function noSteps(view: DraftView): Body {
  const sentence =
    'Resolved. I saw no step that fixed it, so I have nothing to save. What did? One line is enough, as a reply here or by the button:';
  const buttons = actions(editButton(view.solutionId, 'Write the fix'), discardButton(view.solutionId));
  return body(sentence, [section(sentence), ...offTopicLines(view.content), buttons]);
}

function saved(view: DraftView): Body {
  return body(`Saved: ${titleWords(view.content.title, 150)}`, [
    section(summaryOf(view), editButton(view.solutionId)),
    context(`Saved by ${person(view.decidedBy)} · the next incident like this gets it`),
  ]);
}

function autoSavedBody(view: DraftView): Body {
  const line =
    'Saved without asking, as `/precedent settings` of this channel say · the next incident like this gets it · *Edit* corrects it, *Discard* takes it back';
  return body(`Saved without asking: ${titleWords(view.content.title, 150)}`, [
    section(`Resolved. I saved this for the next time.\n${summaryOf(view)}`),
    ...offTopicLines(view.content),
    ...mergeOffer(view),
    actions(editButton(view.solutionId), discardButton(view.solutionId)),
    context(line),
  ]);
}

/** That the thread mentioned another problem, which nothing here is about. */
function offTopicLines({ leftOut }: SolutionContent): Part[] {
  if (leftOut === undefined) return [];
  const messages = pluralize(leftOut.messages.length, 'message');
  return [context(`Left out: ${messages} about another problem (${escapeMrkdwn(leftOut.words, 100)})`)];
}

function summaryOf({ content }: DraftView): string {
  const title = titleWords(content.title, 150);
  const fix = fixInWords(content);
  return fix === null ? `*${title}*` : `*${title}*: ${oneLine(fix, 300)}`;
}

function fixLines(content: SolutionContent): string {
  const { immediate, permanent } = content.fix;
  const isInFix = (step: Step) => step.command !== null && containsCommand(immediate ?? '', step.command);
  const command = content.steps.find(isInFix)?.command ?? null;
  const lines = [
    immediate === null || immediate.trim() === ''
      ? ''
      : `*Fix:* ${proseWithCommand(immediate, command, 900)}`,
    permanent === null || permanent.trim() === '' ? '' : `*For good:* ${escapeMrkdwn(permanent.trim(), 500)}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function stepSections(steps: Step[]): Part[] {
  const lines = steps.slice(0, maxSteps).map((step) => {
    const by = step.by === null ? '' : ` – ${person(step.by)}`;
    return `${outcomeIcons[step.outcome]} ${stepLine(step, 400)}${by}`;
  });
  const left = steps.length - maxSteps;
  if (left > 0) lines.push(`…and ${left} more, shown by Edit`);
  const sections: Part[] = [];
  for (let at = 0; at < lines.length; at += stepsPerSection) {
    sections.push(section(lines.slice(at, at + stepsPerSection).join('\n')));
  }
  return sections;
}
