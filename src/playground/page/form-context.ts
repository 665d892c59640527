import { createContext, useContext } from 'react';
import type { ElementState, ViewValues } from './view-state.ts';

/** The form that a modal's elements fill. */
export type Form = {
  values: ViewValues;
  /** By block_id. */
  errors: Record<string, string>;
  set(blockId: string, actionId: string, state: ElementState): void;
};

export const formContext = createContext<Form | undefined>(undefined);

/** The form around an element; undefined in a message and in the Home. */
export function useForm(): Form | undefined {
  return useContext(formContext);
}
