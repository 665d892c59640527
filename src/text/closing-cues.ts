/**
 * Who may rely on a cue. `mention`: what a person says to the bot to end an incident. `last words`: one of the last
 * messages of a thread that nobody ended by a reaction. `talk`: what people say after a step when all seems well.
 */
type CueUse = 'mention' | 'last words' | 'talk';

type Cue = { cue: string; pattern: RegExp; uses: readonly CueUse[] };

/** The one list of how people write that it is over. */
export const closingCues: readonly Cue[] = [
  {
    cue: 'resolved, first of all',
    pattern: /^(?:(?:it['’]?s|this is|now|all)\s+)?(?:resolved|fixed|solved|done|closed)\b/i,
    uses: ['mention'],
  },
  {
    cue: 'resolved, and little else',
    pattern:
      /^(?:this (?:incident )?is |it'?s |all |now |incident )?(?:resolved|fixed|solved|closed|mitigated)\b[\s\S]{0,60}$/i,
    uses: ['last words'],
  },
  {
    cue: 'all clear',
    pattern: /^(?:all good|all clear|incident (?:over|closed|resolved))\b[\s\S]{0,60}$/i,
    uses: ['last words'],
  },
  {
    cue: 'that fixed it',
    pattern:
      /\b(?:that (?:fixed|solved|did) it|that worked|works now|working now|back to normal|it'?s working|problem solved)\b/i,
    uses: ['last words'],
  },
  {
    cue: 'thanks or joy',
    pattern:
      /^(?:yes+|yep|yay|nice|lovely|great|perfect|awesome|thanks?|thank you|thx|ta|cheers|wow|phew|finally|hooray)\b(?!,? but)/i,
    uses: ['talk'],
  },
  {
    cue: 'good or done',
    pattern:
      /\b(?:good|fine|ok|okay|happy|healthy|green|clean|gone|done|ready|complete|confirms?|confirmed)\b(?![^\n]*\bbut\b)/i,
    uses: ['talk'],
  },
  {
    cue: 'happy emoji',
    pattern:
      /:(?:tada|raised_hands|clap|heavy_check_mark|white_check_mark|pray|heart|green_heart|crown|rocket):/i,
    uses: ['talk'],
  },
];

/** Beside a closing cue these say that it is not over, or not known to be. */
export const denialCues: readonly Cue[] = [
  { cue: 'a question', pattern: /\?/, uses: ['mention', 'last words'] },
  { cue: 'not, or a condition', pattern: /\b(?:not|unless|until|if)\b/i, uses: ['mention', 'last words'] },
  { cue: 'contracted not', pattern: /n['’]t\b/i, uses: ['mention'] },
  { cue: 'contracted not, alone', pattern: /\bn't\b/i, uses: ['last words'] },
  { cue: 'not all of it', pattern: /\b(?:yet|only|when|except|but|almost)\b/i, uses: ['mention'] },
  { cue: 'still, or a hope', pattern: /\b(?:still|is it|hope)\b/i, uses: ['last words'] },
];

function fits(cues: readonly Cue[], text: string, use: CueUse): boolean {
  return cues.some(({ pattern, uses }) => uses.includes(use) && pattern.test(text));
}

/** "@precedent resolved": whether words to the bot end the incident, and cannot be meant otherwise ("resolved yet?"). */
export function saysResolved(text: string): boolean {
  const words = text.replace(/<@[A-Z0-9]+>/g, ' ').trim();
  return fits(closingCues, words, 'mention') && !fits(denialCues, words, 'mention');
}

/** Whether a message closes its thread: the whole message does so, not a word in it. Ask it of the last few only. */
export function closesThread(text: string): boolean {
  return fits(closingCues, text.trim(), 'last words') && !fits(denialCues, text, 'last words');
}

/** Whether talk after a step sounds as if all were well: no proof that the step worked, but none that it failed. */
export function soundsResolved(text: string): boolean {
  return fits(closingCues, text, 'talk');
}
