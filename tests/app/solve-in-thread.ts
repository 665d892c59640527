import type { SimMessage } from '../../src/playground/slack-sim/slack-sim.ts';
import { findIncidentByThread } from '../../src/store/incidents/incidents.ts';
import { findSolutionOfThread, type StoredSolution } from '../../src/store/solutions/solutions.ts';
import type { TestWorkspace } from '../setup/start-test-workspace.ts';

export function hasButton(message: { blocks?: unknown } | undefined, actionId: string): boolean {
  return JSON.stringify(message?.blocks ?? []).includes(`"action_id":"${actionId}"`);
}

/** A message and its replies, by Ana and Joon in turn. Returns the ts of the root and of each reply. */
export async function discuss(
  workspace: TestWorkspace,
  root: string,
  replies: string[],
  channel: string = workspace.channel.id,
): Promise<{ ts: string; replies: string[] }> {
  const { slack, ana, joon } = workspace;
  const first = await slack.say({ channel, user: ana.id, text: root });
  const replyTimestamps: string[] = [];
  for (const [index, text] of replies.entries()) {
    const user = index % 2 === 0 ? joon.id : ana.id;
    replyTimestamps.push((await slack.say({ channel, user, text, threadTs: first.ts })).ts);
  }
  return { ts: first.ts, replies: replyTimestamps };
}

/** ✅ on the root, and the message that offers the draft; rejects when none comes. */
export async function resolveAndDraft(
  workspace: TestWorkspace,
  ts: string,
  channel: string = workspace.channel.id,
): Promise<SimMessage> {
  const { slack, ana, settled } = workspace;
  // A reply that overtook its root is taken up a second later, and changes the draft then.
  await settled();
  await slack.react({ channel, ts, user: ana.id, name: 'white_check_mark' });
  return slack.waitFor(
    () => slack.thread(channel, ts).find((message) => hasButton(message, 'edit_draft')),
    'the draft',
    10_000,
  );
}

/** An incident of its own, worked on, resolved and saved: what the library then knows. */
export async function solveAndSave(
  workspace: TestWorkspace,
  root: string,
  replies: string[],
  channel: string = workspace.channel.id,
): Promise<{ ts: string; draft: SimMessage }> {
  const { joon } = workspace;
  const { ts } = await discuss(workspace, root, replies, channel);
  const draft = await resolveAndDraft(workspace, ts, channel);
  await decide(workspace, { channel, ts: draft.ts, user: joon.id, actionId: 'save_draft' });
  return { ts, draft };
}

/** Presses Save or Discard, and waits until the draft says so. */
export async function decide(
  { slack, settled }: TestWorkspace,
  press: { channel: string; ts: string; user: string; actionId: 'save_draft' | 'discard_draft' },
): Promise<void> {
  await slack.press(press);
  const { channel, ts } = press;
  await slack.waitFor(() => !hasButton(slack.message(channel, ts), 'save_draft'), 'the decision', 10_000);
  await settled();
}

export function solutionOf(
  { bot, channel }: TestWorkspace,
  ts: string,
  channelId: string = channel.id,
): Promise<StoredSolution | null> {
  return findSolutionOfThread({ db: bot.store.db, workspaceId: bot.workspaceId }, channelId, ts);
}

export function incidentAt({ bot, channel }: TestWorkspace, ts: string, channelId: string = channel.id) {
  return findIncidentByThread({ db: bot.store.db, workspaceId: bot.workspaceId }, channelId, ts);
}
