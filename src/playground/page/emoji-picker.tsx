import { useState } from 'react';
import { emojiCharacter, favouriteEmoji, findEmoji } from './emoji.ts';
import { Popover } from './popover.tsx';

/** A small picker: the usual eight, and a search over all the rest. */
export function EmojiPicker(props: { anchor: Element | null; pick(name: string): void; close(): void }) {
  const { anchor, pick, close } = props;
  const [typed, setTyped] = useState('');
  const offered =
    typed.trim() === ''
      ? favouriteEmoji.map((name) => ({ name, character: emojiCharacter(name) ?? name }))
      : findEmoji(typed);
  const choose = (name: string) => {
    pick(name);
    close();
  };
  return (
    <Popover anchor={anchor} close={close} label="Pick a reaction" className="emoji-picker">
      <input
        type="search"
        aria-label="Search emoji"
        placeholder="Search all emoji"
        value={typed}
        // biome-ignore lint/a11y/noAutofocus: a popover that was just opened takes the focus
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const first = offered[0];
          if (event.key === 'Enter' && first !== undefined) choose(first.name);
        }}
      />
      <div className="emoji-grid">
        {offered.map(({ name, character }) => (
          <button
            type="button"
            key={name}
            title={`:${name}:`}
            aria-label={`:${name}:`}
            onClick={() => choose(name)}
          >
            {character}
          </button>
        ))}
      </div>
      {offered.length === 0 && <p className="nothing">No emoji by that name.</p>}
    </Popover>
  );
}
