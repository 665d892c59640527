#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { embedderOf } from './app/open-embedder.ts';
import { teamRedactor } from './app/team-redactor.ts';
import { digest } from './cli/digest.ts';
import { doctor } from './cli/doctor.ts';
import { evaluate } from './cli/eval.ts';
import { explainLines } from './cli/explain/explain-lines.ts';
import { explain } from './cli/explain.ts';
import { importExport } from './cli/import-export.ts';
import { migrateOnly } from './cli/migrate.ts';
import { createOutput } from './cli/output.ts';
import { redact } from './cli/redact.ts';
import { replay } from './cli/replay.ts';
import { search } from './cli/search.ts';
import { show } from './cli/show.ts';
import { start } from './cli/start.ts';
import { usage } from './cli/usage.ts';
import { readConfig } from './config.ts';
import { PrecedentError } from './errors.ts';
import { createLog } from './log.ts';

const options = {
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  approve: { type: 'boolean', default: false },
  headless: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  channel: { type: 'string' },
  week: { type: 'string' },
  since: { type: 'string' },
  port: { type: 'string', default: '4400' },
} as const;

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [command = '', ...words] = positionals;
  const out = createOutput({ out: process.stdout, err: process.stderr });
  if (values.help || command === '' || command === 'help') {
    out.line(usage);
    return;
  }
  // The playground takes nothing from it: nobody's workspace or database is to be played with.
  if (command !== 'playground') loadEnvFile();
  const config = readConfig(process.env);
  const isServer = command === 'start';
  const log = createLog(isServer || process.env.LOG_LEVEL !== undefined ? config.logLevel : 'warn');
  const io = { out, log };
  switch (command) {
    case 'start':
      return start(config, { ...io, stopped: untilStopped() });
    case 'playground': {
      // Loaded only here: it needs development dependencies, which an installed bot does not have.
      const { playground } = await import('./cli/playground.ts').catch(needsDevelopment);
      return playground(
        config,
        { headless: values.headless, json: values.json, port: portOf(values.port) },
        { ...io, stopped: values.headless ? Promise.resolve() : untilStopped() },
      );
    }
    case 'migrate':
      return migrateOnly(config, io);
    case 'doctor':
      return doctor(config, { json: values.json }, io);
    case 'import':
      return importExport(
        config,
        {
          path: need(words, 'import <Slack export: folder or zip>'),
          channel: values.channel ?? null,
          since: values.since ?? null,
          approve: values.approve,
          json: values.json,
        },
        { ...io, progress: process.stderr.isTTY },
      );
    case 'search':
      return search(
        config,
        { text: words.join(' '), all: values.all, json: values.json, jsonl: values.jsonl },
        { ...io, in: process.stdin, lines: process.stdout },
      );
    case 'show':
      return show(config, { id: need(words, 'show <id>'), json: values.json }, io);
    case 'digest':
      if (values.channel === undefined) {
        throw new PrecedentError('usage', 'Say which channel: precedent digest --channel NAME.');
      }
      return digest(config, { channel: values.channel, week: values.week ?? null, json: values.json }, io);
    case 'eval': {
      const { plainBm25 } = await import('../bench/bm25.ts').catch(needsSource);
      return evaluate(
        { path: need(words, 'eval <dataset>'), json: values.json },
        { out, plainBm25, redactor: teamRedactor(config, log), embedder: await embedderOf(config.embedder) },
      );
    }
    case 'replay':
      return replay(
        config,
        { path: need(words, 'replay <Slack export: folder or zip>'), json: values.json },
        io,
      );
    case 'explain': {
      const redactor = teamRedactor(config, log);
      if (values.jsonl) return explainLines(redactor, { in: process.stdin, out: process.stdout }, log);
      const [path, threadTs] = needBoth(words, 'explain <Slack export: folder or zip> <thread_ts>');
      return explain(redactor, { path, threadTs, json: values.json }, out);
    }
    case 'redact':
      return redact(
        teamRedactor(config, log),
        { jsonl: values.jsonl },
        { in: process.stdin, out: process.stdout },
      );
    default:
      throw new PrecedentError('usage', `There is no command "${command}". "precedent help" lists them.`);
  }
}

/** What `.env` of this folder sets, where the environment does not; there need not be one. */
function loadEnvFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new PrecedentError(
      'config',
      '.env in this folder cannot be read. Make it a readable file, or remove it.',
      {
        cause,
      },
    );
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    const words = cause instanceof Error ? cause.message.split('. ')[0] : 'the options cannot be read';
    throw new PrecedentError('usage', `${words}. "precedent help" lists what there is.`, { cause });
  }
}

function need(words: string[], form: string): string {
  const [word] = words;
  if (word === undefined) throw new PrecedentError('usage', `Something is missing: precedent ${form}.`);
  return word;
}

function needBoth(words: string[], form: string): [string, string] {
  const [first, second] = words;
  if (first !== undefined && second !== undefined) return [first, second];
  throw new PrecedentError('usage', `Something is missing: precedent ${form}.`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new PrecedentError('usage', `--port ${text} is no port. Write a number from 0 to 65535.`);
}

function needsDevelopment(cause: unknown): never {
  throw new PrecedentError(
    'unavailable',
    'The playground needs the development dependencies and the whole source: run "npm ci" in a checkout.',
    { cause },
  );
}

function needsSource(cause: unknown): never {
  throw new PrecedentError('unavailable', 'The baseline of eval lives in bench/: run it in a checkout.', {
    cause,
  });
}

/** Ctrl-C, or what an orchestrator sends; a second one ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(130));
      });
    }
  });
}

// Who reads us may have had enough ("| head"): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof PrecedentError) {
    process.stderr.write(`precedent: ${error.message}\n`);
  } else {
    createLog('error').error({ err: error }, 'precedent met an error that it does not know');
    process.stderr.write('precedent: something failed that should not have; the line above says where.\n');
  }
  process.exitCode = 1;
}
