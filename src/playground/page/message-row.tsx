import { useState } from 'react';
import type { SimMessage } from '../slack-sim/slack-sim.ts';
import { authorOf } from './author.ts';
import { Avatar } from './avatar.tsx';
import { repliesOf } from './channel-messages.ts';
import { EditBox } from './edit-box.tsx';
import { MessageActions } from './message-actions.tsx';
import { MessageBody } from './message-body.tsx';
import { Mrkdwn } from './mrkdwn.tsx';
import { usePage } from './page-context.ts';
import { Reactions } from './reactions.tsx';
import { clockTime, dateOf, dayAndTime } from './times.ts';

/** One message with all that hangs on it. Compact: it goes on from the one above, without avatar and name. */
export function MessageRow(props: { message: SimMessage; inThread: boolean; isCompact: boolean }) {
  const { message, inThread, isCompact } = props;
  const { state, marked } = usePage();
  const [isEditing, setEditing] = useState(false);
  const author = authorOf(message, state);
  const isSystem = /^(channel|group)_(join|leave|topic|purpose|name)$/.test(message.subtype ?? '');
  const time = (
    <time dateTime={dateOf(message.ts).toISOString()} title={dayAndTime(message.ts)}>
      {isCompact ? clockTime(message.ts).split(' ')[0] : clockTime(message.ts)}
    </time>
  );
  return (
    <article
      className={`message${isCompact ? ' compact' : ''}${marked === message.ts ? ' marked' : ''}${isSystem ? ' system' : ''}`}
      data-ts={message.ts}
      aria-label={`${author.name} at ${clockTime(message.ts)}`}
    >
      <div className="gutter">{isCompact ? time : <Avatar name={author.name} isOurs={author.isOurs} />}</div>
      <div className="content">
        {!isCompact && (
          <div className="byline">
            <span className="author">{author.name}</span>
            {author.isApp && <span className="badge">APP</span>}
            {time}
          </div>
        )}
        {message.subtype === 'thread_broadcast' && !inThread && <BroadcastNote message={message} />}
        {isSystem ? (
          <Mrkdwn text={message.text} />
        ) : isEditing ? (
          <EditBox message={message} close={() => setEditing(false)} />
        ) : (
          <MessageBody message={message} />
        )}
        {message.edited !== undefined && !isEditing && <span className="edited">(edited)</span>}
        <Reactions message={message} />
        {!inThread && <ReplyBar message={message} />}
      </div>
      {!isEditing && <MessageActions message={message} inThread={inThread} edit={() => setEditing(true)} />}
    </article>
  );
}

function BroadcastNote({ message }: { message: SimMessage }) {
  const { openThread } = usePage();
  const { channel, thread_ts: ts } = message;
  return (
    <p className="broadcast-note">
      replied to{' '}
      <button type="button" className="link" onClick={() => ts !== undefined && openThread({ channel, ts })}>
        a thread
      </button>
    </p>
  );
}

function ReplyBar({ message }: { message: SimMessage }) {
  const { state, openThread } = usePage();
  const replies = repliesOf(message, state.messages);
  const last = replies.at(-1);
  if (last === undefined) return null;
  const authors = new Map(
    replies.map((reply) => authorOf(reply, state)).map((author) => [author.key, author]),
  );
  return (
    <button
      type="button"
      className="reply-bar"
      onClick={() => openThread({ channel: message.channel, ts: message.ts })}
    >
      {[...authors.values()].slice(0, 5).map((author) => (
        <Avatar key={author.key} name={author.name} isOurs={author.isOurs} size={24} />
      ))}
      <strong>
        {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
      </strong>
      <span className="last-reply">Last reply {dayAndTime(last.ts)}</span>
    </button>
  );
}
