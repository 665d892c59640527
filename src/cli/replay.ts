import { budgetedModelOf } from '../app/budgeted-model.ts';
import { importAndCapture } from '../app/import-and-capture.ts';
import { embedderOf } from '../app/open-embedder.ts';
import { teamRedactor } from '../app/team-redactor.ts';
import type { Config } from '../config.ts';
import type { Embedder } from '../embed/embedder.ts';
import { describeProblem } from '../intake/describe-problem.ts';
import { compareTs, timeOfTs } from '../library/message.ts';
import type { Log } from '../log.ts';
import { type FoundPrecedent, findPrecedents } from '../match/find-precedents.ts';
import { viewerOfChannel } from '../privacy/visibility.ts';
import { renderers } from '../slack/views/renderers.ts';
import { embedMissing } from '../solutions/embed-missing.ts';
import { findChannel, insertChannelIfAbsent } from '../store/channels/channels.ts';
import type { Db } from '../store/connection/db.ts';
import { openStore } from '../store/connection/open.ts';
import { enqueueNothing, inTransaction } from '../store/ctx.ts';
import { ensureEmbeddingIndex } from '../store/search/embeddings.ts';
import type { Output } from './output.ts';
import { exportedThreads, normalizerOfExport, readThread } from './slack-export/export-threads.ts';
import { type ExportedChannel, readExport } from './slack-export/read-export.ts';

const workspaceId = 'replay';
const maxListed = 5;

type Brief = { source_thread_ts: string; title: string; confidence: number };
type ReplayedIncident = { thread_ts: string; title: string; silent: boolean; shown: Brief[]; all: Brief[] };

/**
 * `precedent replay <Slack export> [--json]`: plays the incidents of all channels in time order into a library of its
 * own, in memory, and says what each would have been answered before it is learned from in its turn.
 */
export async function replay(
  config: Config,
  input: { path: string; json: boolean },
  io: { out: Output; log: Log },
): Promise<void> {
  const slackExport = readExport(input.path);
  const threads = slackExport.channels
    .flatMap((channel) => exportedThreads(slackExport, channel).map((thread) => ({ channel, thread })))
    .toSorted((a, b) => compareTs(a.thread[0]?.ts ?? '', b.thread[0]?.ts ?? ''));
  for (const problem of slackExport.problems) io.out.note(problem);
  const store = await openStore({ memory: true });
  try {
    const embedder = await embedderOf(config.embedder);
    await ensureEmbeddingIndex(store.db, embedder.model, embedder.dimensions);
    for (const { id, name, isPrivate } of slackExport.channels) {
      await insertChannelIfAbsent(store.db, {
        workspaceId,
        channelId: id,
        name,
        isPrivate,
        isExtShared: false,
      });
    }
    const normalizer = normalizerOfExport(teamRedactor(config, io.log), { botUserId: '', botId: '' });
    const all: ReplayedIncident[] = [];
    for (const { channel, thread } of threads) {
      const read = await readThread(normalizer, channel, thread);
      const replayed = await replayThread({ db: store.db, embedder }, config, io.log, channel, read);
      if (replayed === null) continue;
      all.push(replayed);
      if (!input.json) io.out.line(inWords(replayed));
    }
    if (input.json) io.out.json(all);
  } finally {
    await store.close();
  }
}

/** What an incident's first message would have been answered; null for a thread that opens none. */
async function replayThread(
  { db, embedder }: { db: Db; embedder: Embedder },
  config: Config,
  log: Log,
  channel: ExportedChannel,
  thread: Awaited<ReturnType<typeof readThread>>,
): Promise<ReplayedIncident | null> {
  const [root, ...replies] = thread.messages;
  const last = replies.at(-1);
  if (root === undefined || last === undefined) return null;
  const problem = describeProblem(root);
  const ctx = {
    db,
    workspaceId,
    enqueue: enqueueNothing,
    embedder,
    now: () => timeOfTs(last.ts),
    render: renderers,
    log,
  };
  const { silent, shown, below } = await findPrecedents(ctx, {
    viewer: viewerOfChannel(await findChannel(ctx, channel.id)),
    problem,
    now: timeOfTs(root.ts),
    threshold: config.threshold,
  });
  const imported = await inTransaction(ctx, (ctx) => {
    // A long export must not cost more than a day of the bot.
    const model = budgetedModelOf(config, { ...ctx, now: () => new Date() });
    return importAndCapture({ ...ctx, model }, thread, { approve: true });
  });
  // What comes next is to find it by its embedding, too.
  if (imported.reached.includes('approved')) await embedMissing(ctx, Number.POSITIVE_INFINITY);
  // A report without a word, only a picture, teaches nothing and is an incident all the same.
  const isIncident = imported.reached.includes('incidents') || (!root.isBot && root.text.trim() === '');
  if (!isIncident) return null;
  return {
    thread_ts: root.ts,
    title: problem.title,
    silent,
    shown: shown.map(inBrief),
    all: [...shown, ...below].slice(0, maxListed).map(inBrief),
  };
}

function inBrief({ solution, confidence }: FoundPrecedent): Brief {
  return {
    source_thread_ts: solution.source.threadTs,
    title: solution.content.title,
    confidence: Math.round(confidence * 1_000) / 1_000,
  };
}

function inWords({ thread_ts, title, shown }: ReplayedIncident): string {
  const answers = shown.map(
    (found) => `    ${Math.round(found.confidence * 100)} %  ${found.title} (${found.source_thread_ts})`,
  );
  return [`${thread_ts}  ${title}`, ...(answers.length > 0 ? answers : ['    silent'])].join('\n');
}
