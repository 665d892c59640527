import { useState } from 'react';
import type { Block, BlockElement } from './block-types.ts';
import { wordsOf } from './block-types.ts';
import { wasAcknowledged } from './call-verb.ts';
import { Choice, isChoice } from './choice.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useForm } from './form-context.ts';
import { MoreIcon, ThumbIcon } from './icons.tsx';
import { PlainText } from './mrkdwn.tsx';
import { OverflowMenu } from './overflow-menu.tsx';
import { usePage } from './page-context.ts';
import { safeHref } from './parse-mrkdwn.ts';
import { pressedIn, type Surface } from './surface.ts';
import { type ElementState, initialElementState } from './view-state.ts';

/** An element that a person can press or choose from. */
export function Element(props: { element: BlockElement; block: Block; surface: Surface }) {
  const { element, block, surface } = props;
  const { press, busy } = usePress(element, surface);
  const form = useForm();
  const [asking, setAsking] = useState<{ value: string | undefined }>();
  const [chosen, setChosen] = useState<ElementState>();

  const act = (value: string | undefined) => {
    if (element.confirm === undefined) void press(value);
    else setAsking({ value });
  };
  const drawn = () => {
    if (isChoice(element.type)) {
      const { action_id: actionId = '' } = element;
      const inForm = block.block_id === undefined ? undefined : form?.values[block.block_id]?.[actionId];
      const state = inForm ?? chosen ?? initialElementState(element) ?? { type: element.type };
      return (
        <Choice
          element={element}
          state={state}
          label={wordsOf(element.placeholder) || wordsOf(block.text) || 'Choose'}
          change={(next, value) => {
            setChosen(next);
            if (block.block_id !== undefined) form?.set(block.block_id, actionId, next);
            if (value !== '') act(value);
          }}
        />
      );
    }
    switch (element.type) {
      case 'feedback_buttons':
        return <FeedbackButtons element={element} act={act} busy={busy} />;
      case 'overflow':
        return <OverflowMenu element={element} pick={act} />;
      case 'image':
        return <span className="picture">{element.alt_text}</span>;
      case 'icon_button':
        return (
          <button
            type="button"
            className="icon-button"
            aria-label={wordsOf(element.text)}
            onClick={() => act(element.value)}
          >
            <MoreIcon />
          </button>
        );
      default:
        return <Button element={element} act={act} busy={busy} />;
    }
  };
  return (
    <>
      {drawn()}
      {asking !== undefined && element.confirm !== undefined && (
        <ConfirmDialog
          confirm={element.confirm}
          answer={(yes) => {
            setAsking(undefined);
            if (yes) void press(asking.value);
          }}
        />
      )}
    </>
  );
}

function usePress(element: BlockElement, surface: Surface) {
  const { me, run, toast } = usePage();
  const [busy, setBusy] = useState(false);
  const press = async (value: string | undefined) => {
    const href = element.url === undefined ? undefined : safeHref(element.url);
    if (href !== undefined) window.open(href, '_blank', 'noopener,noreferrer');
    setBusy(true);
    const answer = await run('press', {
      user: me.id,
      actionId: element.action_id ?? '',
      ...pressedIn(surface),
      ...(value === undefined ? {} : { value }),
    });
    setBusy(false);
    if (answer.ok && !wasAcknowledged(answer) && href === undefined) {
      toast('The app did not respond in time. Try again.');
    }
  };
  return { press, busy };
}

type Pressable = { element: BlockElement; busy: boolean; act(value: string | undefined): void };

function Button({ element, busy, act }: Pressable) {
  return (
    <button
      type="button"
      className={element.style ?? ''}
      aria-busy={busy}
      disabled={busy}
      {...(element.accessibility_label === undefined ? {} : { 'aria-label': element.accessibility_label })}
      onClick={() => act(element.value)}
    >
      <PlainText text={wordsOf(element.text)} />
    </button>
  );
}

function FeedbackButtons({ element, busy, act }: Pressable) {
  const sides = [
    { name: 'positive', down: false, button: element.positive_button },
    { name: 'negative', down: true, button: element.negative_button },
  ];
  return sides.map(({ name, down, button }) => (
    <button
      type="button"
      key={name}
      className={`feedback ${name}`}
      disabled={busy}
      aria-label={button?.accessibility_label ?? wordsOf(button?.text)}
      title={button?.accessibility_label ?? wordsOf(button?.text)}
      onClick={() => act(button?.value)}
    >
      <ThumbIcon down={down} /> <PlainText text={wordsOf(button?.text)} />
    </button>
  ));
}
