/** Where a block stands; an interaction names it. An ephemeral message is known by its id in `ts`. */
export type Surface = { kind: 'message'; channel: string; ts: string } | { kind: 'view'; viewId: string };

/** The fields of a `press` that say where it was pressed. */
export function pressedIn(surface: Surface): Record<string, string> {
  return surface.kind === 'view' ? { viewId: surface.viewId } : { channel: surface.channel, ts: surface.ts };
}
