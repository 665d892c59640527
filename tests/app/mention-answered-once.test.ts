import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { incidentAt } from './solve-in-thread.ts';

const modes = ['incidents', 'alerts', 'mixed'] as const;

/** What is said to the bot, and in which modes that is an incident. */
const mentions: readonly [string, readonly (typeof modes)[number][]][] = [
  ['checkout is down', ['incidents', 'mixed']],
  ['payments return 503 in prod for 10.1.2.3', ['incidents', 'mixed']],
  ['what do you know of the office plants', ['incidents']],
  ['help', []],
  ['', []],
];

describe.each(modes)('a mention in a channel of mode %s', (mode) => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await startTestWorkspace({ mode });
  });
  afterAll(() => workspace.stop());

  it.each(mentions)(
    '"@precedent %s" opens an incident or is answered to who asked, never both',
    async (...given) => {
      const [words, opens] = given;
      const { slack, channel, ana, settled } = workspace;
      const before = slack.ephemerals(ana.id).length;
      const text = `<@${slack.botUserId}> ${words}`;
      const { ts } = await slack.say({ channel: channel.id, user: ana.id, text });
      await settled();
      const isIncident = (await incidentAt(workspace, ts)) !== null;
      expect(isIncident).toBe(opens.includes(mode));
      expect(slack.ephemerals(ana.id)).toHaveLength(before + (isIncident ? 0 : 1));
    },
  );
});
