/** A piece of a message, by its place in the text: a fenced block of code, or one sentence (a line, or a part of one). */
type Piece = { kind: 'code' | 'sentence'; start: number; end: number };

const maxTextChars = 20_000;
const maxPieces = 400;

/**
 * The pieces of a message in order, without what is only white space. Code spans are never cut; a list marker stays
 * with its line. Reads 20,000 characters.
 */
export function splitMessage(text: string): Piece[] {
  const pieces: Piece[] = [];
  const clipped = text.slice(0, maxTextChars);
  let at = 0;
  for (const fence of clipped.matchAll(/```([\s\S]*?)```/g)) {
    addSentences(clipped, at, fence.index, pieces);
    const inside = fence.index + 3;
    addTrimmed(clipped, inside, inside + (fence[1] ?? '').length, 'code', pieces);
    at = fence.index + fence[0].length;
  }
  addSentences(clipped, at, clipped.length, pieces);
  return pieces.slice(0, maxPieces);
}

const sentenceEnds =
  /[.!?]{1,4}(?=\s{1,4}["'(`*<]{0,2}[A-Z@:])|(?<!\?)[.!]{1,4}(?=\s{1,4}["'(`*<]{0,2}[a-z])|\?{1,4}(?=\s{1,4}(?:i|we|it|that|then|now|still|so|but)\b)|(?<!&(?:gt|lt|amp));(?=\s)|\s(?:-|–|—)(?=\s)|(?<![\d%])\s(?:->|-&gt;|→)(?=\s)|(?<=[^\s:]\s):[a-z][\w+-]{2,40}:(?=\s{1,4}\w)|,(?=\s(?:so|then|and then) (?:i|we|they)\b)/g;
const abbreviation = /\b(?:i\.e|e\.g|approx|etc|vs|cf|no|al|incl|resp|ca|min|max|sec|hrs?|a\.k\.a)\.$/i;

function addSentences(text: string, from: number, to: number, pieces: Piece[]): void {
  let lineStart = from;
  for (const line of linesOf(text.slice(from, to))) {
    const masked = line.replace(/`[^`\n]{1,300}`|<[^<>\n]{1,600}>/g, (span) => 'x'.repeat(span.length));
    let start = 0;
    for (const end of masked.matchAll(sentenceEnds)) {
      const stop = end.index + end[0].length;
      if (abbreviation.test(masked.slice(Math.max(0, stop - 8), stop))) continue;
      addTrimmed(text, lineStart + start, lineStart + stop, 'sentence', pieces);
      start = stop;
    }
    addTrimmed(text, lineStart + start, lineStart + line.length, 'sentence', pieces);
    lineStart += line.length + 1;
  }
}

/** Lines, but a line that was wrapped (long, unfinished, the next in lower case) stays in one piece with the next. */
function linesOf(text: string): string[] {
  return text.split(/(?<!(?<=.{70})[^.!?:;\n])\n|\n(?![a-z])/);
}

function addTrimmed(text: string, from: number, to: number, kind: Piece['kind'], pieces: Piece[]): void {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = from + raw.trimEnd().length;
  if (end > start) pieces.push({ kind, start, end });
}
