import type { SimChannel, SimUser } from '../slack-sim/slack-sim.ts';

/** What a composer offers for the word before the caret: `insert` replaces the text from `from` up to the caret. */
export type Suggestion = { insert: string; name: string; detail: string; from: number };

const maxSuggestions = 6;

/** People and apps for "@ma", channels for "#inc", nothing else; the caret stands at the end of `before`. */
export function findSuggestions(before: string, users: SimUser[], channels: SimChannel[]): Suggestion[] {
  const [, sign, typed = ''] = /(?:^|[\s(])([@#])([\w.-]*)$/.exec(before) ?? [];
  if (sign === undefined) return [];
  const from = before.length - typed.length - 1;
  const wanted = typed.toLowerCase();
  const offered =
    sign === '@'
      ? users.map((user) => ({ name: user.name, detail: user.realName }))
      : channels
          .filter((one) => !one.isIm && !one.isArchived)
          .map((one) => ({ name: one.name, detail: one.topic }));
  return offered
    .filter(({ name, detail }) => `${name} ${sign === '@' ? detail : ''}`.toLowerCase().includes(wanted))
    .filter(({ name }) => name.toLowerCase() !== wanted)
    .slice(0, maxSuggestions)
    .map(({ name, detail }) => ({ insert: `${sign}${name} `, name: `${sign}${name}`, detail, from }));
}
