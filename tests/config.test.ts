import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { PrecedentError } from '../src/errors.ts';

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(PrecedentError);
    if (!(error instanceof PrecedentError)) throw error;
    expect(error.code).toBe('config');
    return error.message;
  }
  throw new Error('it was accepted');
}

const names = [
  'DATABASE_URL',
  'PRECEDENT_DATA',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'PORT',
  'PRECEDENT_HEALTH_PORT',
  'PRECEDENT_THRESHOLD',
  'PRECEDENT_DIGEST_CRON',
  'PRECEDENT_TZ',
  'PRECEDENT_REDACT_FILE',
  'PRECEDENT_MODEL',
  'PRECEDENT_EMBEDDER',
  'PRECEDENT_EMBEDDER_URL',
  'PRECEDENT_EMBEDDER_KEY',
  'PRECEDENT_EMBEDDER_MODEL',
  'PRECEDENT_EMBEDDER_DIMENSIONS',
  'PRECEDENT_EMBEDDER_QUERY_PREFIX',
  'PRECEDENT_EMBEDDER_DOCUMENT_PREFIX',
  'PRECEDENT_MODEL_DAILY_TOKENS',
  'PRECEDENT_MODEL_MATCHING',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_BASE_URL',
  'LOG_LEVEL',
];

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      database: { folder: './data' },
      slack: { botToken: null, appToken: null, signingSecret: null, apiUrl: null, port: 3000 },
      healthPort: 9090,
      threshold: 0.65,
      backfillCallsPerMinute: 40,
      digestCron: '0 9 * * 1',
      timeZone: 'UTC',
      embedder: {
        kind: 'semantic',
        service: null,
        model: null,
        dimensions: null,
        prefixes: { query: '', document: '' },
      },
      redactFile: null,
      modelDailyTokens: 500_000,
      modelMatching: false,
      claude: null,
      logLevel: 'info',
    });
  });

  it.each(['', ' ', '\t \n'])('takes %j for unset, whichever the setting', (empty) => {
    expect(readConfig(Object.fromEntries(names.map((name) => [name, empty])))).toEqual(readConfig({}));
  });

  it('takes what is set, without the space around it', () => {
    const config = readConfig({
      DATABASE_URL: ' postgres://db/p ',
      SLACK_BOT_TOKEN: 'xoxb-1\n',
      SLACK_API_URL: 'http://127.0.0.1:4000/api/',
      PORT: '0',
      PRECEDENT_THRESHOLD: '0.7',
      PRECEDENT_TZ: 'Europe/Berlin',
      PRECEDENT_DIGEST_CRON: '30 8 * * 5',
      PRECEDENT_REDACT_FILE: './redact.json',
      ANTHROPIC_API_KEY: 'key',
      PRECEDENT_MODEL: 'claude-haiku-5-5',
      LOG_LEVEL: 'debug',
    });
    expect(config).toMatchObject({
      database: { databaseUrl: 'postgres://db/p' },
      slack: { botToken: 'xoxb-1', apiUrl: 'http://127.0.0.1:4000/api/', port: 0 },
      threshold: 0.7,
      timeZone: 'Europe/Berlin',
      redactFile: './redact.json',
      digestCron: '30 8 * * 5',
      claude: { apiKey: 'key', baseUrl: null, model: 'claude-haiku-5-5' },
      logLevel: 'debug',
    });
  });

  it.each([
    ['PORT', 'hunter2'],
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['PRECEDENT_HEALTH_PORT', '-1'],
    ['PRECEDENT_THRESHOLD', '1.5'],
    ['PRECEDENT_THRESHOLD', 'half'],
    ['PRECEDENT_TZ', 'Mars/Base'],
    ['PRECEDENT_DIGEST_CRON', 'hunter2'],
    ['PRECEDENT_DIGEST_CRON', '7 * * 2'],
    ['PRECEDENT_DIGEST_CRON', '99 9 * * 1'],
    ['PRECEDENT_MODEL_DAILY_TOKENS', 'hunter2'],
    ['PRECEDENT_MODEL_MATCHING', 'hunter2'],
    ['LOG_LEVEL', 'hunter2'],
    ['SLACK_API_URL', 'hunter2'],
    ['ANTHROPIC_BASE_URL', 'file:///hunter2'],
    ['PRECEDENT_EMBEDDER', 'hunter2'],
    ['PRECEDENT_EMBEDDER_URL', 'hunter2'],
    ['PRECEDENT_EMBEDDER_DIMENSIONS', '4001'],
  ])('names %s when it is %s, and does not repeat the value', (name, value) => {
    const message = refusal({ [name]: value });
    expect(message).toContain(name);
    expect(message).not.toContain(value);
    expect(message).not.toContain('\n');
  });

  it('takes an embedding service by its address or its key, and says when neither is there', () => {
    expect(refusal({ PRECEDENT_EMBEDDER: 'openai' })).toContain('PRECEDENT_EMBEDDER_KEY');
    const key = { PRECEDENT_EMBEDDER: 'openai', PRECEDENT_EMBEDDER_KEY: 'key' };
    expect(readConfig(key).embedder.service).toEqual({
      baseUrl: 'https://api.openai.com/v1',
      apiKey: 'key',
    });
    const local = {
      PRECEDENT_EMBEDDER_URL: 'http://127.0.0.1:11434/v1',
      PRECEDENT_EMBEDDER_DIMENSIONS: '256',
    };
    expect(readConfig(local).embedder).toMatchObject({
      service: { baseUrl: 'http://127.0.0.1:11434/v1', apiKey: null },
      dimensions: 256,
    });
  });

  it('keeps the space that belongs to a prefix', () => {
    const { prefixes } = readConfig({ PRECEDENT_EMBEDDER_QUERY_PREFIX: 'query: ' }).embedder;
    expect(prefixes).toEqual({ query: 'query: ', document: '' });
  });

  it('never repeats a value, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ minLength: 12, unit: 'binary' }), (name, value) => {
        try {
          readConfig({ [name]: value });
        } catch (error) {
          expect(error).toBeInstanceOf(PrecedentError);
          expect(String(error)).not.toContain(value);
          expect(String(error)).toContain(name);
        }
      }),
      { numRuns: 500 },
    );
  });
});
