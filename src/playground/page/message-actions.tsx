import { useCallback, useRef, useState } from 'react';
import type { SimMessage } from '../slack-sim/slack-sim.ts';
import { wasAcknowledged } from './call-verb.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { MoreIcon, ReplyIcon, SmileIcon } from './icons.tsx';
import { usePage } from './page-context.ts';
import { Popover } from './popover.tsx';
import { useToggleReaction } from './reactions.tsx';

const shortcuts = [
  { callbackId: 'find_past_fixes', label: 'Find past fixes' },
  { callbackId: 'save_the_fix', label: 'Save the fix' },
] as const;

/** The bar over a message under the pointer or the focus: react, reply, and the "…" menu. */
export function MessageActions(props: { message: SimMessage; inThread: boolean; edit(): void }) {
  const { message, inThread, edit } = props;
  const { openThread } = usePage();
  const toggle = useToggleReaction(message);
  const [open, setOpen] = useState<'emoji' | 'menu'>();
  const emojiButton = useRef<HTMLButtonElement>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(undefined), []);
  return (
    <div
      className={`message-actions${open === undefined ? '' : ' open'}`}
      role="toolbar"
      aria-label="Message actions"
    >
      <button
        type="button"
        title="Completed"
        aria-label="React with ✅"
        onClick={() => toggle('white_check_mark')}
      >
        ✅
      </button>
      <button type="button" title="Taking a look" aria-label="React with 👀" onClick={() => toggle('eyes')}>
        👀
      </button>
      <button
        type="button"
        ref={emojiButton}
        title="Find another reaction"
        aria-label="Find another reaction"
        aria-haspopup="dialog"
        onClick={() => setOpen('emoji')}
      >
        <SmileIcon />
      </button>
      {!inThread && (
        <button
          type="button"
          title="Reply in thread"
          aria-label="Reply in thread"
          onClick={() => openThread({ channel: message.channel, ts: message.thread_ts ?? message.ts })}
        >
          <ReplyIcon />
        </button>
      )}
      <button
        type="button"
        ref={menuButton}
        title="More actions"
        aria-label="More actions"
        aria-haspopup="menu"
        onClick={() => setOpen('menu')}
      >
        <MoreIcon />
      </button>
      {open === 'emoji' && <EmojiPicker anchor={emojiButton.current} pick={toggle} close={close} />}
      {open === 'menu' && (
        <MessageMenu message={message} anchor={menuButton.current} edit={edit} close={close} />
      )}
    </div>
  );
}

function MessageMenu(props: { message: SimMessage; anchor: Element | null; edit(): void; close(): void }) {
  const { message, anchor, edit, close } = props;
  const { state, me, run, toast } = usePage();
  const { channel, ts } = message;
  const appName = state.users.find((user) => user.id === state.botUserId)?.realName ?? 'Precedent';
  const takeShortcut = async (callbackId: string) => {
    close();
    const answer = await run('shortcut', { callbackId, channel, ts, user: me.id });
    if (answer.ok && !wasAcknowledged(answer)) toast(`${appName} did not respond in time. Try again.`);
  };
  return (
    <Popover anchor={anchor} close={close} label="More actions" className="menu">
      {shortcuts.map(({ callbackId, label }) => (
        <button type="button" key={callbackId} onClick={() => void takeShortcut(callbackId)}>
          {label} <span className="by">{appName}</span>
        </button>
      ))}
      {message.user === me.id && (
        <>
          <hr />
          <button
            type="button"
            onClick={() => {
              close();
              edit();
            }}
          >
            Edit message
          </button>
          <button
            type="button"
            className="danger"
            onClick={() => {
              close();
              void run('delete', { channel, ts, user: me.id });
            }}
          >
            Delete message
          </button>
        </>
      )}
    </Popover>
  );
}
