import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';
import { decide, hasButton, incidentAt } from './solve-in-thread.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace({ mode: 'alerts' });
});
afterAll(() => workspace.stop());

const started = Date.now() - 24 * 3_600_000;

/** A message of Alertmanager's, so many minutes after the tests' own beginning. */
async function alert(
  state: 'firing' | 'resolved',
  name: string,
  minute: number,
  channel = workspace.channel.id,
): Promise<string> {
  const title = `${state === 'firing' ? '[FIRING:1]' : '[RESOLVED]'} ${name} (prod checkout critical)`;
  const posted = await workspace.slack.botSays({
    channel,
    username: 'Alertmanager',
    attachments: [{ color: state === 'firing' ? 'danger' : 'good', fallback: title, title }],
    at: started + minute * 60_000,
  });
  await workspace.settled();
  return posted.ts;
}

/** An alert that people worked on from one minute to another, and the fix that they saved. */
async function solved(name: string, fix: string, from: number, to: number): Promise<string> {
  const { slack, channel, joon, settled, ours } = workspace;
  const ts = await alert('firing', name, from);
  for (const [index, text] of [fix, 'that fixed it'].entries()) {
    const at = started + (from + 1 + index) * 60_000;
    await slack.say({ channel: channel.id, user: joon.id, text, threadTs: ts, at });
    await settled();
  }
  await alert('resolved', name, to);
  const draft = ours(ts).find((message) => hasButton(message, 'save_draft'));
  await decide(workspace, {
    channel: channel.id,
    ts: draft?.ts ?? '',
    user: joon.id,
    actionId: 'save_draft',
  });
  return ts;
}

const linkTo = (ts: string) => `/p${ts.replace('.', '')}|the last time>`;

it('says "again" in one line when an alert returns within the hour, with the thread and the fix of the last time', async () => {
  const { ours } = workspace;
  const first = await solved('RedisPoolExhausted checkout', 'raised REDIS_POOL to 200', 0, 10);
  const second = await alert('firing', 'RedisPoolExhausted checkout', 40);
  const [line, ...more] = ours(second);
  expect(more).toEqual([]);
  expect(line?.text).toMatch(
    /^Again, 30 min after it was resolved the last time\. What helped then: raised REDIS_POOL to 200/i,
  );
  expect(line?.blocks).toHaveLength(1);
  expect(JSON.stringify(line?.blocks)).toContain(linkTo(first));
  const folded = await alert('firing', 'RedisPoolExhausted checkout', 45);
  expect(await incidentAt(workspace, folded)).toBeNull();
  expect(ours(folded)).toEqual([]);
  expect(ours(second)).toHaveLength(1);
});

it('names the fix also the third time, when the alert flaps, and links the time just before', async () => {
  const { ours } = workspace;
  const first = await solved('KafkaConsumerLag billing', 'restarted the billing consumers', 100, 110);
  const second = await alert('firing', 'KafkaConsumerLag billing', 115);
  await alert('resolved', 'KafkaConsumerLag billing', 116);
  const third = await alert('firing', 'KafkaConsumerLag billing', 130);
  expect(ours(third)).toHaveLength(1);
  expect(ours(third)[0]?.text).toMatch(/^Again, 14 min after .*: restarted the billing consumers/i);
  expect(JSON.stringify(ours(third)[0]?.blocks)).toContain(linkTo(second));
  expect(JSON.stringify(ours(third)[0]?.blocks)).not.toContain(linkTo(first));
});

it('forgets the fix of the last time in that line, too, when its words are deleted', async () => {
  const { slack, channel, ours, settled } = workspace;
  const first = await solved('QueueStuck mailer', 'flushed the cormorant queue', 150, 160);
  const again = await alert('firing', 'QueueStuck mailer', 170);
  expect(ours(again)[0]?.text).toMatch(/cormorant/);
  for (const { ts, user } of slack.thread(channel.id, first).slice(1)) {
    if (user === workspace.joon.id) await slack.delete(channel.id, ts);
  }
  await settled();
  expect(ours(again)[0]?.text).toMatch(/^Again, /);
  expect(JSON.stringify(ours(again))).not.toMatch(/cormorant/);
});

it('answers in full once the hour is over', async () => {
  const { ours } = workspace;
  await solved('CertificateExpired gateway', 'renewed the certificate of the gateway', 200, 210);
  const later = await alert('firing', 'CertificateExpired gateway', 271);
  expect(ours(later)).toHaveLength(1);
  expect(ours(later)[0]?.text).not.toMatch(/^Again/);
  expect(JSON.stringify(ours(later)[0]?.blocks)).toContain('precedent_feedback');
});

it('says "again" without a fix where none is known, and nothing about another alert or another channel', async () => {
  const { slack, ana, ours } = workspace;
  const first = await alert('firing', 'ProbeFailed status-page', 300);
  await alert('resolved', 'ProbeFailed status-page', 301);
  const again = await alert('firing', 'ProbeFailed status-page', 301.5);
  expect(ours(first)).toEqual([]);
  expect(ours(again).map(({ text }) => text)).toEqual(['Again, right after it was resolved the last time.']);
  const other = await alert('firing', 'ProbeFailed help-centre', 302);
  expect(ours(other)).toEqual([]);
  const elsewhere = slack.addChannel({ name: 'elsewhere', members: [slack.botUserId, ana.id] });
  await slack.command({ channel: elsewhere.id, user: ana.id, text: '/precedent watch alerts' });
  await workspace.settled();
  await alert('resolved', 'ProbeFailed status-page', 303);
  const there = await alert('firing', 'ProbeFailed status-page', 304, elsewhere.id);
  expect(slack.thread(elsewhere.id, there).filter(({ bot_id }) => bot_id === slack.botId)).toEqual([]);
});

it('gives the whole answer in place of the line to a person who asks', async () => {
  const { slack, channel, ana, settled, ours } = workspace;
  await solved('DiskFull search', 'deleted the old indices of search', 400, 410);
  const again = await alert('firing', 'DiskFull search', 420);
  expect(ours(again)[0]?.text).toMatch(/^Again/);
  await slack.say({
    channel: channel.id,
    user: ana.id,
    text: `<@${slack.botUserId}> what was it?`,
    threadTs: again,
    at: started + 421 * 60_000,
  });
  await settled();
  expect(ours(again)).toHaveLength(1);
  expect(ours(again)[0]?.text).toMatch(
    /^(?:Very likely|Probably|Possibly) the same as .*Fix: deleted the old indices/i,
  );
});
