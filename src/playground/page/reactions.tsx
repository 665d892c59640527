import { useRef, useState } from 'react';
import type { SimMessage } from '../slack-sim/slack-sim.ts';
import { emojiCharacter } from './emoji.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { SmileIcon } from './icons.tsx';
import { usePage } from './page-context.ts';

/** Puts this person's reaction on a message, or takes it off again. */
export function useToggleReaction(message: SimMessage): (name: string) => void {
  const { me, run } = usePage();
  return (name) => {
    const mine = message.reactions?.some((one) => one.name === name && one.users.includes(me.id));
    void run(mine === true ? 'unreact' : 'react', {
      channel: message.channel,
      ts: message.ts,
      user: me.id,
      name,
    });
  };
}

/** The pills under a message. */
export function Reactions({ message }: { message: SimMessage }) {
  const { state, me } = usePage();
  const toggle = useToggleReaction(message);
  const [picking, setPicking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const reactions = (message.reactions ?? []).filter((one) => one.users.length > 0);
  if (reactions.length === 0) return null;
  return (
    <div className="reactions">
      {reactions.map(({ name, users }) => {
        const names = users.map((id) =>
          id === me.id ? 'you' : (state.users.find((one) => one.id === id)?.name ?? id),
        );
        const who = `${names.join(', ')} reacted with :${name}:`;
        return (
          <button
            type="button"
            key={name}
            className={`pill${users.includes(me.id) ? ' mine' : ''}`}
            aria-pressed={users.includes(me.id)}
            aria-label={`${users.length} :${name}:, ${who}`}
            title={who}
            onClick={() => toggle(name)}
          >
            <span className="emoji">{emojiCharacter(name) ?? `:${name}:`}</span> {users.length}
          </button>
        );
      })}
      <button
        type="button"
        ref={button}
        className="pill add"
        aria-label="Add reaction"
        aria-haspopup="dialog"
        onClick={() => setPicking(true)}
      >
        <SmileIcon />
      </button>
      {picking && <EmojiPicker anchor={button.current} pick={toggle} close={() => setPicking(false)} />}
    </div>
  );
}
