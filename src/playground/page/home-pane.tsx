import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { channelLines } from './channel-messages.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { usePage } from './page-context.ts';

/** The app's own place: its Home tab, and its direct messages with this person. */
export function HomePane() {
  const { state, place, go } = usePage();
  const name = state.users.find((user) => user.id === state.botUserId)?.realName ?? 'Precedent';
  return (
    <main className="pane" aria-label={name}>
      <header className="pane-header">
        <Avatar name={name} isOurs size={24} />
        <h1>{name}</h1>
        <div className="tabs" role="tablist">
          {(['home', 'messages'] as const).map((kind) => (
            <button
              type="button"
              role="tab"
              key={kind}
              aria-selected={place.kind === kind}
              onClick={() => go({ kind })}
            >
              {kind === 'home' ? 'Home' : 'Messages'}
            </button>
          ))}
        </div>
      </header>
      {place.kind === 'home' ? <HomeTab name={name} /> : <MessagesTab name={name} />}
    </main>
  );
}

function HomeTab({ name }: { name: string }) {
  const { state, me } = usePage();
  const home = state.views.findLast((view) => view.type === 'home' && view.user === me.id);
  const blocks = Array.isArray(home?.view.blocks) ? home.view.blocks : [];
  if (home === undefined || blocks.length === 0) {
    return <p className="empty">{name} has not drawn its Home yet.</p>;
  }
  return (
    <section className="home" aria-label="Home tab">
      <Blocks blocks={blocks} surface={{ kind: 'view', viewId: home.id }} />
    </section>
  );
}

function MessagesTab({ name }: { name: string }) {
  const { state, me, notices, dismissed } = usePage();
  const channel = state.channels.find((one) => one.isIm && one.members.includes(me.id));
  if (channel === undefined) return <p className="empty">{name} has not written to you yet.</p>;
  return (
    <>
      <MessageList
        lines={channelLines(channel.id, { state, me: me.id, notices, dismissed })}
        inThread={false}
      />
      <Composer channel={channel.id} label={`Message ${name}`} />
    </>
  );
}
