import { Fragment, useLayoutEffect, useRef } from 'react';
import type { Line } from './channel-messages.ts';
import { MessageRow } from './message-row.tsx';
import { usePage } from './page-context.ts';
import { NoticeRow, PrivateRow } from './private-row.tsx';
import { dateOf, dayName } from './times.ts';

const groupedWithinSeconds = 300;
const nearBottomPx = 160;

/** The lines of a pane with dividers between days; keeps to the newest unless the reader scrolled up. */
export function MessageList({ lines, inThread }: { lines: Line[]; inThread: boolean }) {
  const { marked } = usePage();
  const scroller = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const content = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, content.current];
    if (outer === null || inner === null) return;
    const keepToNewest = () => {
      if (follows.current) outer.scrollTop = outer.scrollHeight;
    };
    const observer = new ResizeObserver(keepToNewest);
    observer.observe(inner);
    observer.observe(outer);
    keepToNewest();
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (marked === undefined) return;
    const row = scroller.current?.querySelector(`[data-ts="${CSS.escape(marked)}"]`);
    if (row === null || row === undefined) return;
    follows.current = false;
    row.scrollIntoView({ block: 'center' });
  }, [marked]);

  return (
    <section
      className="messages"
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by the keyboard
      tabIndex={0}
      aria-label={inThread ? 'Replies' : 'Messages'}
      onScroll={({ currentTarget: at }) => {
        follows.current = at.scrollHeight - at.scrollTop - at.clientHeight < nearBottomPx;
      }}
    >
      <div ref={content} className="messages-content">
        {lines.map((line, index) => {
          const before = lines[index - 1];
          const isNewDay =
            !inThread &&
            (before === undefined || dateOf(before.ts).toDateString() !== dateOf(line.ts).toDateString());
          return (
            <Fragment
              key={`${line.kind} ${line.kind === 'message' ? line.ts : line.kind === 'notice' ? line.notice.id : line.ephemeral.id}`}
            >
              {isNewDay && (
                <div className="day">
                  <span>{dayName(line.ts)}</span>
                </div>
              )}
              {line.kind === 'message' && (
                <MessageRow
                  message={line.message}
                  inThread={inThread}
                  isCompact={!isNewDay && isContinued(before, line)}
                />
              )}
              {line.kind === 'ephemeral' && <PrivateRow ephemeral={line.ephemeral} />}
              {line.kind === 'notice' && <NoticeRow notice={line.notice} />}
              {inThread && index === 0 && lines.length > 1 && (
                <div className="reply-divider">
                  {lines.length - 1} {lines.length === 2 ? 'reply' : 'replies'}
                </div>
              )}
            </Fragment>
          );
        })}
      </div>
    </section>
  );
}

function isContinued(before: Line | undefined, line: Line): boolean {
  if (before?.kind !== 'message' || line.kind !== 'message') return false;
  const [a, b] = [before.message, line.message];
  const sameAuthor = a.user === b.user && a.bot_id === b.bot_id && a.username === b.username;
  const isPlain = [a, b].every((one) => one.subtype === undefined || one.subtype === 'bot_message');
  return sameAuthor && isPlain && Number(b.ts) - Number(a.ts) < groupedWithinSeconds;
}
