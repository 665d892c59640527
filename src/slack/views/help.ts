import { type Body, body, context, section } from './limits.ts';
import { oneLine } from './wording.ts';

const commands = [
  '`/precedent &lt;symptoms&gt;` – finds past fixes; only you see the answer',
  '`/precedent watch` – follows the incidents of this channel (`watch incidents`, `alerts` or `mixed`)',
  '`/precedent unwatch` – stops that',
  '`/precedent learn` – offers to learn from the past of this channel',
  '`/precedent drafts` – fixes that wait to be saved',
  '`/precedent trends` – this week against the weeks before',
  '`/precedent settings` – of this channel: what opens an incident, how sure I must be to answer, what I save without asking',
];

const inThread = [
  '`@precedent` – looks again, wider',
  '`@precedent resolved` – the incident is over; I offer to save the fix',
  '*More actions* of any message – *Find past fixes* like it, or *Save the fix* of its thread',
  'On an answer: :white_check_mark: worked, :warning: partly, :x: did not',
];

/** The commands; after an unknown word, first the nearest right one. Both are without `/precedent`. */
export function helpBody(view: { unknown?: string; nearest?: string }): Body {
  const lead = view.unknown === undefined ? null : unknownLine(view.unknown, view.nearest);
  const blocks = [
    ...(lead === null ? [] : [section(lead)]),
    section(`*I remember how incidents were solved, and answer the next one*\n${commands.join('\n')}`),
    section(`*In the thread of an incident*\n${inThread.join('\n')}`),
    context('Slash commands do not work in threads: mention me there.'),
  ];
  return body(
    lead ?? 'What I answer to: watch, unwatch, learn, drafts, trends, settings, or some symptoms',
    blocks,
  );
}

function unknownLine(unknown: string, nearest: string | undefined): string {
  const word = `I do not know “${oneLine(unknown, 60)}”.`;
  if (nearest === undefined) return word;
  return `${word} Did you mean \`/precedent ${oneLine(nearest, 60).replaceAll('`', '')}\`?`;
}
