import { headerLabels, incidentLabels } from '../lexicon/process-words.ts';
import { alertPrefixes, alertTags } from '../lexicon/state-words.ts';
import { thanksPhrases } from '../lexicon/talk.ts';
import { anyPattern, pattern } from './pattern.ts';

/** Messages and lines that say nothing of the problem. */
export const noiseLines: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'only links',
    pattern:
      /^\W{0,5}(?:<https?:[^>\n]{1,2000}>|https?:\/\/\S+)(?:\s[\s,]*(?:<https?:[^>\n]{1,2000}>|https?:\/\/\S+))*\s*$/i,
  },
  {
    cue: 'a labelled link',
    pattern:
      /^(?!\W*(?:pr|mr|pull request|fix|follow|permanent|long|ticket|jira))[^\n:]{0,60}:\s*(?:<?https?:|<\S+\|)[^\n]*$/i,
  },
  {
    cue: 'timeline',
    pattern: pattern`^\W*${incidentLabels}\b[^\n:]{0,30}:`,
  },
  {
    cue: 'thanks',
    pattern: pattern`^\W*(?:(?:many |big )?${thanksPhrases})\b[^\n]{0,60}$`,
  },
  {
    cue: 'a joke',
    pattern: anyPattern(
      /\b(?:just kidding|jk|lol|lmao|rofl|haha+|j\/k|have you tried turning it off and on again)\b/i,
      /(?:^|\s)\/s$/i,
      /:(?:joy|laughing|rofl|grin|smile|stuck_out_tongue\w*|clown\w*|upside_down_face|sweat_smile|wink|trollface):/i,
    ),
  },
  {
    cue: 'a greeting',
    pattern:
      /^\W*(?:hi|hello|hey|morning|good (?:morning|evening|afternoon|night)|brb|bbl|afk|ok|okay|k|hm+|ah+|oh+|wow|ugh|oof|yes|yep|yeah|no|nope|sure)\W*$/i,
  },
];

/** Lines of a first message that are not the symptom. */
export const rootNoise: readonly { cue: string; pattern: RegExp }[] = [
  {
    cue: 'impact',
    pattern: pattern`^\W*${headerLabels}\W{0,3}:`,
  },
  { cue: 'cc', pattern: /^\W*cc\b/i },
];

/** How alert tools begin a headline: "[FIRING:2]", ":red_circle: Triggered:", "ALARM:". */
export const alertTag: RegExp = pattern`
  ^[^\w[]*(?::[a-z0-9_+-]+:\s*)*(?:\[${alertTags}(?::\d+)?\](?: on \{[^}\n]{0,80}\})?[\s:–—-]*|
  ${alertPrefixes}(?: \(\d+\))?\s*:\s*)+
`;
