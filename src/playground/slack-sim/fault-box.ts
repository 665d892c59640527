import type { SimFault } from './slack-sim.ts';

export type FaultBox = {
  arm(fault: SimFault): void;
  /** Uses up one armed fault of this kind that the test accepts, oldest first. */
  take<K extends SimFault['kind']>(
    kind: K,
    accepts?: (fault: Extract<SimFault, { kind: K }>) => boolean,
  ): Extract<SimFault, { kind: K }> | undefined;
};

export function createFaultBox(): FaultBox {
  const armed: { fault: SimFault; left: number }[] = [];

  function isKind<K extends SimFault['kind']>(
    fault: SimFault,
    kind: K,
  ): fault is Extract<SimFault, { kind: K }> {
    return fault.kind === kind;
  }

  return {
    arm(fault) {
      armed.push({ fault, left: fault.times ?? 1 });
    },
    take(kind, accepts) {
      for (const entry of armed) {
        const { fault } = entry;
        if (entry.left <= 0 || !isKind(fault, kind) || (accepts && !accepts(fault))) continue;
        entry.left -= 1;
        return fault;
      }
      return undefined;
    },
  };
}
