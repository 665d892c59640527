import type { InteractionResult } from '../slack-sim/slack-sim.ts';

/** A verb's answer; `error` is a sentence for the person. */
export type VerbAnswer = { ok: true; result: unknown } | { ok: false; error: string };

/** Posts one verb to the page's server. Never rejects: a lost server is an error to show. */
export async function callVerb(name: string, body: Record<string, unknown>): Promise<VerbAnswer> {
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as VerbAnswer;
  } catch {
    return { ok: false, error: 'The playground does not answer. Is it still running?' };
  }
}

/** Whether a command, press, shortcut or submission was acknowledged by the app in time. */
export function wasAcknowledged(answer: VerbAnswer): boolean {
  return answer.ok && (answer.result as Partial<InteractionResult> | null)?.acked === true;
}
