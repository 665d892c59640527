import type { Embedder } from '../embed/embedder.ts';
import type { TakeDeps } from '../intake/take-event.ts';
import type { Histogram } from '../library/histogram.ts';
import type { Enqueue } from '../library/job.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/db.ts';
import type { ChannelWatch } from './channel-watch.ts';
import type { Gateway } from './gateway.ts';
import type { renderers } from './renderers.ts';

/** What every listener may use; made once, by the composition root. */
export type SlackDeps = {
  db: Db;
  workspaceId: string;
  /** Ends with a slash. */
  workspaceUrl: string;
  botUserId: string;
  gateway: Gateway;
  embedder: Embedder;
  enqueue: Enqueue<Db>;
  watch: ChannelWatch;
  /** How a message that is not an event (a shortcut's, a form's) is read and redacted. */
  take: TakeDeps;
  render: typeof renderers;
  threshold?: number;
  searchSeconds?: Histogram;
  now: () => Date;
  log: Log;
};
