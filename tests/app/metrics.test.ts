import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClaudeAnswer, errorOf, messageOf } from '../capture/model/claude-server.ts';
import { startTestWorkspace, type TestWorkspace } from '../setup/start-test-workspace.ts';

/** Stands still: what is counted by the day is counted in one. */
const now = new Date();
let workspace: TestWorkspace;
let claude: Server;
let answerOf: (prompt: string) => ClaudeAnswer = () => errorOf(500, 'api_error');

beforeAll(async () => {
  claude = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const answer = answerOf(body);
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => claude.listen(0, '127.0.0.1', resolve));
  workspace = await startTestWorkspace({
    now: () => now,
    env: {
      ANTHROPIC_API_KEY: 'test-key',
      ANTHROPIC_BASE_URL: `http://127.0.0.1:${(claude.address() as AddressInfo).port}`,
      PRECEDENT_MODEL_DAILY_TOKENS: '100000',
      PRECEDENT_MODEL_MATCHING: 'on',
    },
  });
});
afterAll(async () => {
  await workspace.stop();
  await new Promise((done) => claude.close(done));
});

/** The samples by name and labels. */
async function metrics(): Promise<Map<string, number>> {
  // What was asked a moment ago is given again.
  await new Promise((done) => setTimeout(done, 1_100));
  const response = await fetch(`${workspace.bot.healthUrl}/metrics`);
  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  const text = await response.text();
  expect(text).not.toMatch(/redis|checkout|incidents"|C0|U0/);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

async function report(text: string) {
  const { slack, channel, ana, settled } = workspace;
  const root = await slack.say({ channel: channel.id, user: ana.id, text });
  await settled();
  return root;
}

describe('a workspace with a model that may reconsider', () => {
  it('counts what is taught, searched, posted and spent', async () => {
    const { slack, channel, ana, settled, ours } = workspace;
    const root = await report('checkout redis connection pool exhausted, payments time out');
    await slack.say({ channel: channel.id, user: ana.id, text: 'raised the pool to 200', threadTs: root.ts });
    await slack.say({ channel: channel.id, user: ana.id, text: 'that fixed it', threadTs: root.ts });
    await slack.react({ channel: channel.id, ts: root.ts, user: ana.id, name: 'white_check_mark' });
    await settled();
    const before = await metrics();
    expect(before.get('precedent_drafts{state="made"}')).toBe(1);
    expect(before.get('precedent_drafts{state="saved"}')).toBe(0);
    expect(before.get('precedent_incidents{answer="silent"}')).toBe(1);
    expect(before.get('precedent_model_tokens_limit')).toBe(100_000);
    expect(before.get('precedent_model_failures_today{purpose="capture"}')).toBe(1);
    expect(before.get('precedent_model_tokens_today{purpose="capture",kind="input"}')).toBe(0);

    const draft = ours(root.ts)[0];
    await slack.press({ channel: channel.id, ts: draft?.ts ?? '', user: ana.id, actionId: 'save_draft' });
    await settled();
    answerOf = (body) =>
      messageOf(
        body.includes('<candidates>')
          ? { verdicts: [{ candidate: 'c1', verdict: 'same' }] }
          : { title: 'checkout connection pool exhausted', symptoms: 'payments time out' },
      );
    const second = await report('payments are stuck and every page hangs');
    expect(JSON.stringify(ours(second.ts).map((message) => message.blocks))).toContain('pool to 200');
    const after = await metrics();
    expect(after.get('precedent_drafts{state="saved"}')).toBe(1);
    expect(after.get('precedent_incidents{answer="posted"}')).toBe(1);
    expect(after.get('precedent_model_calls_today{purpose="matching"}')).toBeGreaterThanOrEqual(2);
    expect(
      after.get('precedent_model_tokens_today{purpose="matching",kind="output"}'),
    ).toBeGreaterThanOrEqual(400);
    expect(after.get('precedent_model_tokens_reserved{purpose="matching"}')).toBe(0);
    expect(after.get('precedent_outbox_waiting')).toBe(0);
    expect(after.get('precedent_inbox_waiting')).toBe(0);
    expect(after.get('precedent_search_seconds_count')).toBeGreaterThan(2);
    expect(after.get('precedent_search_seconds_bucket{le="+Inf"}')).toBe(
      after.get('precedent_search_seconds_count'),
    );
  });
});
