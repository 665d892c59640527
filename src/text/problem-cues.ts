import { extractSignatures } from './signatures.ts';

/** What people write when something is wrong; a message of a `mixed` channel needs one to open an incident. */
const cues: readonly RegExp[] = [
  /\b(?:down|outage|incident|broken|degraded|unavailable|unreachable|unresponsive|stuck|hanging|flapping)\b/i,
  /\b(?:errors?|exceptions?|failing|fails?|failed|failures?|crash(?:ed|es|ing|loop\w*)?|timeouts?|timing out|timed out)\b/i,
  /\b(?:can(?:no|')t|unable to|not able to|refus(?:ed|ing)|reject(?:ed|ing)|denied)\b/i,
  /\b(?:slow|latency|spik(?:e|es|ed|ing)|saturated|exhausted|full|lagging|backlog|leak(?:ing)?|oom)\b/i,
  /\b(?:not (?:working|responding|loading|starting)|stopped working|isn't working|doesn't work)\b/i,
  /\b(?:5\d\d|4(?:0[0138]|29))s?\b/,
  /:rotating_light:|:fire:|:red_circle:|🚨|🔥|🔴/u,
];

/** Talk about trouble that is not trouble. */
const chatter: readonly RegExp[] = [
  /^(?:thanks|thank you|thx|ty|lol|haha|nice|great|good morning|morning|fyi:? lunch)\b/i,
  /\b(?:retro|post-?mortem|on-?call hand(?:over|off)|standup|lunch)\b/i,
];

/** Whether a person's message in a `mixed` channel reports a trouble, by signals alone. */
export function looksLikeProblem(text: string): boolean {
  const words = text.trim();
  if (words.length < 8 || chatter.some((pattern) => pattern.test(words))) return false;
  if (extractSignatures(words).length > 0) return true;
  return cues.some((pattern) => pattern.test(words));
}
