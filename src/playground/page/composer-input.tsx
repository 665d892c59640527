import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { findSuggestions, type Suggestion } from './find-suggestions.ts';
import { usePage } from './page-context.ts';

/** The composer's text box, with names to complete after @ and #. Enter sends unless it completes a name. */
export function ComposerInput(props: {
  box: Ref<HTMLTextAreaElement>;
  label: string;
  typed: string;
  change(typed: string): void;
  send(): void;
}) {
  const { box, label, typed, change, send } = props;
  const { state, me } = usePage();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [isClosed, setClosed] = useState(false);
  const listId = useId();
  const visible = state.channels.filter((one) => !one.isPrivate || one.members.includes(me.id));
  const offered = isClosed ? [] : findSuggestions(typed.slice(0, caret), state.users, visible);
  const chosen = offered[active] ?? offered[0];

  const complete = (suggestion: Suggestion) => {
    const end = suggestion.from + suggestion.insert.length;
    change(typed.slice(0, suggestion.from) + suggestion.insert + typed.slice(caret));
    setCaret(end);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (chosen !== undefined && ['ArrowDown', 'ArrowUp', 'Tab', 'Enter', 'Escape'].includes(event.key)) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (event.key === 'Escape') setClosed(true);
      else if (event.key.startsWith('Arrow')) setActive((active + step + offered.length) % offered.length);
      else complete(chosen);
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };

  return (
    <>
      {offered.length > 0 && (
        <div className="suggestions" role="listbox" id={listId} aria-label="Suggestions">
          {offered.map((suggestion) => (
            <button
              type="button"
              role="option"
              key={suggestion.name}
              tabIndex={-1}
              aria-selected={suggestion === chosen}
              onMouseDown={(event) => {
                event.preventDefault();
                complete(suggestion);
              }}
            >
              {suggestion.name} <small>{suggestion.detail}</small>
            </button>
          ))}
        </div>
      )}
      <textarea
        ref={box}
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-controls={listId}
        value={typed}
        rows={Math.min(10, typed.split('\n').length)}
        onChange={({ target }) => {
          change(target.value);
          setCaret(target.selectionStart);
          setActive(0);
          setClosed(false);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onBlur={() => setClosed(true)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
