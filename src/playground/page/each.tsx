import { createElement, Fragment, type ReactNode } from 'react';

/** Draws a list whose items have no identity but their place (parsed text, blocks), so without keys. */
export function Each<T>({
  of,
  draw,
}: {
  of: readonly T[];
  draw(item: T, index: number): ReactNode;
}): ReactNode {
  return createElement(Fragment, null, ...of.map(draw));
}
