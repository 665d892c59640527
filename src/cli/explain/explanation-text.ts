import type { InboxMessage } from '../../intake/messages/inbox-event.ts';
import { timeOfTs } from '../../library/message.ts';
import { pluralize } from '../../slack/views/wording.ts';
import type { Explanation } from './explain-thread.ts';

type ThreadSource = { channel: string; messages: readonly InboxMessage[] };

const maxLineChars = 300;

/** An explanation to read: what the thread teaches first, then the conversation, each sentence with what it was taken for. */
export function explanationText(explanation: Explanation, source: ThreadSource): string {
  return [head(explanation, source), ledger(explanation), conversation(explanation, source)].join('\n\n');
}

function head(explanation: Explanation, { channel, messages }: ThreadSource): string {
  const { title, context, signatures, root_cause: cause, fix } = explanation;
  const where = [context.service, context.environment, context.severity].filter((each) => each !== null);
  const [root] = messages;
  const opened = root === undefined ? '' : `, ${dayOf(root.ts)} ${timeOfDay(root.ts)} UTC`;
  const rows = [
    ['Thread', `#${channel}${opened}, ${pluralize(messages.length, 'message')}`],
    ['Ended', endInWords(explanation)],
    ['Where', where.length === 0 ? 'the thread names no service' : where.join(' · ')],
    ...(signatures.length === 0 ? [] : [['Errors', signatures.join(' · ')]]),
    ['Cause', cause ?? 'no sentence claims one clearly enough'],
    ['Fix', fix.immediate ?? 'no step is known to have helped'],
    ...(fix.permanent === null ? [] : [['For good', fix.permanent]]),
  ];
  return [title, ...rows.map(([name = '', value = '']) => `  ${name.padEnd(9)} ${inOneLine(value)}`)].join(
    '\n',
  );
}

function endInWords({ ended }: Explanation): string {
  if (!ended.resolved || ended.ts === null) return 'no: nothing in the thread says that it is over';
  const by = {
    reaction: 'by a ✅ (or its like) on the first message, counted from the last message',
    alert: "by the alert's own message",
    text: 'by what somebody wrote',
  }[ended.by ?? 'text'];
  return `yes, ${by}, at ${timeOfDay(ended.ts)}`;
}

function ledger({ steps }: Explanation): string {
  if (steps.length === 0) return 'No steps: nothing in the thread says that somebody did something about it.';
  const lines = steps.flatMap((step, index) => {
    const command = step.command === null || step.text.startsWith('Ran `') ? [] : step.command.split('\n');
    const at = `${step.at.slice(11, 16)}${step.by === null ? '' : ` ${step.by}`}`;
    const shown = step.evidence
      .slice(1)
      .map(({ ts, quote }) => `shown at ${timeOfDay(ts)}: "${inOneLine(quote)}"`);
    return [
      `  ${index + 1}. ${`[${step.outcome.replace('_', ' ')}]`.padEnd(15)} ${inOneLine(step.text)}  (${at})`,
      ...[...command.map((line) => `$ ${line}`), ...shown].map((line) => `${' '.repeat(21)}${line}`),
    ];
  });
  return [`What was tried, and what came of it (${pluralize(steps.length, 'step')})`, ...lines].join('\n');
}

function conversation({ sentences }: Explanation, { messages }: ThreadSource): string {
  const authors = new Map(messages.map((each) => [each.ts, each.isBot ? 'bot' : (each.userId ?? 'unknown')]));
  let last = '';
  const lines = sentences.flatMap(({ ts, text, read_as: readAs, why }) => {
    const isNew = ts !== last;
    last = ts;
    return [
      ...(isNew ? ['', `  ${timeOfDay(ts)} ${authors.get(ts) ?? ''}`] : []),
      `    ${inOneLine(text)}`,
      `      → ${readAs}: ${why}`,
    ];
  });
  return ['The conversation: each sentence, what it was taken for, and why', ...lines].join('\n');
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxLineChars ? `${line.slice(0, maxLineChars - 1)}…` : line;
}

function timeOfDay(ts: string): string {
  return isoOf(ts).slice(11, 16);
}

function dayOf(ts: string): string {
  return isoOf(ts).slice(0, 10);
}

function isoOf(ts: string): string {
  return timeOfTs(ts).toISOString();
}
