import type { SimState } from './sim-state.ts';

const stepMicros = 100;

function format(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(micros - seconds * 1_000_000).padStart(6, '0')}`;
}

/** The ts of something that happens now: later than every live ts before it. */
export function nextTs(state: SimState): string {
  let micros = Math.max(Math.floor(state.now()) * 1000 + stepMicros, state.lastMicros + stepMicros);
  while (state.usedTs.has(format(micros))) micros += stepMicros;
  state.lastMicros = micros;
  const ts = format(micros);
  state.usedTs.add(ts);
  return ts;
}

/** The ts of a back-dated message (`atMs` since the epoch); two of the same millisecond stay apart. */
export function tsAt(state: SimState, atMs: number): string {
  let micros = Math.floor(atMs) * 1000 + stepMicros;
  while (state.usedTs.has(format(micros))) micros += stepMicros;
  const ts = format(micros);
  state.usedTs.add(ts);
  return ts;
}

/** Orders two ts as numbers: a string comparison would fail across different lengths of seconds. */
export function compareTs(a: string, b: string): number {
  return tsMicros(a) - tsMicros(b);
}

/** Microseconds since the epoch; accepts what Slack accepts for oldest/latest ("0", "1700000000"). */
export function tsMicros(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
