import type { SimChannel } from '../slack-sim/slack-sim.ts';
import { Avatar } from './avatar.tsx';
import { LockIcon } from './icons.tsx';
import { usePage } from './page-context.ts';

/** The channels this person can see, and the app. */
export function Sidebar() {
  const { state, me, place, go, unread } = usePage();
  const channels = state.channels
    .filter((channel) => !channel.isIm && !channel.isArchived)
    .filter((channel) => !channel.isPrivate || channel.members.includes(me.id))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const bot = state.users.find((user) => user.id === state.botUserId);
  const botName = bot?.realName ?? 'Precedent';
  const shownId = place.kind === 'channel' ? place.id : undefined;
  return (
    <nav className="sidebar" aria-label="Workspace">
      <div className="team">{state.teamName}</div>
      <h2>Channels</h2>
      <ul>
        {channels.map((channel) => {
          const isUnread = unread.has(channel.id);
          return (
            <li key={channel.id}>
              <button
                type="button"
                className={isUnread ? 'unread' : ''}
                aria-current={channel.id === shownId ? 'page' : undefined}
                onClick={() => go({ kind: 'channel', id: channel.id })}
              >
                <ChannelMark channel={channel} />
                <span className="label">{channel.name}</span>
                {isUnread && <span className="dot" role="img" aria-label="unread messages" />}
              </button>
            </li>
          );
        })}
      </ul>
      <h2>Apps</h2>
      <div className="app-name">
        <Avatar name={botName} isOurs size={20} />
        <span className="label">{botName}</span>
      </div>
      <ul className="app-places">
        {(['home', 'messages'] as const).map((kind) => (
          <li key={kind}>
            <button
              type="button"
              aria-current={place.kind === kind ? 'page' : undefined}
              onClick={() => go({ kind })}
            >
              <span className="label">{kind === 'home' ? 'Home' : 'Messages'}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** # for a public channel, a lock for a private one. */
export function ChannelMark({ channel }: { channel: SimChannel }) {
  return <span className="mark">{channel.isPrivate ? <LockIcon /> : '#'}</span>;
}
