import { withBlockIds } from './block-ids.ts';
import { nextTs } from './message-ts.ts';
import { announce, nextId, type SimState } from './sim-state.ts';
import type { SimEphemeral } from './slack-sim.ts';

/** Shows something to one person only. */
export function putEphemeral(state: SimState, draft: Omit<SimEphemeral, 'id' | 'ts'>): SimEphemeral {
  const ephemeral: SimEphemeral = {
    ...draft,
    ...(draft.blocks ? { blocks: withBlockIds(draft.blocks) } : {}),
    id: nextId(state, 'Eph'),
    ts: nextTs(state),
  };
  state.ephemerals.set(ephemeral.id, ephemeral);
  announce(state, { kind: 'ephemeral', ephemeral });
  return ephemeral;
}

export function replaceEphemeral(
  state: SimState,
  id: string,
  content: { text: string; blocks?: unknown[] },
): void {
  const old = state.ephemerals.get(id);
  if (!old) return;
  const { blocks: _blocks, ...rest } = old;
  const ephemeral: SimEphemeral = {
    ...rest,
    text: content.text,
    ...(content.blocks ? { blocks: withBlockIds(content.blocks) } : {}),
  };
  state.ephemerals.set(id, ephemeral);
  announce(state, { kind: 'ephemeral', ephemeral });
}

export function removeEphemeral(state: SimState, id: string): void {
  if (state.ephemerals.delete(id)) announce(state, { kind: 'ephemeral-deleted', id });
}
