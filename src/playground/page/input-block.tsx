import { useId } from 'react';
import { type Block, wordsOf } from './block-types.ts';
import { Choice, isChoice } from './choice.tsx';
import { useForm } from './form-context.ts';
import { PlainText } from './mrkdwn.tsx';
import type { Surface } from './surface.ts';
import { useDispatch } from './use-dispatch.ts';
import { type ElementState, initialElementState } from './view-state.ts';

const htmlTypes: Record<string, string> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
};

/** A labelled input of a modal, with its hint and what is wrong with it. */
export function InputBlock({ block, surface }: { block: Block; surface: Surface }) {
  const form = useForm();
  const dispatch = useDispatch(block, surface);
  const hintId = useId();
  const { element, block_id: blockId = '' } = block;
  if (element === undefined) return null;
  const actionId = element.action_id ?? '';
  const state = form?.values[blockId]?.[actionId] ?? initialElementState(element) ?? { type: element.type };
  const error = form?.errors[blockId];
  const label = wordsOf(block.label);
  const set = (next: ElementState) => form?.set(blockId, actionId, next);
  const shared = {
    'aria-label': label,
    'aria-invalid': error !== undefined,
    'aria-describedby': hintId,
    placeholder: wordsOf(element.placeholder),
    value: state.value ?? '',
    ...(element.max_length === undefined ? {} : { maxLength: element.max_length }),
  };
  const type = (value: string) => set({ type: element.type, value: value === '' ? null : value });
  const drawn = () => {
    if (isChoice(element.type)) {
      return (
        <Choice
          {...{ element, state, label }}
          change={(next, value) => {
            set(next);
            dispatch(value);
          }}
        />
      );
    }
    if (element.multiline === true) {
      return <textarea rows={4} {...shared} onChange={({ target }) => type(target.value)} />;
    }
    return (
      <input
        type={htmlTypes[element.type] ?? 'text'}
        {...shared}
        onChange={({ target }) => type(target.value)}
        onBlur={() => dispatch(state.value ?? undefined)}
      />
    );
  };
  return (
    <div className={`input${error === undefined ? '' : ' invalid'}`}>
      <div className="input-label">
        <PlainText text={label} /> {block.optional === true && <span className="optional">(optional)</span>}
      </div>
      {drawn()}
      <div id={hintId}>
        {error !== undefined && (
          <p className="input-error" role="alert">
            {error}
          </p>
        )}
        {block.hint !== undefined && (
          <p className="input-hint">
            <PlainText text={wordsOf(block.hint)} />
          </p>
        )}
      </div>
    </div>
  );
}
