import { deliverInteraction, interactionBase } from './interaction-payload.ts';
import type { SimContext } from './sim-context.ts';
import { announce } from './sim-state.ts';
import { SlackError } from './slack-error.ts';
import type { InteractionResult, SimView } from './slack-sim.ts';
import { formErrors, type ViewState } from './view-state.ts';
import { closeStack, openModal, removeModal, replaceView } from './view-store.ts';

function requireModal(context: SimContext, viewId: string): SimView {
  const view = context.state.views.get(viewId);
  if (view?.type !== 'modal') throw new SlackError('not_found');
  return view;
}

function blocksOf(view: SimView): unknown[] {
  return Array.isArray(view.view.blocks) ? view.view.blocks : [];
}

function valuesOf(view: SimView): ViewState {
  const { state } = view.view;
  if (typeof state !== 'object' || state === null || !('values' in state)) return {};
  return state.values as ViewState;
}

function showErrors(context: SimContext, view: SimView, errors: Record<string, string>): void {
  view.errors = errors;
  announce(context.state, { kind: 'view', view });
}

function readErrors(view: SimView, value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    throw new SlackError('invalid_response_action_errors');
  }
  const inputs = new Set(
    blocksOf(view).flatMap((block) =>
      typeof block === 'object' &&
      block !== null &&
      'block_id' in block &&
      'type' in block &&
      block.type === 'input'
        ? [block.block_id]
        : [],
    ),
  );
  for (const blockId of Object.keys(value)) {
    if (!inputs.has(blockId))
      throw new SlackError('invalid_response_action_errors', [`no input block "${blockId}"`]);
  }
  return Object.fromEntries(Object.entries(value).map(([blockId, text]) => [blockId, String(text)]));
}

function applyResponse(context: SimContext, view: SimView, response: Record<string, unknown>): void {
  switch (response.response_action) {
    case 'errors':
      showErrors(context, view, readErrors(view, response.errors));
      return;
    case 'update':
      replaceView(context.state, view, response.view);
      return;
    case 'push':
      openModal(context.state, view.user, response.view, 'push');
      return;
    case 'clear':
      closeStack(context.state, view.user);
      return;
    default:
      throw new SlackError('invalid_response_action');
  }
}

/** A person submits a modal. It stays open when Slack's form, or the app, finds errors, or when nobody acknowledges. */
export async function submitView(
  context: SimContext,
  submit: { viewId: string; user: string; state: ViewState },
): Promise<InteractionResult> {
  const view = requireModal(context, submit.viewId);
  const values = structuredClone(valuesOf(view));
  for (const [blockId, entries] of Object.entries(submit.state))
    values[blockId] = { ...values[blockId], ...entries };
  view.view = { ...view.view, state: { values } };
  const refused = formErrors(blocksOf(view), values);
  if (Object.keys(refused).length > 0) {
    showErrors(context, view, refused);
    return { acked: false, response: { response_action: 'errors', errors: refused }, tookMs: 0 };
  }
  delete view.errors;
  const payload = {
    type: 'view_submission',
    ...interactionBase(context, submit.user),
    trigger_id: context.triggers.issue(submit.user),
    view: view.view,
    response_urls: [],
  };
  let answered = false;
  const result = await deliverInteraction(context, 'interactive', payload, (response) => {
    answered = true;
    applyResponse(context, view, response);
  });
  if (result.acked && !answered) removeModal(context.state, view);
  return result;
}

/** A person closes a modal: at once for them. The app hears of it when the view asked for notify_on_close. */
export function closeView(context: SimContext, viewId: string, user: string): void {
  const view = requireModal(context, viewId);
  removeModal(context.state, view);
  if (view.view.notify_on_close !== true) return;
  void deliverInteraction(context, 'interactive', {
    type: 'view_closed',
    ...interactionBase(context, user),
    view: view.view,
    is_cleared: false,
  });
}
