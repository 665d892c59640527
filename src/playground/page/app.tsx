import { useCallback, useMemo, useState } from 'react';
import type { SimChannel } from '../slack-sim/slack-sim.ts';
import { callVerb } from './call-verb.ts';
import { ChannelPane } from './channel-pane.tsx';
import { HomePane } from './home-pane.tsx';
import { ModalStack } from './modal.tsx';
import { type Notice, type OpenThread, type PageContext, type Place, pageContext } from './page-context.ts';
import type { PageState } from './page-state.ts';
import { parsePermalink } from './parse-permalink.ts';
import { PlayPanel } from './play-panel.tsx';
import { Sidebar } from './sidebar.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { TopBar } from './top-bar.tsx';
import { useLive } from './use-live.ts';
import { useUnread } from './use-unread.ts';

const toastMs = 5000;

/** The page: waits for the first state, then draws the workspace. */
export function App() {
  const { state, connected } = useLive();
  if (state === undefined) return <p className="waiting">Opening the workspace…</p>;
  return <Workspace state={state} connected={connected} />;
}

function Workspace({ state, connected }: { state: PageState; connected: boolean }) {
  const people = state.users.filter((user) => !user.isBot);
  const [myId, setMe] = useState(people[0]?.id ?? '');
  const [place, setPlace] = useState<Place>(() => firstPlace(state));
  const [thread, openThread] = useState<OpenThread>();
  const [marked, setMarked] = useState<string>();
  const [notices, setNotices] = useState<Notice[]>([]);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const [toastText, setToast] = useState<string>();
  const [guideOpen, setGuideOpen] = useState(true);
  const me = people.find((user) => user.id === myId) ?? people[0];
  const unread = useUnread(state, place, me?.id);

  const toast = useCallback((text: string) => {
    setToast(text);
    setTimeout(() => setToast((shown) => (shown === text ? undefined : shown)), toastMs);
  }, []);

  const page = useMemo((): PageContext | undefined => {
    if (me === undefined) return undefined;
    const go = (to: Place) => {
      setPlace(to);
      openThread(undefined);
      setMarked(undefined);
      if (to.kind !== 'channel') void callVerb('openHome', { user: me.id });
    };
    return {
      state,
      me,
      setMe: (user) => {
        setMe(user);
        const channel = place.kind === 'channel' && state.channels.find((one) => one.id === place.id);
        if (channel && !canSee(channel, user)) go(firstPlace(state));
        if (place.kind === 'home') void callVerb('openHome', { user });
        if (place.kind === 'messages') openThread(undefined);
      },
      place,
      go,
      thread,
      openThread,
      marked,
      goToMessage: (channel, ts, threadTs) => {
        const found = state.messages.find((one) => one.channel === channel && one.ts === ts);
        const root = threadTs ?? found?.thread_ts;
        setPlace({ kind: 'channel', id: channel });
        openThread(root === undefined ? undefined : { channel, ts: root });
        setMarked(ts);
      },
      unread,
      notices,
      notify: (notice) => {
        const ts = (Date.now() / 1000).toFixed(6);
        setNotices((before) => [...before, { ...notice, id: `notice-${before.length}`, ts, user: me.id }]);
      },
      dismissed,
      dismiss: (id) => setDismissed((before) => new Set([...before, id])),
      run: async (verb, body) => {
        const answer = await callVerb(verb, body);
        if (!answer.ok) toast(answer.error);
        return answer;
      },
      toast,
    };
  }, [state, me, place, thread, marked, unread, notices, dismissed, toast]);

  if (page === undefined) return <p className="waiting">This workspace has no people yet.</p>;
  return (
    <pageContext.Provider value={page}>
      <div className="workspace" onClickCapture={(event) => followPermalink(event, page)}>
        <TopBar guideOpen={guideOpen} toggleGuide={() => setGuideOpen(!guideOpen)} />
        {guideOpen && <PlayPanel close={() => setGuideOpen(false)} />}
        <div className={`panes${thread === undefined ? '' : ' with-thread'}`}>
          <Sidebar />
          {place.kind === 'channel' ? <ChannelPane key={place.id} channelId={place.id} /> : <HomePane />}
          {thread !== undefined && <ThreadPane key={`${thread.channel} ${thread.ts}`} thread={thread} />}
        </div>
        <ModalStack />
        <div className="toasts" role="status" aria-live="polite">
          {!connected && <p className="toast">The playground has stopped. Trying to reach it again…</p>}
          {toastText !== undefined && <p className="toast">{toastText}</p>}
        </div>
      </div>
    </pageContext.Provider>
  );
}

function canSee(channel: SimChannel, user: string): boolean {
  return !channel.isPrivate || channel.members.includes(user);
}

function firstPlace(state: PageState): Place {
  const open = state.channels.filter((channel) => !channel.isPrivate && !channel.isIm && !channel.isArchived);
  const first = open.find((channel) => channel.name === 'incidents') ?? open[0];
  return first === undefined ? { kind: 'home' } : { kind: 'channel', id: first.id };
}

function followPermalink(event: React.MouseEvent, page: PageContext): void {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  const link = anchor === null ? undefined : parsePermalink(anchor.href);
  if (link === undefined || !page.state.channels.some((channel) => channel.id === link.channel)) return;
  event.preventDefault();
  page.goToMessage(link.channel, link.ts, link.threadTs);
}
