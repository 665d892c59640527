import { z } from 'zod';
import type { Config } from '../config.ts';
import { lexicalEmbedder } from '../embed/lexical.ts';
import { PrecedentError } from '../errors.ts';
import type { Log } from '../log.ts';
import { checkSlack } from '../slack/check-slack.ts';
import { databaseFacts } from '../store/database-facts.ts';
import { openStore } from '../store/open.ts';
import { modelOf } from './model-of.ts';
import type { Output } from './output.ts';

export type Check = { name: string; ok: boolean; detail: string };

/** `precedent doctor [--json]`: each part, and what to do where it is not well. Throws 'config' when any is not. */
export async function doctor(
  config: Config,
  input: { json: boolean },
  io: { out: Output; log: Log },
): Promise<void> {
  const checks: Check[] = [
    ...(await checkSlack(config.slack, io.log)),
    ...(await checkDatabase(config)),
    await checkEmbedder(),
    await checkModel(config),
  ];
  const bad = checks.filter((check) => !check.ok);
  if (input.json) io.out.json({ ok: bad.length === 0, checks });
  else
    for (const check of checks) io.out.line(`${check.ok ? 'ok  ' : 'BAD '} ${check.name}: ${check.detail}`);
  if (bad.length > 0) {
    throw new PrecedentError(
      'config',
      `${bad.length} of ${checks.length} checks failed: ${bad.map((check) => check.name).join(', ')}.`,
    );
  }
}

async function checkDatabase(config: Config): Promise<Check[]> {
  try {
    const store = await openStore(config.database);
    try {
      const facts = await databaseFacts(store.db);
      return [
        { name: 'database', ok: true, detail: `${store.kind}, PostgreSQL ${facts.postgres}, migrated` },
        { name: 'pgvector', ok: true, detail: facts.pgvector },
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [{ name: 'database', ok: false, detail: sentenceOf(error) }];
  }
}

async function checkEmbedder(): Promise<Check> {
  const [vector = []] = await lexicalEmbedder.embed(['connection pool exhausted'], 'query');
  const ok = vector.length === lexicalEmbedder.dimensions;
  return { name: 'embedder', ok, detail: `${lexicalEmbedder.model}, built in, ${vector.length} dimensions` };
}

async function checkModel(config: Config): Promise<Check> {
  const model = modelOf(config);
  if (model === null) {
    return {
      name: 'model',
      ok: true,
      detail: 'none: capture works by rules. Set ANTHROPIC_API_KEY to add Claude',
    };
  }
  try {
    await model.structured({
      system: 'You check a connection.',
      prompt: 'Answer with ok true.',
      schema: z.object({ ok: z.boolean() }),
      maxTokens: 64,
      timeoutMs: 15_000,
    });
    return { name: 'model', ok: true, detail: `${model.name} answers` };
  } catch (error) {
    return { name: 'model', ok: false, detail: sentenceOf(error) };
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof PrecedentError ? error.message : 'it failed in a way that is not known here';
}
