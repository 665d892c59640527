import { type ActionVerb, actionVerbs, diagnosticVerbs } from '../lexicon/action-verbs.ts';

export type VerbForm = 'base' | 'past' | 'gerund' | 'third' | 'noun';
export type VerbHit = {
  verb: string;
  form: VerbForm;
  isDiagnostic: boolean;
  restorative: boolean;
  with: readonly string[];
  not: readonly string[];
  notNext: readonly string[];
};

/** One short vowel and one consonant at the end: stop, set, reset, run. */
const doublesConsonant = /^(?:re-?|un)?[^aeiou]*[aeiou][bdgmnprt]$/;

/** Every written form of every verb of the rules → what it can be; `restart` is both a base and a noun. */
export const verbForms: ReadonlyMap<string, readonly VerbHit[]> = allForms();

function allForms(): Map<string, VerbHit[]> {
  const forms = new Map<string, VerbHit[]>();
  const add = (word: string, form: VerbForm, rule: ActionVerb, isDiagnostic: boolean) => {
    const hit: VerbHit = {
      verb: rule.verb,
      form,
      isDiagnostic,
      restorative: rule.restorative ?? false,
      with: rule.with ?? [],
      not: rule.not ?? [],
      notNext: rule.notNext ?? [],
    };
    forms.set(word, [...(forms.get(word) ?? []), hit]);
  };
  for (const [rules, isDiagnostic] of [
    [actionVerbs, false],
    [diagnosticVerbs, true],
  ] as const) {
    for (const rule of rules) {
      add(rule.verb, 'base', rule, isDiagnostic);
      add(thirdOf(rule.verb), 'third', rule, isDiagnostic);
      add(gerundOf(rule.verb), 'gerund', rule, isDiagnostic);
      for (const past of rule.past ?? [pastOf(rule.verb)]) add(past, 'past', rule, isDiagnostic);
      for (const noun of rule.nouns ?? []) add(noun, 'noun', rule, isDiagnostic);
      for (const base of rule.also ?? []) add(base, 'base', { verb: rule.verb }, isDiagnostic);
    }
  }
  return forms;
}

function stemOf(verb: string): string {
  const last = verb.split(/(?=-)/).at(-1) ?? verb;
  return doublesConsonant.test(last) ? verb + verb.slice(-1) : verb;
}

function pastOf(verb: string): string {
  return verb.endsWith('e') ? `${verb}d` : `${stemOf(verb)}ed`;
}

function gerundOf(verb: string): string {
  return /[^e]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${stemOf(verb)}ing`;
}

function thirdOf(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
}
