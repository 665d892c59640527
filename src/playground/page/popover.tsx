import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

const marginPx = 8;

/** A small window beside `anchor`, kept inside the page; Escape or a click elsewhere closes it. */
export function Popover(props: {
  anchor: Element | null;
  label: string;
  className: string;
  close(): void;
  children: ReactNode;
}) {
  const { anchor, label, className, close, children } = props;
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || anchor === null) return;
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = at.bottom + 4 + height < window.innerHeight - marginPx;
    const top = below ? at.bottom + 4 : Math.max(marginPx, at.top - height - 4);
    const left = Math.min(Math.max(marginPx, at.right - width), window.innerWidth - width - marginPx);
    element.style.top = `${top}px`;
    element.style.left = `${left}px`;
    if (!element.contains(document.activeElement))
      element.querySelector<HTMLElement>('button, input')?.focus();
    return () => {
      if (anchor instanceof HTMLElement && anchor.isConnected) anchor.focus({ preventScroll: true });
    };
  }, [anchor]);

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [close]);

  return createPortal(
    <div ref={box} className={`popover ${className}`} role="dialog" aria-label={label}>
      {children}
    </div>,
    // A modal makes the rest of the page inert: what it opens must lie inside of it.
    anchor?.closest('dialog') ?? document.body,
  );
}
