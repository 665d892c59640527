import type { App } from '@slack/bolt';
import { answerCommand } from '../commands/answer-command.ts';
import type { SlackCtx } from '../slack-ctx.ts';

/** Every `/precedent …`: acknowledged at once, answered to the person alone. */
export function listenCommands(app: App, ctx: SlackCtx): void {
  // A catch-all: in Socket Mode a command that nothing matches would never be acknowledged.
  app.command(/.*/, async ({ command, ack, respond }) => {
    await ack();
    const answer = await answerCommand(ctx, {
      text: command.text,
      userId: command.user_id,
      channelId: command.channel_id,
      triggerId: command.trigger_id,
    });
    if (answer !== null) await respond({ response_type: 'ephemeral', ...answer } as never);
  });
}
