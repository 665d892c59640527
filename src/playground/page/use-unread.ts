import { useEffect, useState } from 'react';
import type { Place } from './page-context.ts';
import type { PageState } from './page-state.ts';

/** Ids of the channels with top-level messages that came since they were last on show; none at first. */
export function useUnread(state: PageState, place: Place, me: string | undefined): ReadonlySet<string> {
  const [readUpTo, setReadUpTo] = useState<Record<string, string>>(() => latestByChannel(state, undefined));
  const latest = latestByChannel(state, me);
  const shown = place.kind === 'channel' ? place.id : undefined;
  const shownLatest = shown === undefined ? undefined : latest[shown];

  useEffect(() => {
    if (shown === undefined || shownLatest === undefined) return;
    setReadUpTo((before) => (before[shown] === shownLatest ? before : { ...before, [shown]: shownLatest }));
  }, [shown, shownLatest]);

  return new Set(
    Object.entries(latest)
      .filter(([channel, ts]) => channel !== shown && Number(ts) > Number(readUpTo[channel] ?? 0))
      .map(([channel]) => channel),
  );
}

function latestByChannel(state: PageState, me: string | undefined): Record<string, string> {
  const latest: Record<string, string> = {};
  for (const message of state.messages) {
    const isReply = message.thread_ts !== undefined && message.thread_ts !== message.ts;
    if (isReply || (me !== undefined && message.user === me)) continue;
    if (Number(message.ts) > Number(latest[message.channel] ?? 0)) latest[message.channel] = message.ts;
  }
  return latest;
}
