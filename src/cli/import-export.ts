import { SingleBar } from 'cli-progress';
import { budgetedModelOf } from '../app/budgeted-model.ts';
import { type ImportOutcome, importAndCapture, rememberQuiet } from '../app/import-and-capture.ts';
import { type Library, openLibrary } from '../app/open-library.ts';
import { teamRedactor } from '../app/team-redactor.ts';
import { workspaceHashKey } from '../app/workspace-hash-key.ts';
import type { Config } from '../config.ts';
import { PrecedentError } from '../errors.ts';
import { timeOfTs } from '../library/message.ts';
import type { Log } from '../log.ts';
import type { Redactor } from '../privacy/redact.ts';
import { renderers } from '../slack/views/renderers.ts';
import { pluralize } from '../slack/views/wording.ts';
import { embedMissing } from '../solutions/embed-missing.ts';
import { insertChannelIfAbsent } from '../store/channels/channels.ts';
import { inTransaction } from '../store/ctx.ts';
import type { Output } from './output.ts';
import { exportedThreads, normalizerOfExport, readThread } from './slack-export/export-threads.ts';
import { type ExportedChannel, readExport, type SlackExport } from './slack-export/read-export.ts';

export type ImportReport = {
  threads: number;
  incidents: number;
  resolved: number;
  drafts: number;
  approved: number;
  skipped: { reason: string; count: number }[];
  redactions: number;
  seconds: number;
};

/** A commit costs more than a thread that rules read, and less than one that a model reads. */
const threadsPerBatch = (config: Config) => (config.claude === null ? 10 : 1);

/** `precedent import <folder or zip>`: replays an export's threads in time order; a second time changes nothing. */
export async function importExport(
  config: Config,
  input: { path: string; channel: string | null; since: string | null; approve: boolean; json: boolean },
  io: { out: Output; log: Log; progress: boolean },
): Promise<void> {
  const started = performance.now();
  const redactor = teamRedactor(config, io.log);
  const since = input.since === null ? null : startOfDay(input.since);
  const slackExport = readExport(input.path);
  const channels = selectChannels(slackExport, input.channel);
  const library = await openLibrary(config, io.log);
  const bar = new SingleBar({
    format: 'importing {bar} {value}/{total} threads',
    stream: process.stderr,
    noTTYOutput: false,
    hideCursor: true,
  });
  try {
    const report = await replay(config, library, slackExport, channels, {
      redactor,
      approve: input.approve,
      since,
      log: io.log,
      onStart: (total) => (io.progress ? bar.start(total, 0) : undefined),
      onThread: () => (io.progress ? bar.increment() : undefined),
    });
    if (io.progress) bar.stop();
    await embedImported(library, io);
    for (const problem of slackExport.problems) io.out.note(problem);
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    if (input.json) io.out.json({ ...report, seconds });
    else io.out.line(inWords({ ...report, seconds }, input.approve));
  } finally {
    if (io.progress) bar.stop();
    await library.store.close();
  }
}

/** What was saved counts from now on, with its embedding or still without. */
async function embedImported(library: Library, io: { out: Output; log: Log }): Promise<void> {
  try {
    await embedMissing(library.ctx, Number.POSITIVE_INFINITY);
  } catch (error) {
    if (!(error instanceof PrecedentError)) throw error;
    io.out.note(
      `${error.message} What was learned is found by its words; the bot makes its embeddings later.`,
    );
  }
}

function selectChannels(slackExport: SlackExport, name: string | null): ExportedChannel[] {
  if (name === null) return slackExport.channels;
  const channels = slackExport.channels.filter((channel) => channel.name === name.replace(/^#/, ''));
  if (channels.length > 0) return channels;
  const names = slackExport.channels.slice(0, 10).map((channel) => channel.name);
  throw new PrecedentError('import', `The export has no channel named ${name}. It has: ${names.join(', ')}.`);
}

/** Midnight UTC of a day written YYYY-MM-DD; threads that began before it are left out. */
function startOfDay(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  // 2026-02-31 is read as the third of March.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && day.toJSON()?.startsWith(text) === true;
  if (!isDay) throw new PrecedentError('usage', `--since ${text} is no date. Write it like 2026-03-01.`);
  return day;
}

async function replay(
  config: Config,
  library: Library,
  slackExport: SlackExport,
  channels: ExportedChannel[],
  options: {
    redactor: Redactor;
    approve: boolean;
    since: Date | null;
    log: Log;
    onStart: (total: number) => void;
    onThread: () => void;
  },
): Promise<Omit<ImportReport, 'seconds'>> {
  const { store, workspace } = library;
  const counting = countingRedactor(options.redactor);
  // Many texts at once are one question to a model, so that comes last.
  const ctx = { ...library.ctx, embedder: null, render: renderers };
  const hashKey = await workspaceHashKey(ctx, config.slack.botToken);
  const normalizer = normalizerOfExport(counting.redactor, workspace, hashKey);
  const report = { threads: 0, incidents: 0, resolved: 0, drafts: 0, approved: 0 };
  const skipped = new Map<string, number>();
  const skip = (reason: string) => skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  const open: NonNullable<ImportOutcome['open']>[] = [];
  const plans = channels.map((channel) => ({
    channel,
    threads: exportedThreads(slackExport, channel).filter(
      ([root]) => options.since === null || (root !== undefined && timeOfTs(root.ts) >= options.since),
    ),
  }));
  options.onStart(plans.reduce((total, plan) => total + plan.threads.length, 0));
  for (const { channel, threads } of plans) {
    await insertChannelIfAbsent(store.db, {
      workspaceId: ctx.workspaceId,
      channelId: channel.id,
      name: channel.name,
      isPrivate: channel.isPrivate,
      isExtShared: false,
    });
    const batchSize = threadsPerBatch(config);
    for (let from = 0; from < threads.length; from += batchSize) {
      // A kill between two steps would leave a thread half learned for good: all of it, or nothing.
      const results = await inTransaction(ctx, async (inner) => {
        const outcomes = [];
        // The embedded database has one connection, and it is ours until the commit.
        const budget = store.kind === 'embedded' ? inner : ctx;
        const model = budgetedModelOf(config, budget);
        for (const thread of threads.slice(from, from + batchSize)) {
          const read = await readThread(normalizer, channel, thread);
          outcomes.push(await importAndCapture({ ...inner, model }, read, { approve: options.approve }));
          options.onThread();
        }
        return outcomes;
      });
      open.push(...results.flatMap((result) => result.open ?? []));
      report.threads += results.length;
      for (const result of results) {
        for (const step of result.reached) report[step] += 1;
        if (result.skipped !== null) skip(result.skipped);
      }
    }
  }
  for (const left of open) {
    await inTransaction(ctx, (inner) => rememberQuiet({ ...inner, model: null }, left));
  }
  return {
    ...report,
    skipped: [...skipped].map(([reason, count]) => ({ reason, count })),
    redactions: counting.count(),
  };
}

function countingRedactor(redactor: Redactor): { redactor: Redactor; count: () => number } {
  let count = 0;
  return {
    redactor: {
      ...redactor,
      findSecrets: async (text) => {
        const secrets = await redactor.findSecrets(text);
        count += secrets.length;
        return secrets;
      },
    },
    count: () => count,
  };
}

function inWords(report: ImportReport, approve: boolean): string {
  const lines = [
    `${pluralize(report.threads, 'thread')}, ${pluralize(report.incidents, 'new incident')}, ${report.resolved} of them resolved, in ${report.seconds} s.`,
    approve
      ? `${pluralize(report.drafts, 'fix', 'fixes')} captured, ${report.approved} of them saved to the library.`
      : `${pluralize(report.drafts, 'draft')} to look through: /precedent drafts in Slack, or import again with --approve on an empty library.`,
    `Replaced before anything was stored: ${pluralize(report.redactions, 'secret or personal detail', 'secrets and personal details')}.`,
  ];
  for (const { reason, count } of report.skipped) lines.push(`  left out: ${count} (${reason})`);
  return lines.join('\n');
}
