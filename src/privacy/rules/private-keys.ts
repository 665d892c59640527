type Range = { start: number; end: number };

const beginning = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const ending = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
/** A line of a key, real or escaped (`\n` inside JSON): a header of its own, a line of base64, or a long run. */
const bodyLine =
  /(?:[\s>]|\\[nr]){0,40}(?:(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset):[^\n]{0,200}|[A-Za-z0-9+/=]+(?=[ \t]{0,8}(?:\r?\n|\\[nr]|["'`]|$))|[A-Za-z0-9+/=]{16,})/y;

/** PEM blocks of private keys; one that was cut off ends where its lines stop looking like a key. */
export function findPrivateKeys(text: string): Range[] {
  const found: Range[] = [];
  let from = 0;
  for (;;) {
    beginning.lastIndex = from;
    const begin = beginning.exec(text);
    if (begin === null) return [...found, ...findCutOffStart(text, from)];
    const bodyStart = begin.index + begin[0].length;
    const next = text.indexOf('-----BEGIN ', bodyStart);
    ending.lastIndex = bodyStart;
    const end = ending.exec(text);
    const isWhole = end !== null && (next < 0 || end.index < next);
    const stop = isWhole ? end.index + end[0].length : endOfCutOff(text, bodyStart);
    found.push({ start: begin.index, end: stop });
    from = stop;
  }
}

const body =
  /(?:(?:^|[\n>"'`]|\\[nr])[\t >]{0,40}[A-Za-z0-9+/=]{40,80}(?:\r?(?=\n)|\\r?(?=\\n)|$)){1,200}[\s\S]{0,120}$/;

/** A key whose first lines were cut off: the lines of base64 before its end. */
function findCutOffStart(text: string, from: number): Range[] {
  ending.lastIndex = from;
  const end = ending.exec(text);
  if (end === null) return [];
  const before = text.slice(from, end.index);
  const start =
    from + (body.exec(before.slice(-16_000))?.index ?? before.length) + Math.max(0, before.length - 16_000);
  return [{ start: Math.min(start, end.index), end: end.index + end[0].length }];
}

function endOfCutOff(text: string, bodyStart: number): number {
  let end = bodyStart;
  bodyLine.lastIndex = end;
  while (bodyLine.test(text)) {
    end = bodyLine.lastIndex;
  }
  return end;
}
