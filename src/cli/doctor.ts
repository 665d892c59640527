import { z } from 'zod';
import { modelOf } from '../app/budgeted-model.ts';
import { embedderOf } from '../app/open-embedder.ts';
import { readTeamRules } from '../app/team-redactor.ts';
import type { Config } from '../config.ts';
import type { Embedder } from '../embed/embedder.ts';
import { lexicalEmbedder } from '../embed/lexical.ts';
import { semanticEmbedder } from '../embed/semantic.ts';
import { PrecedentError } from '../errors.ts';
import { minVerdicts } from '../library/match-correction.ts';
import type { Log } from '../log.ts';
import { thresholdFor } from '../match/answer-thresholds.ts';
import { checkSlack } from '../slack/connection/check-slack.ts';
import { watchedChannels } from '../store/channels/channels.ts';
import { databaseVersions } from '../store/connection/database-versions.ts';
import type { Db } from '../store/connection/db.ts';
import { openStore, type Store } from '../store/connection/open.ts';
import { judgedPrecedents, readFit } from '../store/precedents/match-corrections.ts';
import { embeddingProgress, servingModel } from '../store/search/embeddings.ts';
import { latestWorkspace } from '../store/workspaces/workspaces.ts';
import type { Output } from './output.ts';

const maxListed = 20;

export type Check = { name: string; ok: boolean; detail: string };

/** `precedent doctor [--json]`: each part, and what to do where it is not well. Throws 'config' when any is not. */
export async function doctor(
  config: Config,
  input: { json: boolean },
  io: { out: Output; log: Log },
): Promise<void> {
  const slack = await checkSlack(config.slack, io.log);
  const { embedder, check } = await checkEmbedder(config);
  const checks: Check[] = [
    ...slack,
    ...(await checkDatabase(config, embedder)),
    check,
    checkRedaction(config),
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

async function checkDatabase(config: Config, embedder: Embedder | null): Promise<Check[]> {
  try {
    const store = await openStore(config.database);
    try {
      const facts = await databaseVersions(store.db);
      return [
        { name: 'database', ok: true, detail: `${store.kind}, PostgreSQL ${facts.postgres}, migrated` },
        { name: 'pgvector', ok: true, detail: facts.pgvector },
        ...(embedder === null ? [] : [await checkEmbeddings(store, embedder)]),
        { name: 'matching', ok: true, detail: await matchingInWords(store.db) },
        { name: 'channels', ok: true, detail: await channelsInWords(store.db, config) },
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [{ name: 'database', ok: false, detail: sentenceOf(error) }];
  }
}

/** How far re-embedding has come, and which model answers meanwhile. */
async function checkEmbeddings(store: Store, embedder: Embedder): Promise<Check> {
  const name = 'embeddings';
  const workspace = await latestWorkspace(store.db);
  if (workspace === null) return { name, ok: true, detail: 'no library yet' };
  const { workspaceId } = workspace;
  const { embedded, active } = await embeddingProgress({ db: store.db, workspaceId }, embedder.model);
  const served = await servingModel({ db: store.db, workspaceId }, embedder.model);
  const count = `re-embedded ${formatCount(embedded)} of ${formatCount(active)}`;
  if (embedded < active) return { name, ok: true, detail: `${count}; until all are, ${served} answers` };
  return { name, ok: true, detail: `all ${formatCount(active)} solutions have theirs` };
}

function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** One real call, with the patience of a document: a service may have to load its model first. */
async function checkEmbedder(config: Config): Promise<{ embedder: Embedder | null; check: Check }> {
  const name = 'embedder';
  try {
    const embedder = await embedderOf(config.embedder);
    await embedder.embed(['connection pool exhausted'], 'document');
    const where = [lexicalEmbedder.model, semanticEmbedder.model].includes(embedder.model)
      ? 'built in'
      : 'answers';
    const detail = `${embedder.model}, ${where}, ${embedder.dimensions} dimensions`;
    return { embedder, check: { name, ok: true, detail } };
  } catch (error) {
    return { embedder: null, check: { name, ok: false, detail: sentenceOf(error) } };
  }
}

/** Whether the team's own verdicts weigh in, and what that is worth on verdicts which the fit had not seen. */
async function matchingInWords(db: Db): Promise<string> {
  const workspace = await latestWorkspace(db);
  const fit = workspace === null ? null : await readFit({ db, workspaceId: workspace.workspaceId });
  if (workspace === null || fit === null || fit.lossDefault === null || fit.lossCorrected === null) {
    const judged =
      workspace === null ? [] : await judgedPrecedents({ db, workspaceId: workspace.workspaceId });
    const worked = judged.filter((each) => each.worked).length;
    const { all, ofEach } = minVerdicts;
    if (judged.length < all) return `default weights; ${judged.length} of ${all} verdicts`;
    const fewest = Math.min(worked, judged.length - worked);
    const missing = fewest < ofEach ? `${fewest} of ${ofEach} of the rarer kind` : 'tonight they are fitted';
    return `default weights; ${judged.length} verdicts, ${missing}`;
  }
  const against = `held-back log loss ${inHundredths(fit.lossCorrected)} against ${inHundredths(fit.lossDefault)}`;
  if (fit.correction === null)
    return `default weights; fitted on ${fit.labelled} verdicts: not surely better, ${against}`;
  return `fitted on ${fit.labelled} verdicts, ${against}`;
}

function inHundredths(loss: number): string {
  return loss.toFixed(2).replace(/^0/, '');
}

/** Who is followed, and where the bot speaks sooner or later, or saves without asking. */
async function channelsInWords(db: Db, config: Config): Promise<string> {
  const workspace = await latestWorkspace(db);
  const channels =
    workspace === null ? [] : await watchedChannels({ db, workspaceId: workspace.workspaceId });
  if (channels.length === 0) return 'none is watched yet: type /precedent watch where your incidents are';
  const words = channels.slice(0, maxListed).map(({ name, answerSensitivity: answers, autoSave }) => {
    const from = `${answers}, answers from ${thresholdFor(answers, config.threshold)}`;
    return `#${name} (${from}${autoSave ? ', saves without asking' : ''})`;
  });
  const left = channels.length - words.length;
  return `${words.join('; ')}${left > 0 ? `; and ${left} more` : ''}`;
}

function checkRedaction({ redactFile }: Config): Check {
  try {
    const { patterns, allow } = readTeamRules(redactFile);
    const detail =
      redactFile === null
        ? 'the built-in rules. Set PRECEDENT_REDACT_FILE to add your own'
        : `the built-in rules, ${patterns.length} ${patterns.length === 1 ? 'pattern' : 'patterns'} and ${allow.length} allowed of your own`;
    return { name: 'redaction', ok: true, detail };
  } catch (error) {
    return { name: 'redaction', ok: false, detail: sentenceOf(error) };
  }
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
      purpose: 'check',
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
