import { useCallback, useRef, useState } from 'react';
import { type BlockElement, wordsOf } from './block-types.ts';
import { MoreIcon } from './icons.tsx';
import { PlainText } from './mrkdwn.tsx';
import { Popover } from './popover.tsx';

/** Block Kit's "…" with its options. */
export function OverflowMenu({
  element,
  pick,
}: {
  element: BlockElement;
  pick(value: string | undefined): void;
}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button
        type="button"
        ref={button}
        className="overflow"
        aria-label="More options"
        aria-haspopup="menu"
        onClick={() => setOpen(true)}
      >
        <MoreIcon />
      </button>
      {isOpen && (
        <Popover anchor={button.current} close={close} label="More options" className="menu">
          {element.options?.map((option) => (
            <button
              type="button"
              key={option.value ?? wordsOf(option.text)}
              onClick={() => {
                close();
                pick(option.value);
              }}
            >
              <PlainText text={wordsOf(option.text)} />
            </button>
          ))}
        </Popover>
      )}
    </>
  );
}
