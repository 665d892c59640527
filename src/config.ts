import cron from 'node-cron';
import { z } from 'zod';
import { PrecedentError } from './errors.ts';

/** Empty is unset: `KEY=` in a .env file, and what a compose file passes on. */
const emptyAsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const optional = z.preprocess(emptyAsUnset, z.string().trim().optional());
const withDefault = (value: string) => optional.transform((text) => text ?? value);
const number = (fallback: number, min: number, max: number) =>
  z.preprocess((value) => emptyAsUnset(value) ?? fallback, z.coerce.number().min(min).max(max));
const port = (fallback: number) =>
  z.preprocess((value) => emptyAsUnset(value) ?? fallback, z.coerce.number().int().min(0).max(65_535));
/** Its spaces belong to it: models are trained with `query: ` as it stands. */
const prefix = z.preprocess((value) => emptyAsUnset(value) ?? '', z.string());
const webAddress = z.preprocess(emptyAsUnset, z.url({ protocol: /^https?$/ }).optional());

const environment = z.object({
  DATABASE_URL: optional,
  PRECEDENT_DATA: withDefault('./data'),
  SLACK_BOT_TOKEN: optional,
  SLACK_APP_TOKEN: optional,
  SLACK_SIGNING_SECRET: optional,
  SLACK_API_URL: webAddress,
  PORT: port(3000),
  PRECEDENT_HEALTH_PORT: port(9090),
  PRECEDENT_THRESHOLD: number(0.65, 0.05, 0.99),
  PRECEDENT_HISTORY_PER_MINUTE: number(40, 1, 6_000),
  PRECEDENT_DIGEST_CRON: withDefault('0 9 * * 1'),
  PRECEDENT_TZ: withDefault('UTC'),
  PRECEDENT_REDACT_FILE: optional,
  PRECEDENT_MODEL: optional,
  PRECEDENT_EMBEDDER: withDefault('semantic').pipe(z.enum(['semantic', 'lexical', 'openai', 'transformers'])),
  PRECEDENT_EMBEDDER_URL: webAddress,
  PRECEDENT_EMBEDDER_KEY: optional,
  PRECEDENT_EMBEDDER_MODEL: optional,
  PRECEDENT_EMBEDDER_DIMENSIONS: z.preprocess(
    emptyAsUnset,
    z.coerce.number().int().min(1).max(4_000).optional(),
  ),
  PRECEDENT_EMBEDDER_QUERY_PREFIX: prefix,
  PRECEDENT_EMBEDDER_DOCUMENT_PREFIX: prefix,
  PRECEDENT_MODEL_DAILY_TOKENS: number(500_000, 0, 1_000_000_000),
  PRECEDENT_MODEL_MATCHING: withDefault('off').pipe(z.enum(['on', 'off'])),
  ANTHROPIC_API_KEY: optional,
  ANTHROPIC_BASE_URL: webAddress,
  LOG_LEVEL: withDefault('info').pipe(z.enum(['debug', 'info', 'warn', 'error', 'silent'])),
});

export type EmbedderConfig = {
  kind: 'semantic' | 'lexical' | 'openai' | 'transformers';
  /** Where OpenAI's `/embeddings` is spoken; null when neither it nor a key is set. */
  service: { baseUrl: string; apiKey: string | null } | null;
  /** Null: the provider's default. */
  model: string | null;
  dimensions: number | null;
  prefixes: { query: string; document: string };
};

export type Config = {
  database: { databaseUrl: string } | { folder: string };
  slack: {
    botToken: string | null;
    appToken: string | null;
    signingSecret: string | null;
    apiUrl: string | null;
    port: number;
  };
  healthPort: number;
  threshold: number;
  /** Calls per minute with which a channel's past is read. */
  backfillCallsPerMinute: number;
  digestCron: string;
  timeZone: string;
  embedder: EmbedderConfig;
  /** The team's own redaction rules; null: none. */
  redactFile: string | null;
  /** Input and output together, per workspace and day (UTC). */
  modelDailyTokens: number;
  /** Whether the model, when there is one, may look at an incident again after the first answer. */
  modelMatching: boolean;
  claude: { apiKey: string; baseUrl: string | null; model: string | null } | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

/** Reads the settings of the README's table. Throws PrecedentError('config') that names the setting, never its value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new PrecedentError(
      'config',
      `The setting ${issue?.path.join('.')} is not valid: ${issue?.message}.`,
    );
  }
  const set = read.data;
  checkTimeZone(set.PRECEDENT_TZ);
  checkCron(set.PRECEDENT_DIGEST_CRON);
  return {
    database:
      set.DATABASE_URL === undefined ? { folder: set.PRECEDENT_DATA } : { databaseUrl: set.DATABASE_URL },
    slack: {
      botToken: set.SLACK_BOT_TOKEN ?? null,
      appToken: set.SLACK_APP_TOKEN ?? null,
      signingSecret: set.SLACK_SIGNING_SECRET ?? null,
      apiUrl: set.SLACK_API_URL ?? null,
      port: set.PORT,
    },
    healthPort: set.PRECEDENT_HEALTH_PORT,
    threshold: set.PRECEDENT_THRESHOLD,
    backfillCallsPerMinute: set.PRECEDENT_HISTORY_PER_MINUTE,
    digestCron: set.PRECEDENT_DIGEST_CRON,
    timeZone: set.PRECEDENT_TZ,
    embedder: embedderOf(set),
    redactFile: set.PRECEDENT_REDACT_FILE ?? null,
    modelDailyTokens: set.PRECEDENT_MODEL_DAILY_TOKENS,
    modelMatching: set.PRECEDENT_MODEL_MATCHING === 'on',
    claude:
      set.ANTHROPIC_API_KEY === undefined
        ? null
        : {
            apiKey: set.ANTHROPIC_API_KEY,
            baseUrl: set.ANTHROPIC_BASE_URL ?? null,
            model: set.PRECEDENT_MODEL ?? null,
          },
    logLevel: set.LOG_LEVEL,
  };
}

const openAiUrl = 'https://api.openai.com/v1';

function embedderOf(set: z.infer<typeof environment>): EmbedderConfig {
  const apiKey = set.PRECEDENT_EMBEDDER_KEY ?? null;
  const isSet = apiKey !== null || set.PRECEDENT_EMBEDDER_URL !== undefined;
  if (set.PRECEDENT_EMBEDDER === 'openai' && !isSet) {
    throw new PrecedentError(
      'config',
      'PRECEDENT_EMBEDDER=openai needs PRECEDENT_EMBEDDER_KEY, or PRECEDENT_EMBEDDER_URL of a service that wants none (like http://127.0.0.1:11434/v1).',
    );
  }
  return {
    kind: set.PRECEDENT_EMBEDDER,
    service: isSet ? { baseUrl: set.PRECEDENT_EMBEDDER_URL ?? openAiUrl, apiKey } : null,
    model: set.PRECEDENT_EMBEDDER_MODEL ?? null,
    dimensions: set.PRECEDENT_EMBEDDER_DIMENSIONS ?? null,
    prefixes: {
      query: set.PRECEDENT_EMBEDDER_QUERY_PREFIX,
      document: set.PRECEDENT_EMBEDDER_DOCUMENT_PREFIX,
    },
  };
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (cause) {
    throw new PrecedentError('config', 'PRECEDENT_TZ is no time zone. Write it like Europe/Berlin.', {
      cause,
    });
  }
}

/** By the clock's own parser: what is checked here is what runs. */
function checkCron(expression: string): void {
  if (cron.validate(expression)) return;
  throw new PrecedentError(
    'config',
    'PRECEDENT_DIGEST_CRON is no cron expression. Write it like 0 9 * * 1: minute, hour, day, month, weekday.',
  );
}
