import type { VerbForm } from '../sentences/verb-forms.ts';

/** `done`: it happened or is happening; `intent`: the speaker says they will; `proposal`: asked or advised. */
export type Modality = 'performed' | 'planned' | 'suggested';
/** A chat speaks to somebody; a report is the record of what was done. */
export type Style = 'chat' | 'report';
/** `form` is how the verb is written: "restarting" is under way, "the restart" speaks of the act as a thing, "flag off" tells what it left. */
export type ActionReading = {
  modality: Modality;
  verb: string;
  form: VerbForm | 'state';
  isDiagnostic: boolean;
  at: number;
};
export type Token = { word: string; at: number };
