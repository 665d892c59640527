import type { Embedder } from '../embed/embedder.ts';
import type { ChannelWatch } from '../intake/channel-watch.ts';
import type { Normalizer } from '../intake/messages/normalize-message.ts';
import type { Histogram } from '../library/histogram.ts';
import type { Ctx } from '../store/ctx.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { renderers } from './views/renderers.ts';

/** What every listener may use; made once, by the composition root. */
export type SlackCtx = Ctx & {
  /** Ends with a slash. */
  workspaceUrl: string;
  botUserId: string;
  gateway: Gateway;
  embedder: Embedder;
  watch: ChannelWatch;
  /** How a message that is not an event (a shortcut's, a form's) is read and redacted. */
  normalizer: Normalizer;
  render: typeof renderers;
  threshold?: number;
  searchSeconds?: Histogram;
};
