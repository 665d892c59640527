import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemberships } from '../../../src/slack/gateway/memberships.ts';

/** Slack's word on a channel, which a test changes, counts and holds back. */
function slackWith(members: string[]) {
  const state = { members: new Set<string>(members), calls: 0, refuses: false };
  let gate: Promise<void> = Promise.resolve();
  let now = 0;
  const memberships = createMemberships(
    async () => {
      state.calls += 1;
      const answer = state.refuses ? null : new Set(state.members);
      await gate;
      return answer;
    },
    () => now,
  );
  return {
    state,
    memberships,
    pass: (ms: number) => {
      now += ms;
    },
    /** Answers wait until the returned function is called. */
    hold: () => {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
}

const minutes = 60_000;

describe('who is in a channel', () => {
  it('is asked once for everybody, and again after some minutes', async () => {
    const { state, memberships, pass } = slackWith(['U1']);
    const asked = ['U1', 'U2', 'U1'].map((user) => memberships.isMember('C1', user));
    expect(await Promise.all(asked)).toEqual([true, false, true]);
    expect(await memberships.isMember('C1', 'U1')).toBe(true);
    expect(state.calls).toBe(1);
    pass(10 * minutes);
    state.members.delete('U1');
    expect(await memberships.isMember('C1', 'U1')).toBe(false);
    expect(state.calls).toBe(2);
  });

  it('is asked anew where it must be true at this moment, and remembered from then on', async () => {
    const { state, memberships } = slackWith(['U1']);
    await memberships.isMember('C1', 'U1');
    state.members.delete('U1');
    expect(await memberships.isMember('C1', 'U1')).toBe(true);
    expect(await memberships.isMemberNow('C1', 'U1')).toBe(false);
    expect(await memberships.isMember('C1', 'U1')).toBe(false);
    expect(state.calls).toBe(2);
  });

  it('is no longer who left, without a call', async () => {
    const { state, memberships } = slackWith(['U1']);
    await memberships.isMember('C1', 'U1');
    memberships.left('C1', 'U1');
    expect(await memberships.isMember('C1', 'U1')).toBe(false);
    expect(state.calls).toBe(1);
  });

  it('is asked anew when somebody came, whose leaving may have been heard of before', async () => {
    const { state, memberships } = slackWith(['U1']);
    await memberships.isMember('C1', 'U1');
    state.members.add('U2');
    memberships.joined('C1');
    expect(await memberships.isMember('C1', 'U2')).toBe(true);
    state.members.delete('U2');
    memberships.left('C1', 'U2');
    memberships.joined('C1');
    expect(await memberships.isMember('C1', 'U2')).toBe(false);
    expect(state.calls).toBe(3);
  });

  it('is asked anew, too, when somebody came while the answer was on its way', async () => {
    const { state, memberships, hold } = slackWith(['U1']);
    const open = hold();
    const first = memberships.isMember('C1', 'U1');
    state.members.add('U2');
    memberships.joined('C1');
    open();
    expect(await first).toBe(true);
    expect(await memberships.isMember('C1', 'U2')).toBe(true);
  });

  it('is nobody where Slack would not say, and that is not remembered', async () => {
    const { state, memberships } = slackWith(['U1']);
    state.refuses = true;
    expect(await memberships.isMember('C1', 'U1')).toBe(false);
    state.refuses = false;
    expect(await memberships.isMember('C1', 'U1')).toBe(true);
  });

  it('is nobody from the moment the bot left', async () => {
    const { state, memberships } = slackWith(['U1']);
    await memberships.isMember('C1', 'U1');
    memberships.forget('C1');
    state.refuses = true;
    expect(await memberships.isMember('C1', 'U1')).toBe(false);
  });

  it('is what it became, when somebody leaves while the answer is on its way', async () => {
    const { memberships, hold } = slackWith(['U1', 'U2']);
    const open = hold();
    const first = memberships.isMember('C1', 'U1');
    const second = memberships.isMemberNow('C1', 'U1');
    memberships.left('C1', 'U1');
    open();
    expect(await Promise.all([first, second])).toEqual([false, false]);
    expect(await memberships.isMember('C1', 'U1')).toBe(false);
    expect(await memberships.isMember('C1', 'U2')).toBe(true);
  });

  it('agrees with Slack after any course of events, as long as each is heard of', async () => {
    const user = fc.constantFrom('U1', 'U2', 'U3');
    const course = fc.array(
      fc.record({ what: fc.constantFrom('join', 'leave', 'ask', 'ask-now', 'wait'), user }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(course, async (events) => {
        const { state, memberships, pass } = slackWith(['U1']);
        for (const { what, user } of events) {
          if (what === 'wait') pass(2 * minutes);
          if (what === 'join') {
            state.members.add(user);
            memberships.joined('C1');
          }
          if (what === 'leave') {
            state.members.delete(user);
            memberships.left('C1', user);
          }
          const expected = state.members.has(user);
          if (what === 'ask') expect(await memberships.isMember('C1', user)).toBe(expected);
          if (what === 'ask-now') expect(await memberships.isMemberNow('C1', user)).toBe(expected);
        }
      }),
    );
  });

  it('is remembered of so many channels only as fit into memory', async () => {
    const { state, memberships } = slackWith(Array.from({ length: 60_000 }, (_, index) => `U${index}`));
    for (const channel of ['C1', 'C2', 'C3', 'C4']) await memberships.isMember(channel, 'U1');
    await memberships.isMember('C4', 'U1');
    expect(state.calls).toBe(4);
    await memberships.isMember('C1', 'U1');
    expect(state.calls).toBe(5);
  });
});
