import { findUser } from './channel-directory.ts';
import type { SimContext } from './sim-context.ts';
import { SlackError } from './slack-error.ts';
import type { SimView } from './slack-sim.ts';
import { openModal, publishHome, replaceView } from './view-store.ts';
import type { WebApiMethod } from './web-api-method.ts';

function findView(context: SimContext, body: Record<string, unknown>): SimView {
  const { view_id: viewId, external_id: externalId } = body;
  for (const view of context.state.views.values()) {
    if (viewId !== undefined ? view.id === viewId : view.view.external_id === externalId && externalId) {
      return view;
    }
  }
  throw new SlackError('not_found');
}

function open(
  context: SimContext,
  body: Record<string, unknown>,
  mode: 'open' | 'push',
): Record<string, unknown> {
  const user = context.triggers.redeem(body.trigger_id);
  return { view: openModal(context.state, user, body.view, mode).view };
}

export const viewMethods: Record<string, WebApiMethod> = {
  'views.open': (context, body) => open(context, body, 'open'),
  'views.push': (context, body) => open(context, body, 'push'),
  'views.update': (context, body) => ({
    view: replaceView(context.state, findView(context, body), body.view, body.hash).view,
  }),
  'views.publish': (context, body) => {
    const user = findUser(context.state, body.user_id);
    return { view: publishHome(context.state, user.id, body.view, body.hash).view };
  },
};
