import { threadLines } from './channel-messages.ts';
import { Composer } from './composer.tsx';
import { CloseIcon } from './icons.tsx';
import { MessageList } from './message-list.tsx';
import { type OpenThread, usePage } from './page-context.ts';

/** A thread, at the right of its channel. */
export function ThreadPane({ thread }: { thread: OpenThread }) {
  const { state, me, notices, dismissed, openThread } = usePage();
  const channel = state.channels.find((one) => one.id === thread.channel);
  const lines = threadLines(thread, { state, me: me.id, notices, dismissed });
  return (
    <aside className="pane thread" aria-label="Thread">
      <header className="pane-header">
        <h1>Thread</h1>
        <p className="topic">{channel === undefined || channel.isIm ? '' : `#${channel.name}`}</p>
        <button
          type="button"
          className="icon-button"
          aria-label="Close the thread"
          onClick={() => openThread(undefined)}
        >
          <CloseIcon />
        </button>
      </header>
      {lines.length === 0 ? (
        <p className="empty">This message was deleted.</p>
      ) : (
        <MessageList lines={lines} inThread />
      )}
      {channel?.members.includes(me.id) === true && (
        <Composer channel={thread.channel} threadTs={thread.ts} label="Reply…" />
      )}
    </aside>
  );
}
