import { useRef, useState } from 'react';
import { wasAcknowledged } from './call-verb.ts';
import { composeText } from './compose-text.ts';
import { ComposerInput } from './composer-input.tsx';
import { SendIcon } from './icons.tsx';
import { usePage } from './page-context.ts';

/** Where a person types. Enter sends, Shift+Enter makes a line; a leading slash is a command. */
export function Composer({
  channel,
  threadTs,
  label,
}: {
  channel: string;
  threadTs?: string;
  label: string;
}) {
  const { state, me, run, notify } = usePage();
  const [typed, setTyped] = useState('');
  const [broadcast, setBroadcast] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const place = { channel, ...(threadTs === undefined ? {} : { threadTs }) };

  const runCommand = async (text: string) => {
    const [word = text] = text.split(/\s/, 1);
    if (threadTs !== undefined) {
      notify({ ...place, text: `\`${word}\` is not supported in threads. Sorry!` });
      return;
    }
    const answer = await run('command', { channel, user: me.id, text });
    if (answer.ok && !wasAcknowledged(answer)) {
      notify({ ...place, text: `${word} failed with the error "operation_timeout"` });
    }
  };

  const send = async () => {
    const text = typed.trim();
    if (text === '') return;
    setTyped('');
    if (/^\/\w/.test(text)) return runCommand(text);
    const answer = await run('say', {
      ...place,
      user: me.id,
      text: composeText(text, state.users, state.channels),
      ...(broadcast ? { broadcast } : {}),
    });
    setBroadcast(false);
    if (!answer.ok) setTyped((now) => (now === '' ? text : now));
  };

  return (
    <div className="composer">
      <div className="composer-box">
        <ComposerInput {...{ box, label, typed }} change={setTyped} send={() => void send()} />
        <div className="composer-bar">
          {threadTs === undefined ? (
            <span className="hint">
              {typed.startsWith('/')
                ? 'Enter runs the command'
                : 'Shift + Enter for a new line · / for a command'}
            </span>
          ) : (
            <label className="hint">
              <input
                type="checkbox"
                checked={broadcast}
                onChange={(event) => setBroadcast(event.target.checked)}
              />{' '}
              Also send to the channel
            </label>
          )}
          <button
            type="button"
            className="send"
            aria-label="Send now"
            disabled={typed.trim() === ''}
            onClick={() => {
              box.current?.focus();
              void send();
            }}
          >
            <SendIcon />
          </button>
        </div>
      </div>
    </div>
  );
}
