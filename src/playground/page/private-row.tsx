import type { ReactNode } from 'react';
import type { SimEphemeral } from '../slack-sim/slack-sim.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { Mrkdwn } from './mrkdwn.tsx';
import { type Notice, usePage } from './page-context.ts';
import { clockTime, dateOf } from './times.ts';

/** An app's message that only this person sees. */
export function PrivateRow({ ephemeral }: { ephemeral: SimEphemeral }) {
  const { state, dismiss } = usePage();
  const name = state.users.find((user) => user.id === state.botUserId)?.realName ?? 'Precedent';
  const blocks = ephemeral.blocks ?? [];
  return (
    <OnlyYou name={name} ts={ephemeral.ts} dismiss={() => dismiss(ephemeral.id)}>
      {blocks.length === 0 ? (
        <Mrkdwn text={ephemeral.text} />
      ) : (
        <Blocks blocks={blocks} surface={{ kind: 'message', channel: ephemeral.channel, ts: ephemeral.id }} />
      )}
    </OnlyYou>
  );
}

/** A word from Slackbot: what Slack itself answers to a command that cannot be run. */
export function NoticeRow({ notice }: { notice: Notice }) {
  const { dismiss } = usePage();
  return (
    <OnlyYou name="Slackbot" ts={notice.ts} dismiss={() => dismiss(notice.id)}>
      <Mrkdwn text={notice.text} />
    </OnlyYou>
  );
}

function OnlyYou(props: { name: string; ts: string; dismiss(): void; children: ReactNode }) {
  const { name, ts, dismiss, children } = props;
  return (
    <article className="message private" aria-label={`${name}, only visible to you`}>
      <div className="gutter">
        <Avatar name={name} isOurs={name !== 'Slackbot'} />
      </div>
      <div className="content">
        <p className="only-you">
          <EyeMark /> Only visible to you
        </p>
        <div className="byline">
          <span className="author">{name}</span>
          <span className="badge">APP</span>
          <time dateTime={dateOf(ts).toISOString()}>{clockTime(ts)}</time>
        </div>
        <div className="body">{children}</div>
        <p className="only-you">
          Only you can see this ·{' '}
          <button type="button" className="link" onClick={dismiss}>
            Dismiss message
          </button>
        </p>
      </div>
    </article>
  );
}

function EyeMark() {
  return (
    <svg width="14" height="14" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M2 10c2-3.5 4.7-5.2 8-5.2s6 1.7 8 5.2c-2 3.5-4.7 5.2-8 5.2S4 13.5 2 10z" strokeWidth="1.6" />
      <circle cx="10" cy="10" r="2.3" strokeWidth="1.6" />
    </svg>
  );
}
