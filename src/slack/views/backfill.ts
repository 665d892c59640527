import { actionIds } from '../action-ids.ts';
import { actions, type Block, type Body, body, button, context, section } from './limits.ts';
import { dateWords, pluralize } from './wording.ts';

/** How far the reading of a channel's past has come. `backTo`: null before anything was read. */
export type BackfillView = {
  channelId: string;
  state: 'running' | 'done' | 'stopped' | 'unreadable';
  messages: number;
  backTo: Date | null;
  incidents: number;
  withFix: number;
};

/** The one message about it: what was read and learned so far, and at the end what waits for review. */
export function backfillBody(view: BackfillView): Body {
  const { channelId, state, withFix } = view;
  const line = `${leads[state]}${readWords(view)}`;
  const blocks: Block[] = [section(line)];
  if (state === 'unreadable') blocks.push(context('Slack does not let me read this channel (any more).'));
  if (state !== 'running' && withFix > 0) {
    blocks.push(context('The fixes are drafts until a person saves them: `/precedent drafts` lists them.'));
  }
  const stop = button({ label: 'Stop', actionId: actionIds.stopBackfill, value: channelId });
  const review = button({ label: 'Review the drafts', actionId: actionIds.reviewDrafts, value: channelId });
  if (state === 'running') blocks.push(actions(stop));
  else if (withFix > 0) blocks.push(actions(review));
  return body(line, blocks);
}

const leads = {
  running: 'Reading on. ',
  done: 'Done. ',
  stopped: 'Stopped. ',
  unreadable: 'Stopped. ',
} as const;

function readWords({ messages, backTo, incidents, withFix }: BackfillView): string {
  if (backTo === null || messages === 0) return "Nothing of this channel's past is read yet.";
  const count = messages.toLocaleString('en-US');
  return `Read ${count} ${messages === 1 ? 'message' : 'messages'} back to ${dateWords(backTo)}; ${pluralize(incidents, 'incident')}, ${withFix} with a fix.`;
}
