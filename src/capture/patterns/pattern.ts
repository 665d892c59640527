/** What a pattern may hold: a list of words (any one of them), another pattern, or a piece of one. */
type Part = Iterable<string> | RegExp | string;

/**
 * A regular expression built from named word groups: `\b${retiredPasts} by ${platforms}\b`. A list stands for any
 * one of its words and a pattern for itself, each in a group of its own; a string is taken as it is. Nothing is
 * escaped; a backtick takes a backslash. A line break and the white space around it are layout. Ignores case.
 */
export function pattern(strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp {
  return build('i', strings, parts);
}

/** The same with other flags: `patternWith('g')`. */
export function patternWith(flags: string) {
  return (strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp => build(flags, strings, parts);
}

/** Matches where one of the patterns does, the first of them first. They share their flags. */
export function anyPattern(...patterns: readonly RegExp[]): RegExp {
  const flags = new Set(patterns.map((one) => one.flags));
  if (flags.size !== 1) throw new Error(`patterns that are joined need the same flags, not ${[...flags]}`);
  return new RegExp(patterns.map((one) => one.source).join('|'), [...flags][0]);
}

function build(flags: string, strings: TemplateStringsArray, parts: readonly Part[]): RegExp {
  const source = strings.raw.map((text, at) => {
    const part = parts[at];
    return text.replace(layout, '') + (part === undefined ? '' : sourceOf(part));
  });
  return new RegExp(source.join(''), flags);
}

const layout = /\s*\n\s*/g;

function sourceOf(part: Part): string {
  if (typeof part === 'string') return part;
  if (part instanceof RegExp) return `(?:${part.source})`;
  const alternatives = [...part];
  if (alternatives.length === 0)
    throw new Error('a list of words in a pattern is empty: it would match anything');
  return `(?:${alternatives.join('|')})`;
}
