import { afterAll, beforeAll, expect, it } from 'vitest';
import { enqueueTonight } from '../../src/jobs/ticks.ts';
import type { JudgedPrecedent } from '../../src/library/match-correction.ts';
import { addMark } from '../../src/store/precedents/feedback.ts';
import { judgedPrecedents, readFit } from '../../src/store/precedents/match-corrections.ts';
import { precedentsOf, savePrecedents } from '../../src/store/precedents/precedents.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { addIncident, minute } from '../store/sample-rows.ts';
import { solutionOf, solveAndSave } from './solve-in-thread.ts';

let now = new Date();
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace({ now: () => now });
});
afterAll(() => workspace.stop());

const problem =
  'checkout is down in prod: payments time out, `JedisConnectionException: no resource from the pool`';

/** Sixty more incidents of the past, where a fix of the same service worked and one of another did not. */
async function addPastVerdicts(solutionId: string, { shown }: JudgedPrecedent): Promise<void> {
  const { workspaceId, store } = workspace.bot;
  for (let at = 0; at < 60; at += 1) {
    const incidentId = `inc_past_${at}`;
    const isSame = at % 3 === 0;
    await addIncident(store.db, { workspaceId, id: incidentId, channelId: 'C9', status: 'abandoned' });
    const signals = { ...shown, service: isSame ? 1 : -1 };
    const precedent = { solutionId, rank: 1, confidence: 0.9, why: [], signals };
    await savePrecedents({ db: store.db, workspaceId }, incidentId, [precedent], minute(0));
    const verdict = isSame ? 'worked' : 'failed';
    const mark = { workspaceId, incidentId, solutionId, userId: 'U1', mark: 'button' };
    await addMark(store.db, { ...mark, verdict, at: minute(1) });
  }
}

it('keeps what spoke for an answer, and overnight weighs it by the team’s verdicts', async () => {
  const { bot, slack, channel, ana, joon, answerIn, settled } = workspace;
  const { workspaceId } = bot;
  const { db } = bot.store;
  const refit = () => enqueueTonight(bot.ctx, 'refit-matching');
  const { ts } = await solveAndSave(workspace, problem, [
    'raising the pool to 200: `kubectl set env deploy/checkout REDIS_POOL_MAX=200`',
    'that did it, payments are back',
  ]);
  const solutionId = (await solutionOf(workspace, ts))?.id ?? '';
  const again = await slack.say({ channel: channel.id, user: joon.id, text: problem });
  const answer = await answerIn(again.ts, 'the answer');
  await slack.react({ channel: channel.id, ts: answer.ts, user: ana.id, name: 'white_check_mark' });
  await settled();
  const [real] = await judgedPrecedents({ db, workspaceId });
  if (real === undefined) throw new Error('the verdict was not kept with its signals');
  expect(real.worked).toBe(true);
  expect(Object.keys(real.shown)).toEqual(expect.arrayContaining(['alike', 'service', 'library', 'lead']));
  const [shownPrecedent] = await precedentsOf({ db, workspaceId }, real.incidentId);
  expect(shownPrecedent?.confidence).toBeCloseTo(1 / (1 + Math.exp(-real.shown.logOdds)), 5);

  await refit();
  await settled();
  expect(await readFit({ db, workspaceId })).toMatchObject({
    correction: null,
    labelled: 1,
    lossDefault: null,
  });

  await addPastVerdicts(solutionId, real);
  // The day's fit was made; the next is tomorrow's, however many replicas tick.
  await refit();
  await settled();
  expect((await readFit({ db, workspaceId }))?.labelled).toBe(1);
  now = new Date(now.getTime() + 86_400_000);
  await Promise.all([refit(), refit(), refit()]);
  await settled();
  const fit = await readFit({ db, workspaceId });
  expect(fit?.labelled).toBe(61);
  expect(fit?.lossCorrected).toBeLessThan(fit?.lossDefault ?? 0);
  expect(fit?.correction?.service).toBeGreaterThan(0.3);
});
