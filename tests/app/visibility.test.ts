import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimChannel, SimUser } from '../../src/playground/slack-sim/slack-sim.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { discuss, resolveAndDraft, solutionOf, solveAndSave } from './solve-in-thread.ts';

/** Words that only the private channel, only the shared one, and only the public one know. */
const words = {
  closed: 'ledger vault service refuses withdrawals',
  shared: 'partner feed importer drops parcels',
  open: 'telescope dashboard shows stale metrics',
} as const;
const fixes = {
  closed: 'rotated the obsidian lease',
  shared: 'reset the walnut cursor',
  open: 'restarted the granite poller',
} as const;
type Source = keyof typeof words;

/** What is remembered of memberships lapses when this grows. */
let laterMs = 0;
let workspace: TestWorkspace;
let closed: SimChannel;
let shared: SimChannel;
let guest: SimUser;
/** Joon is in none of the closed channels. */
let outside: SimUser;

beforeAll(async () => {
  workspace = await startTestWorkspace({ now: () => new Date(Date.now() + laterMs) });
  const { slack, ana, channel, settled } = workspace;
  outside = slack.addUser({ name: 'olga' });
  guest = slack.addUser({ name: 'gus', isRestricted: true });
  slack.join(channel.id, outside.id);
  const members = [slack.botUserId, ana.id, workspace.joon.id];
  closed = slack.addChannel({ name: 'payments-secret', isPrivate: true, members });
  shared = slack.addChannel({ name: 'with-partner', isExtShared: true, members: [...members, outside.id] });
  for (const place of [closed, shared]) {
    await slack.command({ channel: place.id, user: ana.id, text: '/precedent watch incidents' });
  }
  await settled();
  for (const [source, place] of [
    ['closed', closed],
    ['shared', shared],
    ['open', channel],
  ] as const) {
    await solveAndSave(workspace, words[source], [fixes[source], 'that fixed it'], place.id);
  }
}, 60_000);
afterAll(() => workspace.stop());

/** All that a person is shown for a command; '' is not possible. */
async function ephemeralTo(user: string, channel: string, text: string): Promise<string> {
  const { slack } = workspace;
  const before = slack.ephemerals(user).length;
  await slack.command({ channel, user, text: `/precedent ${text}` });
  const answer = await slack.waitFor(() => slack.ephemerals(user)[before], 'an answer', 10_000);
  return `${answer.text} ${JSON.stringify(answer.blocks)}`;
}

/** Which of the three the person gets to see there. */
async function found(user: string, channel: string): Promise<Source[]> {
  const seen: Source[] = [];
  for (const source of ['closed', 'shared', 'open'] as const) {
    const [, word = ''] = / (\w+) (?:lease|cursor|poller)$/.exec(fixes[source]) ?? [];
    if ((await ephemeralTo(user, channel, words[source])).includes(word)) seen.push(source);
  }
  return seen;
}

async function home(user: string): Promise<string> {
  const { slack, settled } = workspace;
  const published = slack.calls('views.publish').length;
  await slack.openHome(user);
  await slack.waitFor(() => slack.calls('views.publish')[published], 'the App Home', 10_000);
  await settled();
  return JSON.stringify(slack.home(user)?.view.blocks);
}

/** What the bot says in the channel to an incident with these words; '' for silence. */
async function answered(channel: string, text: string): Promise<string> {
  const { slack, ana, settled } = workspace;
  const posted = await slack.say({ channel, user: ana.id, text });
  await settled();
  const ours = slack.thread(channel, posted.ts).filter((message) => message.bot_id === slack.botId);
  return ours.map((message) => JSON.stringify(message)).join('');
}

describe('answers in a channel', () => {
  it('know what public channels taught and what the channel itself did, nothing else', async () => {
    const { channel } = workspace;
    expect(await answered(closed.id, words.closed)).toContain('obsidian');
    expect(await answered(closed.id, words.open)).toContain('granite');
    expect(await answered(closed.id, words.shared)).toBe('');
    expect(await answered(channel.id, words.closed)).toBe('');
    expect(await answered(channel.id, words.shared)).toBe('');
  });

  it('know only its own where another company reads along', async () => {
    expect(await answered(shared.id, words.shared)).toContain('walnut');
    expect(await answered(shared.id, words.open)).toBe('');
    expect(await answered(shared.id, words.closed)).toBe('');
  });
});

describe('what one person is shown', () => {
  it('is what their channels taught, wherever they ask', async () => {
    const { slack, ana, channel } = workspace;
    const elsewhere = slack.addChannel({ name: 'tea', members: [ana.id] });
    expect(await found(ana.id, channel.id)).toEqual(['closed', 'shared', 'open']);
    expect(await found(ana.id, ana.id)).toEqual(['closed', 'shared', 'open']);
    expect(await found(ana.id, elsewhere.id)).toEqual(['closed', 'shared', 'open']);
    expect(await found(outside.id, channel.id)).toEqual(['shared', 'open']);
    expect(await found(outside.id, outside.id)).toEqual(['shared', 'open']);
  });

  it('is only the channel’s own where another company reads along', async () => {
    expect(await found(workspace.ana.id, shared.id)).toEqual(['shared']);
  });

  it('is nothing from elsewhere for a guest: not in find, trends, drafts or Home', async () => {
    const { slack, ana, channel, settled } = workspace;
    const room = slack.addChannel({ name: 'guests', members: [slack.botUserId, ana.id, guest.id] });
    expect(await found(guest.id, room.id)).toEqual([]);
    expect(await found(guest.id, guest.id)).toEqual([]);
    const { ts } = await discuss(workspace, 'drafty trouble in prod', ['restarted it', 'that fixed it']);
    await resolveAndDraft(workspace, ts);
    await settled();
    expect(await ephemeralTo(outside.id, room.id, 'drafts')).toContain('drafty');
    for (const command of ['drafts', 'trends']) {
      const posted = await ephemeralTo(guest.id, room.id, command);
      expect(posted).not.toMatch(/drafty|telescope|#incidents/);
      expect(posted).not.toContain(channel.id);
    }
    const seen = await home(guest.id);
    expect(seen).not.toMatch(/drafty|telescope|incidents\b.*–/);
    expect(seen).not.toContain(channel.id);
  });

  it('is nothing of other public channels in the trends of a shared channel that nobody watches', async () => {
    const { slack, ana, channel } = workspace;
    const room = slack.addChannel({
      name: 'other-partner',
      isExtShared: true,
      members: [slack.botUserId, ana.id],
    });
    expect(await ephemeralTo(ana.id, room.id, 'trends')).not.toContain(channel.id);
  });

  it('keeps a private channel out of Home, trends and drafts of who is not in it', async () => {
    const { slack, ana, channel, settled } = workspace;
    const { ts } = await discuss(
      workspace,
      'quartz signer fails in prod',
      ['restarted it', 'that fixed it'],
      closed.id,
    );
    await resolveAndDraft(workspace, ts, closed.id);
    await settled();
    const hidden = new RegExp(`quartz|obsidian|${closed.id}|payments-secret`);
    expect(await home(outside.id)).not.toMatch(hidden);
    expect(await home(ana.id)).toMatch(/quartz/);
    for (const command of ['drafts', 'trends']) {
      expect(await ephemeralTo(outside.id, channel.id, command)).not.toMatch(hidden);
      expect(await ephemeralTo(outside.id, outside.id, command)).not.toMatch(hidden);
    }
    expect(await ephemeralTo(ana.id, channel.id, 'drafts')).toMatch(/quartz/);
    expect(slack.history(channel.id).some((message) => hidden.test(JSON.stringify(message)))).toBe(false);
  });

  it('ends with their membership', async () => {
    const { slack, joon, channel } = workspace;
    expect(await found(joon.id, channel.id)).toContain('closed');
    slack.leave(closed.id, joon.id);
    expect(await found(joon.id, channel.id)).not.toContain('closed');
  });

  it('lets a guest edit the draft of the channel they are in', async () => {
    const { slack, ana, settled } = workspace;
    const room = slack.addChannel({
      name: 'guest-ops',
      members: [slack.botUserId, ana.id, guest.id, workspace.joon.id],
    });
    await slack.command({ channel: room.id, user: ana.id, text: '/precedent watch incidents' });
    await settled();
    const { ts } = await discuss(
      workspace,
      'guest wifi down',
      ['rebooted the router', 'that fixed it'],
      room.id,
    );
    const draft = await resolveAndDraft(workspace, ts, room.id);
    await settled();
    await slack.press({ channel: room.id, ts: draft.ts, user: guest.id, actionId: 'edit_draft' });
    const form = await slack.waitFor(() => slack.modal(guest.id), 'the form', 10_000);
    await slack.submitView({
      viewId: form.id,
      user: guest.id,
      state: { title: { value: { type: 'plain_text_input', value: 'Wifi of guests' } } },
    });
    expect(slack.modal(guest.id)).toBeUndefined();
    expect((await solutionOf(workspace, ts, room.id))?.content.title).toBe('Wifi of guests');
  });
});

describe('when Slack does not tell', () => {
  it('shows nothing private to a person whose membership is unknown', async () => {
    const { slack, ana, channel } = workspace;
    for (const error of ['fetch_members_failed', 'channel_not_found', 'internal_error']) {
      laterMs += 5 * 60_000;
      slack.arm({ kind: 'api-error', method: 'conversations.members', error, times: 2 });
      expect(await ephemeralTo(ana.id, channel.id, words.closed), error).not.toContain('obsidian');
    }
    expect(await ephemeralTo(ana.id, channel.id, words.closed)).toContain('obsidian');
  });

  it('treats a person whom it does not know as a guest', async () => {
    const { slack, ana, channel } = workspace;
    const room = slack.addChannel({ name: 'unknowns', members: [slack.botUserId, ana.id] });
    for (const text of [words.closed, words.open]) {
      slack.arm({ kind: 'api-error', method: 'users.info', error: 'user_not_found' });
      expect(await ephemeralTo(ana.id, room.id, text)).not.toMatch(/obsidian|granite/);
    }
    slack.arm({ kind: 'api-error', method: 'users.info', error: 'user_not_found' });
    expect(await ephemeralTo(ana.id, room.id, 'trends')).not.toContain(channel.id);
    slack.arm({ kind: 'api-error', method: 'users.info', error: 'user_not_found', times: 2 });
    expect(await home(ana.id)).not.toMatch(/quartz|telescope/);
  });

  it('shows no more than the person’s own where the place is unknown', async () => {
    const { slack } = workspace;
    slack.arm({ kind: 'api-error', method: 'conversations.info', error: 'channel_not_found' });
    expect(await ephemeralTo(outside.id, workspace.channel.id, words.closed)).not.toContain('obsidian');
  });
});

describe('a channel that changes', () => {
  it('keeps for itself what it taught, from the moment it is shared', async () => {
    const { slack, ana, channel } = workspace;
    const members = [slack.botUserId, ana.id, workspace.joon.id];
    const team = slack.addChannel({ name: 'team-search', members });
    await slack.command({ channel: team.id, user: ana.id, text: '/precedent watch incidents' });
    await workspace.settled();
    await solveAndSave(
      workspace,
      'mammoth index rebuild stalls',
      ['raised the cobalt quota', 'that fixed it'],
      team.id,
    );
    expect(await ephemeralTo(outside.id, channel.id, 'mammoth index rebuild stalls')).toContain('cobalt');
    slack.share(team.id, true);
    await workspace.settled();
    expect(await ephemeralTo(outside.id, channel.id, 'mammoth index rebuild stalls')).not.toContain('cobalt');
    expect(await answered(channel.id, 'mammoth index rebuild stalls')).toBe('');
    expect(await answered(team.id, 'mammoth index rebuild stalls')).toContain('cobalt');
    expect(await answered(team.id, words.open)).toBe('');
  });

  it('keeps it for itself also when it was shared while nobody watched', async () => {
    const { slack, ana, channel, settled } = workspace;
    const members = [slack.botUserId, ana.id, workspace.joon.id];
    const team = slack.addChannel({ name: 'team-mail', members });
    const command = (text: string) => slack.command({ channel: team.id, user: ana.id, text });
    await command('/precedent watch incidents');
    await settled();
    await solveAndSave(
      workspace,
      'heron relay bounces mail',
      ['renewed the indigo key', 'that fixed it'],
      team.id,
    );
    await ephemeralTo(ana.id, team.id, 'unwatch');
    slack.share(team.id, true);
    await command('/precedent watch incidents');
    await settled();
    expect(await ephemeralTo(outside.id, channel.id, 'heron relay bounces mail')).not.toContain('indigo');
    expect(await answered(team.id, 'heron relay bounces mail')).toContain('indigo');
  });

  it('still keeps what a private channel taught after it is no longer watched', async () => {
    const { slack, ana, channel } = workspace;
    await slack.command({ channel: closed.id, user: ana.id, text: '/precedent unwatch' });
    expect(await found(outside.id, channel.id)).not.toContain('closed');
    expect(await found(ana.id, closed.id)).toContain('closed');
  });
});
