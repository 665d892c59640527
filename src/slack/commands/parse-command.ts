import { type ChannelMode, channelModes } from '../views/channel-mode.ts';
import { type CommandWord, commands, commandWords, type SlashCommand } from './commands.ts';
import { editDistance } from './edit-distance.ts';

/** What a person asked with `/precedent …`. `nearest` is a whole command, without `/precedent`. */
export type Command =
  | { kind: 'watch'; mode: ChannelMode }
  | { kind: Exclude<CommandWord, 'watch'> }
  | { kind: 'find'; query: string }
  | { kind: 'typo'; word: string; nearest: string };

/** Words that people try, each with the command that comes nearest in meaning. */
const wordOfAlias = new Map<string, CommandWord>(
  commandWords.flatMap((word) => commands[word].aliases.map((alias) => [alias, word] as const)),
);

/** English words of symptoms that a slip of two letters would make a command. */
const symptomWords = new Set(
  (
    'batch catch catches hatch latch latches match matches patch patches watchdog water witch mismatch ' +
    'unmatched unpatched drift drifts drafting rafts crafts shafts shards thread threads tends treads ' +
    'spends friends tenants sends sittings listings heap heal held hell hello hung hang helm kelp yelp ' +
    'scratch fetch etch dispatch leak leaks leaky lean leader lead leads lease leases leave leaves left leap ' +
    'clean clear heart warn warns yarn near rear tear bear wear gear fear year mean means earn'
  ).split(' '),
);

/** What may follow a command that takes nothing: "unwatch this channel". */
const fillers = /^(?:please|pls|here|now|this|the|in|of|for|channel|me|[#<]\S+|[.!?]+)$/i;

/** Total: every text is a command, and what is none is a search. */
export function parseCommand(text: string): Command {
  const query = text.trim();
  const [first = '', ...rest] = query
    .split(/\s+/)
    .map((word) => word.toLowerCase().replace(/(?<=.)[.,!?;:]+$/, ''));
  if (first === '' || (rest.length === 0 && /^(?:\?|-{1,2}h(?:elp)?)$/.test(first))) return { kind: 'help' };
  const word = commandWords.find((known) => known === first);
  if (word === 'watch') return watch(rest) ?? { kind: 'find', query };
  if (word !== undefined) return hasNoArguments(word, rest) ? { kind: word } : { kind: 'find', query };
  return typo(first, rest) ?? { kind: 'find', query };
}

function watch(rest: string[]): Command | null {
  const meaningful = rest.filter((word) => !fillers.test(word));
  const [mode] = meaningful;
  if (mode === undefined) return { kind: 'watch', mode: 'mixed' };
  if (meaningful.length > 1) return null;
  const known = channelModes.find((candidate) => candidate === mode);
  if (known !== undefined) return { kind: 'watch', mode: known };
  return { kind: 'typo', word: `watch ${mode}`, nearest: `watch ${nearestOf(channelModes, mode).word}` };
}

function hasNoArguments(word: CommandWord, rest: string[]): boolean {
  const isHelpOn = word === 'help' && rest.length === 1 && commandWords.some((known) => known === rest[0]);
  const command: SlashCommand = commands[word];
  return isHelpOn || rest.every((extra) => command.fillers?.test(extra) === true || fillers.test(extra));
}

function typo(first: string, rest: string[]): Command | null {
  const word = [first, ...rest].join(' ');
  const isAlone = rest.every((extra) => fillers.test(extra));
  const other = wordOfAlias.get(first);
  if (other !== undefined && isAlone) return { kind: 'typo', word, nearest: other };
  if (symptomWords.has(first) || first.length < 3) return null;

  const near = nearestOf(commandWords, first);
  if (near.distance > (near.word.length < 5 ? 1 : 2)) return null;
  if (isAlone) return { kind: 'typo', word, nearest: near.word };
  const [mode = '', ...more] = rest;
  const nearMode = nearestOf(channelModes, mode);
  if (near.word !== 'watch' || more.length > 0 || nearMode.distance > 2) return null;
  return { kind: 'typo', word, nearest: `watch ${nearMode.word}` };
}

/** The first of the nearest. */
function nearestOf<T extends string>(
  candidates: readonly [T, ...T[]],
  word: string,
): { word: T; distance: number } {
  const [first, ...others] = candidates;
  const short = word.slice(0, 40);
  let nearest = { word: first, distance: editDistance(first, short) };
  for (const candidate of others) {
    const distance = editDistance(candidate, short);
    if (distance < nearest.distance) nearest = { word: candidate, distance };
  }
  return nearest;
}
