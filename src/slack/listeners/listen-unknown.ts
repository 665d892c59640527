import type { App } from '@slack/bolt';
import { actionIds, anyOtherThan, shortcutIds } from '../action-ids.ts';

/** Links, and whatever another version of the bot put into a message: acknowledged, so that nothing spins. */
export function listenUnknown(app: App): void {
  app.action(anyOtherThan(actionIds), async ({ ack }) => {
    await ack();
  });
  app.shortcut(anyOtherThan(shortcutIds), async ({ ack }) => {
    await ack();
  });
}
