import { withBlockIds } from './block-ids.ts';
import { announce, nextId, type SimState } from './sim-state.ts';
import { SlackError } from './slack-error.ts';
import type { SimView } from './slack-sim.ts';
import { validateView } from './validate-view.ts';
import { initialState } from './view-state.ts';

const maxStack = 3;

function viewBody(
  state: SimState,
  given: Record<string, unknown>,
  ids: { id: string; hash: string; root: string; previous: string | null },
): Record<string, unknown> {
  const blocks = withBlockIds(Array.isArray(given.blocks) ? given.blocks : []);
  const { teamId, appId, botId } = state.identity;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    submit: null,
    close: null,
    ...given,
    blocks,
    id: ids.id,
    team_id: teamId,
    state: { values: initialState(blocks) },
    hash: ids.hash,
    previous_view_id: ids.previous,
    root_view_id: ids.root,
    app_id: appId,
    app_installed_team_id: teamId,
    bot_id: botId,
  };
}

function nextHash(state: SimState): string {
  return `${Math.floor(state.now() / 1000)}.${nextId(state, 'h').toLowerCase()}`;
}

function checkExternalId(state: SimState, given: Record<string, unknown>, own?: string): void {
  const externalId = given.external_id;
  if (typeof externalId !== 'string' || externalId === '') return;
  for (const view of state.views.values()) {
    if (view.id !== own && view.view.external_id === externalId)
      throw new SlackError('duplicate_external_id');
  }
}

/** Opens a person's modal anew, or puts one on top of what is open. Throws push_limit_reached and what validation finds. */
export function openModal(state: SimState, user: string, given: unknown, mode: 'open' | 'push'): SimView {
  const valid = validateView(given, 'modal');
  checkExternalId(state, valid);
  const stack = mode === 'push' ? (state.modalStacks.get(user) ?? []) : [];
  if (mode === 'push' && stack.length >= maxStack) throw new SlackError('push_limit_reached');
  if (mode === 'open') closeStack(state, user);
  const id = nextId(state, 'V');
  const hash = nextHash(state);
  const view: SimView = {
    id,
    hash,
    user,
    type: 'modal',
    view: viewBody(state, valid, { id, hash, root: stack[0] ?? id, previous: stack.at(-1) ?? null }),
  };
  state.views.set(id, view);
  state.modalStacks.set(user, [...stack, id]);
  announce(state, { kind: 'view', view });
  return view;
}

/** Replaces an open view's content. Throws hash_conflict when `hash` is given and is not the view's last one. */
export function replaceView(state: SimState, view: SimView, given: unknown, hash?: unknown): SimView {
  if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
  const valid = validateView(given, view.type);
  checkExternalId(state, valid, view.id);
  view.hash = nextHash(state);
  const previous = view.view.previous_view_id;
  view.view = viewBody(state, valid, {
    id: view.id,
    hash: view.hash,
    root: String(view.view.root_view_id),
    previous: typeof previous === 'string' ? previous : null,
  });
  delete view.errors;
  announce(state, { kind: 'view', view });
  return view;
}

/** A person's App Home, made or replaced. */
export function publishHome(state: SimState, user: string, given: unknown, hash?: unknown): SimView {
  const open = state.views.get(state.homes.get(user) ?? '');
  if (open) return replaceView(state, open, given, hash);
  const valid = validateView(given, 'home');
  const id = nextId(state, 'V');
  const newHash = nextHash(state);
  const view: SimView = {
    id,
    hash: newHash,
    user,
    type: 'home',
    view: viewBody(state, valid, { id, hash: newHash, root: id, previous: null }),
  };
  state.views.set(id, view);
  state.homes.set(user, id);
  announce(state, { kind: 'view', view });
  return view;
}

/** Takes a modal away, with whatever lies on top of it. */
export function removeModal(state: SimState, view: SimView): void {
  const stack = state.modalStacks.get(view.user) ?? [];
  const index = stack.indexOf(view.id);
  if (index < 0) return;
  state.modalStacks.set(view.user, stack.slice(0, index));
  for (const id of stack.slice(index).reverse()) {
    state.views.delete(id);
    announce(state, { kind: 'view-closed', id, user: view.user });
  }
}

export function closeStack(state: SimState, user: string): void {
  const bottom = state.views.get(state.modalStacks.get(user)?.[0] ?? '');
  if (bottom) removeModal(state, bottom);
}
