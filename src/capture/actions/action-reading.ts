import type { VerbForm } from './verb-forms.ts';

/** `performed`: it happened or is happening; `planned`: the speaker says they will; `suggested`: asked or advised. */
export type Modality = 'performed' | 'planned' | 'suggested';
/** A chat speaks to somebody; a report is the record of what was done. */
export type Style = 'chat' | 'report';
/**
 * An action that a sentence names. `form` is how the verb is written: "restarting" is under way, "the restart" is a
 * noun, "flag off" (`state`) says what it left. `at` is the verb's place in the sentence. `rule` names, for a person,
 * what recognised it.
 */
export type ActionReading = {
  modality: Modality;
  verb: string;
  form: VerbForm | 'state';
  isDiagnostic: boolean;
  at: number;
  rule: string;
};
export type Token = { word: string; at: number };
