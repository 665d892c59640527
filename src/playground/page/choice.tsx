import { useId } from 'react';
import type { BlockElement, Option } from './block-types.ts';
import { wordsOf } from './block-types.ts';
import { PlainText, TextObject } from './mrkdwn.tsx';
import { usePage } from './page-context.ts';
import { type ElementState, pickedField } from './view-state.ts';

type ChoiceProps = {
  element: BlockElement;
  state: ElementState;
  label: string;
  /** `value`: of the option that was touched. */
  change(state: ElementState, value: string | undefined): void;
};

const choices =
  /^((multi_)?(static|external|users|channels|conversations)_select|checkboxes|radio_buttons|datepicker|timepicker)$/;

/** Whether an element is one to choose in: a select, checkboxes, radio buttons, a date or a time. */
export function isChoice(type: string): boolean {
  return choices.test(type);
}

/** Any element to choose in, showing and changing its entry of the view's state. */
export function Choice(props: ChoiceProps) {
  const { element, state, label, change } = props;
  const { type } = element;
  const options = useOptions(element);
  const field = pickedField(type);
  if (type === 'datepicker' || type === 'timepicker') {
    return (
      <input
        type={type === 'datepicker' ? 'date' : 'time'}
        aria-label={label}
        value={String((field && state[field]) ?? '')}
        onChange={({ target: { value } }) =>
          field && change({ type, [field]: value === '' ? null : value }, value)
        }
      />
    );
  }
  const isMany = type === 'checkboxes' || type.startsWith('multi_');
  const chosen = field === undefined ? chosenValues(state) : [state[field]].flat().map(String);
  const stateOf = (values: string[]): ElementState => {
    const picked = options.filter((option) => values.includes(option.value ?? ''));
    if (field !== undefined) return { type, [field]: isMany ? values : (values[0] ?? null) };
    return isMany ? { type, selected_options: picked } : { type, selected_option: picked[0] ?? null };
  };
  if (isMany || type === 'radio_buttons') {
    return (
      <Ticks
        {...{ options, chosen, isMany, label }}
        change={(values, touched) => change(stateOf(values), touched)}
      />
    );
  }
  return (
    <select
      aria-label={label}
      value={chosen[0] ?? ''}
      onChange={({ target: { value } }) => change(stateOf(value === '' ? [] : [value]), value)}
    >
      <option value="">{wordsOf(element.placeholder) || 'Choose an option'}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {wordsOf(option.text)}
        </option>
      ))}
    </select>
  );
}

function Ticks(props: {
  options: Option[];
  chosen: string[];
  isMany: boolean;
  label: string;
  change(values: string[], touched: string): void;
}) {
  const { options, chosen, isMany, label, change } = props;
  const name = useId();
  return (
    <fieldset className="ticks" aria-label={label}>
      {options.map((option) => {
        const value = option.value ?? '';
        return (
          <label key={value}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(value)}
              onChange={({ target }) => {
                const others = isMany ? chosen.filter((one) => one !== value) : [];
                change(target.checked ? [...others, value] : others, value);
              }}
            />
            <span>
              <TextObject of={option.text} />
              {option.description !== undefined && (
                <small>
                  <PlainText text={wordsOf(option.description)} />
                </small>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function chosenValues(state: ElementState): string[] {
  const picked = state.selected_options ?? (state.selected_option ? [state.selected_option] : []);
  return picked.map((option) => option.value ?? '');
}

function useOptions(element: BlockElement): Option[] {
  const { state, me } = usePage();
  if (element.type.includes('users_select')) {
    return state.users.map((user) => ({ text: user.realName || user.name, value: user.id }));
  }
  if (/channels_select|conversations_select/.test(element.type)) {
    return state.channels
      .filter((channel) => !channel.isIm && (!channel.isPrivate || channel.members.includes(me.id)))
      .map((channel) => ({ text: `#${channel.name}`, value: channel.id }));
  }
  return element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
}
