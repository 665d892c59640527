import type { Block } from './block-types.ts';
import { usePage } from './page-context.ts';
import { pressedIn, type Surface } from './surface.ts';

/** For an input with `dispatch_action`: tells the app of a change at once. For others it does nothing. */
export function useDispatch(block: Block, surface: Surface): (value: string | undefined) => void {
  const { me, run } = usePage();
  return (value) => {
    const actionId = block.element?.action_id;
    if (block.dispatch_action !== true || actionId === undefined) return;
    void run('press', {
      user: me.id,
      actionId,
      ...pressedIn(surface),
      ...(value === undefined ? {} : { value }),
    });
  };
}
