import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MatchCorrection } from '../../src/library/match-correction.ts';
import type { SlackSim } from '../../src/playground/slack-sim/slack-sim.ts';
import { startSlackSim } from '../../src/playground/slack-sim/start-slack-sim.ts';
import { changeChannel, watchChannel } from '../../src/store/channels/channels.ts';
import { openStore } from '../../src/store/connection/open.ts';
import { saveFit } from '../../src/store/precedents/match-corrections.ts';
import { saveWorkspace } from '../../src/store/workspaces/workspaces.ts';
import { errorOf, messageOf } from '../capture/model/claude-server.ts';
import { startEmbeddingServer } from '../embed/embedding-server.ts';
import { newPrecedent, type Precedent, writeFiles } from './run-precedent.ts';
import { smallExport } from './small-export.ts';

let precedent: Precedent;
let slack: SlackSim;
beforeAll(async () => {
  precedent = await newPrecedent();
  slack = await startSlackSim({ teamName: 'Acme' });
}, 60_000);
afterAll(async () => {
  await slack.stop();
  await precedent.remove();
});

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A Messages API that gives one answer. */
async function claude(answer: { status?: number; body: unknown }): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', 'retry-after-ms': '1' });
    response.end(JSON.stringify(answer.body));
  });
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

type Checks = { ok: boolean; checks: { name: string; ok: boolean; detail: string }[] };

async function doctor(env: Record<string, string>) {
  const ran = await precedent.run(['doctor', '--json'], { env });
  expect(ran.stderr).not.toMatch(/^\s+at /m);
  const report = JSON.parse(ran.stdout) as Checks;
  expect(ran.code).toBe(report.ok ? 0 : 1);
  return {
    ...report,
    stderr: ran.stderr,
    of: (name: string) => report.checks.find((check) => check.name === name),
  };
}

const well = () => ({
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
});

describe('precedent doctor', () => {
  it('is content when all is well', async () => {
    const report = await doctor(well());
    expect(report.ok).toBe(true);
    expect(report.checks.map((check) => check.name)).toEqual([
      'bot token',
      'scopes',
      'app token',
      'database',
      'pgvector',
      'embeddings',
      'matching',
      'channels',
      'embedder',
      'redaction',
      'model',
    ]);
    expect(report.of('bot token')?.detail).toContain('Acme');
    expect(report.of('database')?.detail).toMatch(/^embedded, PostgreSQL \d+/);
    expect(report.stderr).toBe('');
    const words = await precedent.run(['doctor'], { env: well() });
    expect(words.stdout.trimEnd().split('\n')).toHaveLength(11);
    expect(words.stdout).toMatch(/^ok {3}bot token: /);
  });

  it('says what to do about a bot token that Slack refuses', async () => {
    const report = await doctor({ ...well(), SLACK_BOT_TOKEN: 'xoxb-wrong' });
    expect(report.of('bot token')).toMatchObject({ ok: false });
    expect(report.of('bot token')?.detail).toContain('invalid_auth');
    expect(report.of('app token')?.ok).toBe(true);
    expect(JSON.stringify(report)).not.toContain('xoxb-wrong');
    expect(report.stderr).toBe('precedent: 1 of 10 checks failed: bot token.\n');
  });

  it('says what to do about an app token that opens no socket', async () => {
    const report = await doctor({ ...well(), SLACK_APP_TOKEN: slack.botToken });
    expect(report.of('app token')?.ok).toBe(false);
    expect(report.of('app token')?.detail).toContain('connections:write');
  });

  it('names the scopes that are missing', async () => {
    const poor = await startSlackSim({ scopes: ['chat:write', 'commands', 'channels:history'] });
    try {
      const report = await doctor({ ...well(), SLACK_API_URL: poor.apiUrl });
      expect(report.of('scopes')?.ok).toBe(false);
      expect(report.of('scopes')?.detail).toContain(
        'missing app_mentions:read, channels:read, groups:history',
      );
      expect(report.of('scopes')?.detail).not.toContain('chat:write');
    } finally {
      await poor.stop();
    }
  });

  it('says how sure the bot must be in which channel, and where it saves without asking', async () => {
    expect((await doctor(well())).of('channels')?.detail).toMatch(/^none is watched yet/);
    const own = await newPrecedent();
    try {
      const store = await openStore({ folder: join(own.folder, 'data') });
      const ids = { workspaceId: 'T1', channelId: 'C1' };
      const names = { name: 'Acme', url: 'https://acme.example/', botUserId: 'U0', botId: 'B0' };
      await saveWorkspace(store.db, { workspaceId: 'T1', ...names }, new Date());
      await watchChannel(
        store.db,
        { ...ids, name: 'ops', isPrivate: false, isExtShared: false, mode: 'mixed' },
        { userId: 'U1', at: new Date() },
      );
      await changeChannel({ db: store.db, workspaceId: 'T1' }, 'C1', {
        answerSensitivity: 'quiet',
        autoSave: true,
      });
      await store.close();
      const ran = await own.run(['doctor', '--json'], { env: { PRECEDENT_THRESHOLD: '0.9' } });
      const { checks } = JSON.parse(ran.stdout) as Checks;
      expect(checks.find((check) => check.name === 'channels')?.detail).toBe(
        '#ops (quiet, answers from 0.9, saves without asking)',
      );
    } finally {
      await own.remove();
    }
  });

  it('says whether the team’s verdicts weigh in, and what that is worth', async () => {
    expect((await doctor(well())).of('matching')?.detail).toBe('default weights; 0 of 40 verdicts');
    const own = await newPrecedent();
    try {
      const save = async (correction: MatchCorrection | null) => {
        const store = await openStore({ folder: join(own.folder, 'data') });
        const names = { name: 'Acme', url: 'https://acme.example/', botUserId: 'U0', botId: 'B0' };
        await saveWorkspace(store.db, { workspaceId: 'T1', ...names }, new Date());
        const fit = { correction, labelled: 123, lossDefault: 0.48, lossCorrected: 0.41 };
        await saveFit({ db: store.db, workspaceId: 'T1' }, fit, new Date());
        await store.close();
        const ran = await own.run(['doctor', '--json'], { env: {} });
        return (JSON.parse(ran.stdout) as Checks).checks.find((check) => check.name === 'matching')?.detail;
      };
      const none = { bias: 0, logOdds: 0, signatures: 0, service: 0, environment: 0, recent: 0, meaning: 0 };
      const against = 'held-back log loss .41 against .48';
      expect(await save({ ...none, effective: 1 })).toBe(`fitted on 123 verdicts, ${against}`);
      expect(await save(null)).toBe(`default weights; fitted on 123 verdicts: not surely better, ${against}`);
    } finally {
      await own.remove();
    }
  });

  it('says what is not set at all', async () => {
    const report = await doctor({});
    expect(report.of('bot token')?.detail).toContain('SLACK_BOT_TOKEN is not set');
    expect(report.of('way in')?.detail).toContain('SLACK_APP_TOKEN');
    const http = await doctor({ SLACK_SIGNING_SECRET: 'secret-of-slack' });
    expect(http.of('signing secret')?.ok).toBe(true);
    expect(JSON.stringify(http)).not.toContain('secret-of-slack');
  });

  it('says when no database answers, and goes on with the rest', async () => {
    const report = await doctor({ ...well(), DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:9/p' });
    expect(report.of('database')).toMatchObject({ ok: false });
    expect(report.of('database')?.detail).toContain('No database answers at 127.0.0.1:9/p');
    expect(report.of('embedder')?.ok).toBe(true);
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  it('asks the embedding service, and says what is wrong with it without its key', async () => {
    const embedding = await startEmbeddingServer();
    try {
      const env = {
        ...well(),
        PRECEDENT_EMBEDDER: 'openai',
        PRECEDENT_EMBEDDER_URL: embedding.url,
        PRECEDENT_EMBEDDER_KEY: 'planted-key',
      };
      const good = await doctor(env);
      expect(good.of('embedder')).toMatchObject({
        ok: true,
        detail: 'openai:text-embedding-3-small:8, answers, 8 dimensions',
      });
      embedding.faults = [{ status: 401 }];
      const bad = await doctor(env);
      expect(bad.of('embedder')).toMatchObject({ ok: false });
      expect(bad.of('embedder')?.detail).toContain('PRECEDENT_EMBEDDER_KEY');
      const absent = await doctor({ ...well(), PRECEDENT_EMBEDDER: 'transformers' });
      expect(absent.of('embedder')?.detail).toContain('npm install @huggingface/transformers');
      expect(JSON.stringify([good, bad])).not.toContain('planted-key');
    } finally {
      await embedding.close();
    }
  });

  it('asks Claude, when it is set, and says when the key is wrong', async () => {
    const key = { ANTHROPIC_API_KEY: 'planted-key' };
    const good = await doctor({
      ...well(),
      ...key,
      ANTHROPIC_BASE_URL: await claude(messageOf({ ok: true })),
    });
    expect(good.of('model')).toMatchObject({ ok: true, detail: 'claude-sonnet-5-5 answers' });
    const wrong = await claude(errorOf(401, 'authentication_error'));
    const bad = await doctor({ ...well(), ...key, ANTHROPIC_BASE_URL: wrong });
    expect(bad.of('model')).toMatchObject({ ok: false });
    expect(bad.of('model')?.detail).toContain('ANTHROPIC_API_KEY');
    const away = await doctor({ ...well(), ...key, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9' });
    expect(away.of('model')?.detail).toContain('cannot be reached');
    expect(JSON.stringify([good, bad, away])).not.toContain('planted-key');
  });
});

describe('a library that was imported before any Slack was connected', () => {
  it('is the workspace’s own once a command has its token', async () => {
    const folder = join(precedent.folder, 'export');
    writeFiles(folder, smallExport());
    await precedent.run(['import', folder, '--approve']);
    const ran = await precedent.run(['search', 'checkout returns HTTP 503', '--json'], { env: well() });
    const { precedents } = JSON.parse(ran.stdout) as { precedents: { source: { permalink: string } }[] };
    expect(precedents[0]?.source.permalink).toBe('https://acme.slack.com/archives/C0OPS/p1700086400000101');
  });
});
