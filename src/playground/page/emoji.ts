import { get, search } from 'node-emoji';

/** Names that Slack has and node-emoji lacks. */
const slackOnly: Record<string, string> = {
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  large_orange_circle: '🟠',
  satellite_antenna: '📡',
  spiral_calendar_pad: '🗓️',
  thumbsup: '👍',
  thumbsdown: '👎',
  simple_smile: '🙂',
  shrug: '🤷',
};

/** What the picker offers first: the reactions that Precedent and its people use. */
export const favouriteEmoji = ['white_check_mark', 'warning', 'x', 'one', 'two', 'three', 'eyes', '+1'];

/** The character of a Slack emoji name, skin tone aside; undefined when there is none by that name. */
export function emojiCharacter(name: string): string | undefined {
  const plain = name.split('::')[0] ?? name;
  return slackOnly[plain] ?? get(plain);
}

/** Up to 40 emoji whose name contains the words typed, the nearest first. */
export function findEmoji(typed: string): { name: string; character: string }[] {
  const wanted = typed.trim().toLowerCase().replaceAll(':', '').replaceAll(' ', '_');
  if (wanted === '') return [];
  const found = search(wanted).map(({ name, emoji }) => ({ name, character: emoji }));
  const rank = (name: string) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2);
  return found.toSorted((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name)).slice(0, 40);
}
