import { useState } from 'react';
import type { SimMessage } from '../slack-sim/slack-sim.ts';
import { composeText, typedText } from './compose-text.ts';
import { usePage } from './page-context.ts';

/** A message's text in a box: Enter saves, Escape leaves it as it was. */
export function EditBox({ message, close }: { message: SimMessage; close(): void }) {
  const { state, me, run } = usePage();
  const [typed, setTyped] = useState(() => typedText(message.text, state.users, state.channels));
  const save = async () => {
    const text = composeText(typed, state.users, state.channels);
    if (text === '') return;
    if (text === message.text) return close();
    const answer = await run('edit', { channel: message.channel, ts: message.ts, user: me.id, text });
    if (answer.ok) close();
  };
  return (
    <div className="edit-box">
      <textarea
        aria-label="Edit message"
        value={typed}
        rows={Math.min(8, typed.split('\n').length)}
        // biome-ignore lint/a11y/noAutofocus: the box replaces the message whose "Edit" was just chosen
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          void save();
        }}
      />
      <div className="edit-buttons">
        <button type="button" className="small" onClick={close}>
          Cancel
        </button>
        <button type="button" className="small primary" onClick={() => void save()}>
          Save
        </button>
      </div>
    </div>
  );
}
