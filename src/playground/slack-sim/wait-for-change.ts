import type { SimChange } from './slack-sim.ts';

const pollMs = 15;

/** Polls, and looks again at every change; see SlackSim.waitFor. */
export function waitForChange<T>(
  listeners: Set<(change: SimChange) => void>,
  probe: () => T | undefined | false,
  what: string,
  timeoutMs = 5000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let done = false;
    const finish = (settle: () => void) => {
      done = true;
      clearInterval(poll);
      clearTimeout(limit);
      listeners.delete(look);
      settle();
    };
    const look = () => {
      if (done) return;
      try {
        const value = probe();
        if (value !== undefined && value !== false) finish(() => resolve(value));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const poll = setInterval(look, pollMs);
    const limit = setTimeout(
      () => finish(() => reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}.`))),
      timeoutMs,
    );
    listeners.add(look);
    look();
  });
}
