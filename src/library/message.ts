/** A message as we keep it: redacted, its blocks and attachments already read into `text`. */
export type Message = {
  ts: string;
  userId: string | null;
  isBot: boolean;
  text: string;
  editedAt: Date | null;
};

/** Slack's "1700000000.000100" as a Date (milliseconds; the rest only orders messages). */
export function timeOfTs(ts: string): Date {
  return new Date(Math.round(Number.parseFloat(ts) * 1000));
}

/** Orders two Slack timestamps without losing the microseconds that a number would lose. */
export function compareTs(a: string, b: string): number {
  const [aSeconds = '0', aMicros = '0'] = a.split('.');
  const [bSeconds = '0', bMicros = '0'] = b.split('.');
  return Number(aSeconds) - Number(bSeconds) || Number(aMicros) - Number(bMicros);
}
