import type { Config } from '../config.ts';
import { PrecedentError } from '../errors.ts';
import { createChannelWatch } from '../intake/channel-watch.ts';
import { normalizeEvent } from '../intake/messages/normalize-event.ts';
import type { Normalizer } from '../intake/messages/normalize-message.ts';
import { createThreadPlaceholders } from '../intake/messages/thread-placeholders.ts';
import { handleInbox } from '../jobs/handle-inbox.ts';
import { handleJob } from '../jobs/jobs.ts';
import { type Queue, startQueue } from '../jobs/queue.ts';
import { startClock } from '../jobs/start-clock.ts';
import { createHistogram } from '../library/histogram.ts';
import type { Log } from '../log.ts';
import { identify } from '../slack/connection/identify.ts';
import { orderPerChannel } from '../slack/connection/order-per-channel.ts';
import { type Reach, startSlack } from '../slack/connection/start-slack.ts';
import { createWebClient, createWritingClient } from '../slack/connection/web-clients.ts';
import { createBackfillReader } from '../slack/gateway/backfill-reader.ts';
import { createWebGateway } from '../slack/gateway/web-gateway.ts';
import { renderers } from '../slack/views/renderers.ts';
import { enqueueEmbedding } from '../solutions/embed-missing.ts';
import { openStore, type Store } from '../store/connection/open.ts';
import { enqueueThrough } from '../store/ctx.ts';
import { placeholdersOfThread } from '../store/incidents/incidents.ts';
import { adoptLocalWorkspace } from '../store/workspaces/adopt-local-workspace.ts';
import { saveWorkspace } from '../store/workspaces/workspaces.ts';
import { collectMetrics } from '../web/collect-metrics.ts';
import { serveHealth } from '../web/serve-health.ts';
import { budgetedModelOf } from './budgeted-model.ts';
import { openEmbedder } from './open-embedder.ts';
import { teamRedactor } from './team-redactor.ts';
import { workspaceHashKey } from './workspace-hash-key.ts';
import { type BotCtx, createWorkspaces } from './workspaces.ts';

/** Seconds: from a search of a small library to one that somebody notices. */
const searchBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export type Bot = {
  store: Store;
  queue: Queue;
  workspaceId: string;
  ctx: BotCtx;
  healthUrl: string;
  /** Resolves when nothing that came in is still worked on: for tests. */
  idle(): Promise<void>;
  /** Drains: takes nothing new, finishes what is in flight, closes. */
  stop(): Promise<void>;
};

/** Brings the whole bot up, in the order in which each part needs the one before. Throws PrecedentError with what to do. */
export async function startBot(
  config: Config,
  given: { log: Log; now?: () => Date; openStore?: typeof openStore },
): Promise<Bot> {
  const { log } = given;
  const now = given.now ?? (() => new Date());
  const reach = reachOf(config);
  const botToken = needBotToken(config);
  const redactor = teamRedactor(config, log);
  const apiUrl = config.slack.apiUrl === null ? {} : { apiUrl: config.slack.apiUrl };
  const access = { token: botToken, ...apiUrl };
  const clients = { reads: createWebClient(access, log), writes: createWritingClient(access, log) };
  const me = await identify(clients.reads);
  const store = await (given.openStore ?? openStore)(config.database);
  const teardown: (() => Promise<void>)[] = [() => store.close()];
  const ending = new AbortController();
  try {
    await adoptLocalWorkspace({ db: store.db, workspaceId: me.workspaceId });
    await saveWorkspace(store.db, me, now());
    const embedder = await openEmbedder(config, store.db, me.workspaceId);
    const queue = await startQueue(store, { log });
    teardown.unshift(() => queue.stop());
    await queue.open(me.workspaceId);
    const workspaces = createWorkspaces();
    const watch = createChannelWatch(store.db, me.workspaceId);
    const normalizer: Normalizer = {
      redactor,
      botUserId: me.botUserId,
      botId: me.botId,
      hashKey: await workspaceHashKey({ db: store.db, workspaceId: me.workspaceId }, botToken),
      isWatched: watch.isWatched,
      isKnown: watch.isKnown,
      placeholders: createThreadPlaceholders((channelId, threadTs) =>
        placeholdersOfThread({ db: store.db, workspaceId: me.workspaceId }, channelId, threadTs),
      ),
    };
    const model = budgetedModelOf(config, { db: store.db, workspaceId: me.workspaceId, now });
    const searchSeconds = createHistogram(searchBounds);
    const ctx: BotCtx = {
      db: store.db,
      workspaceId: me.workspaceId,
      workspaceUrl: me.url,
      botUserId: me.botUserId,
      gateway: createWebGateway(clients, { botId: me.botId, now, log }),
      embedder,
      model,
      matchingModel: config.modelMatching ? model : null,
      history: createBackfillReader(createWebClient(access, log), {
        botId: me.botId,
        botUserId: me.botUserId,
        perMinute: config.backfillCallsPerMinute,
        ending: ending.signal,
      }),
      enqueue: enqueueThrough((db, job) => queue.send(db, me.workspaceId, job), store.db),
      watch,
      normalizer,
      render: renderers,
      threshold: config.threshold,
      searchSeconds,
      now,
      log,
    };
    workspaces.install(ctx);
    const health = await serveHealth({
      db: store.db,
      port: config.healthPort,
      log,
      metrics: () =>
        collectMetrics({
          db: store.db,
          workspaceId: me.workspaceId,
          now,
          modelDailyTokens: model === null ? null : config.modelDailyTokens,
          searchSeconds,
        }),
    });
    teardown.unshift(() => health.stop());
    await queue.work(me.workspaceId, {
      inbox: async (workspaceId, event, firstTry) =>
        handleInbox(workspaces.ctxOf(workspaceId), event, firstTry),
      job: async (workspaceId, job) => handleJob(workspaces.ctxOf(workspaceId), job),
    });
    await enqueueEmbedding(ctx);
    const slack = await startSlack({
      reach,
      botToken,
      botId: me.botId,
      ...apiUrl,
      persist: orderPerChannel(
        ({ event, eventTime }) => normalizeEvent(normalizer, { event, eventTime }),
        (eventId, normalized) => queue.persist(me.workspaceId, eventId, normalized),
      ),
      ctx,
      log,
    });
    teardown.unshift(() => slack.stop());
    const clock = startClock(ctx, { digestCron: config.digestCron, timeZone: config.timeZone });
    teardown.unshift(() => clock.stop());
    // First of all: a reading of the past that waits for its turn lets go, and goes on after the next start.
    teardown.unshift(async () => ending.abort());
    health.ready();
    return {
      store,
      queue,
      workspaceId: me.workspaceId,
      ctx,
      healthUrl: health.url,
      idle: async () => {
        // A button's listener goes on after its acknowledgement, and only then enqueues.
        await slack.settled();
        await queue.idle();
      },
      stop: () => runInSequence(teardown),
    };
  } catch (error) {
    await runInSequence(teardown);
    throw error;
  }
}

/** Both set: Socket Mode, which needs no address of ours. */
function reachOf(config: Config): Reach {
  const { appToken, signingSecret, port } = config.slack;
  if (appToken !== null) return { kind: 'socket', appToken };
  if (signingSecret !== null) return { kind: 'http', signingSecret, port };
  throw new PrecedentError(
    'config',
    'Slack cannot reach the bot: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP). To try Precedent without any Slack, run: npm run playground',
  );
}

function needBotToken(config: Config): string {
  if (config.slack.botToken !== null) return config.slack.botToken;
  throw new PrecedentError(
    'config',
    'SLACK_BOT_TOKEN is not set. Copy it from "OAuth & Permissions" of your Slack app (it begins with xoxb-). To try Precedent without any Slack, run: npm run playground',
  );
}

async function runInSequence(steps: (() => Promise<void>)[]): Promise<void> {
  for (const step of steps.splice(0)) await step();
}
