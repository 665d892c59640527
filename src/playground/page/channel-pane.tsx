import { channelLines } from './channel-messages.ts';
import { Composer } from './composer.tsx';
import { PeopleIcon } from './icons.tsx';
import { MessageList } from './message-list.tsx';
import { usePage } from './page-context.ts';
import { ChannelMark } from './sidebar.tsx';

/** A channel: its header, its messages, its composer (or the way in, for who is not a member). */
export function ChannelPane({ channelId }: { channelId: string }) {
  const { state, me, notices, dismissed, run } = usePage();
  const channel = state.channels.find((one) => one.id === channelId);
  if (channel === undefined) return <main className="pane">This channel is gone.</main>;
  const names = channel.members.map((id) => state.users.find((user) => user.id === id)?.name ?? id);
  return (
    <main className="pane" aria-label={`Channel ${channel.name}`}>
      <header className="pane-header">
        <h1>
          <ChannelMark channel={channel} /> {channel.name}
        </h1>
        <p className="topic" title={channel.topic}>
          {channel.topic}
        </p>
        {channel.isExtShared && <span className="badge shared">shared with another company</span>}
        <span className="members" title={names.join(', ')}>
          <PeopleIcon /> {channel.members.length}
          <span className="hidden"> members</span>
        </span>
      </header>
      <MessageList
        lines={channelLines(channel.id, { state, me: me.id, notices, dismissed })}
        inThread={false}
      />
      {channel.members.includes(me.id) ? (
        <Composer channel={channel.id} label={`Message #${channel.name}`} />
      ) : (
        <div className="join-bar">
          <p>
            You are viewing <strong>#{channel.name}</strong>
          </p>
          <button
            type="button"
            className="primary"
            onClick={() => void run('join', { channel: channel.id, user: me.id })}
          >
            Join channel
          </button>
        </div>
      )}
    </main>
  );
}
