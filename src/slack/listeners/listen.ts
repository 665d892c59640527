import type { App } from '@slack/bolt';
import type { SlackCtx } from '../slack-ctx.ts';
import { listenAnswers } from './listen-answers.ts';
import { listenBackfill } from './listen-backfill.ts';
import { listenCommands } from './listen-commands.ts';
import { listenDrafts } from './listen-drafts.ts';
import { listenForms } from './listen-forms.ts';
import { listenHistory } from './listen-history.ts';
import { listenMembers } from './listen-members.ts';
import { listenMentions } from './listen-mentions.ts';
import { listenMerges } from './listen-merges.ts';
import { listenShortcuts } from './listen-shortcuts.ts';
import { listenUnknown } from './listen-unknown.ts';

/** Everything that Slack can ask of the bot. */
export function listen(app: App, ctx: SlackCtx): void {
  listenCommands(app, ctx);
  listenDrafts(app, ctx);
  listenMerges(app, ctx);
  listenHistory(app, ctx);
  listenAnswers(app, ctx);
  listenBackfill(app, ctx);
  listenForms(app, ctx);
  listenShortcuts(app, ctx);
  listenMentions(app, ctx);
  listenMembers(app, ctx);
  listenUnknown(app);
}
