import { type Body, body, context, section } from './limits.ts';
import { oneLine } from './wording.ts';

const search = '`/precedent &lt;symptoms&gt;` – finds past fixes; only you see the answer';

const inThread = [
  '`@precedent` – looks again, wider',
  '`@precedent resolved` – the incident is over; I offer to save the fix',
  '*More actions* of any message – *Find past fixes* like it, or *Save the fix* of its thread',
  'On an answer: :white_check_mark: worked, :warning: partly, :x: did not',
];

/** `lines` and `words`: of every command. After an unknown word, first the nearest right one; both without `/precedent`. */
export function helpBody(view: {
  unknown?: string;
  nearest?: string;
  lines: readonly string[];
  words: readonly string[];
}): Body {
  const lead = view.unknown === undefined ? null : unknownLine(view.unknown, view.nearest);
  const blocks = [
    ...(lead === null ? [] : [section(lead)]),
    section(
      `*I remember how incidents were solved, and answer the next one*\n${[search, ...view.lines].join('\n')}`,
    ),
    section(`*In the thread of an incident*\n${inThread.join('\n')}`),
    context('Slash commands do not work in threads: mention me there.'),
  ];
  return body(
    lead ?? `What I answer to: ${view.words.filter((word) => word !== 'help').join(', ')}, or some symptoms`,
    blocks,
  );
}

function unknownLine(unknown: string, nearest: string | undefined): string {
  const word = `I do not know “${oneLine(unknown, 60)}”.`;
  if (nearest === undefined) return word;
  return `${word} Did you mean \`/precedent ${oneLine(nearest, 60).replaceAll('`', '')}\`?`;
}
