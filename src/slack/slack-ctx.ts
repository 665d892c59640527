import type { Embedder } from '../embed/embedder.ts';
import type { ChannelWatch } from '../intake/channel-watch.ts';
import type { TakeDeps } from '../intake/messages/normalize-event.ts';
import type { Histogram } from '../library/histogram.ts';
import type { Enqueue } from '../library/job.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/connection/db.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { renderers } from './views/renderers.ts';

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
