import { nextId, type SimState } from './sim-state.ts';
import { SlackError } from './slack-error.ts';

const goodForMs = 3000;

export type Triggers = {
  issue(user: string): string;
  /** The person behind a trigger, used up by this. Throws invalid_trigger_id, expired_trigger_id or exchanged_trigger_id. */
  redeem(triggerId: unknown): string;
};

/** Trigger ids: good for three seconds of real time and one use. */
export function createTriggers(state: SimState): Triggers {
  const issued = new Map<string, { user: string; at: number; used: boolean }>();
  return {
    issue(user) {
      const id = `${nextId(state, '13')}.${nextId(state, '37')}`;
      issued.set(id, { user, at: performance.now(), used: false });
      return id;
    },
    redeem(triggerId) {
      const trigger = typeof triggerId === 'string' ? issued.get(triggerId) : undefined;
      if (!trigger) throw new SlackError('invalid_trigger_id');
      if (trigger.used) throw new SlackError('exchanged_trigger_id');
      if (performance.now() - trigger.at > goodForMs) throw new SlackError('expired_trigger_id');
      trigger.used = true;
      return trigger.user;
    },
  };
}
