import { createContext, useContext } from 'react';
import type { SimUser } from '../slack-sim/slack-sim.ts';
import type { VerbAnswer } from './call-verb.ts';
import type { PageState } from './page-state.ts';

/** What the main pane shows. */
export type Place = { kind: 'channel'; id: string } | { kind: 'home' } | { kind: 'messages' };

export type OpenThread = { channel: string; ts: string };

/** A line of Slackbot's that only this page shows: a refused or timed out command. */
export type Notice = {
  id: string;
  channel: string;
  user: string;
  ts: string;
  text: string;
  threadTs?: string;
};

/** What every part of the page may see and do. */
export type PageContext = {
  state: PageState;
  me: SimUser;
  setMe(user: string): void;
  place: Place;
  go(place: Place): void;
  thread: OpenThread | undefined;
  openThread(thread: OpenThread | undefined): void;
  /** The message to bring into view and mark, after a permalink was followed. */
  marked: string | undefined;
  goToMessage(channel: string, ts: string, threadTs?: string): void;
  unread: ReadonlySet<string>;
  notices: Notice[];
  notify(notice: Omit<Notice, 'id' | 'ts' | 'user'>): void;
  dismissed: ReadonlySet<string>;
  dismiss(id: string): void;
  /** Runs a verb; an error is shown as a toast as well as returned. */
  run(verb: string, body: Record<string, unknown>): Promise<VerbAnswer>;
  toast(text: string): void;
};

export const pageContext = createContext<PageContext | undefined>(undefined);

/** The page's context; throws outside of the app. */
export function usePage(): PageContext {
  const page = useContext(pageContext);
  if (page === undefined) throw new Error('usePage is for components inside App');
  return page;
}
