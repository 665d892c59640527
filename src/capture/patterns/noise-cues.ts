/** Messages and lines that tell nothing of the trouble. */
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
    pattern:
      /^\W*(?:timeline|slack (?:thread|channel)s?|threads?|zoom|meet|bridge|war ?room|runbook|dashboard|doc|docs|google doc|post ?mortem|incident (?:doc|channel|declared|review)|retro|initial investigation thread)\b[^\n:]{0,30}:/i,
  },
  {
    cue: 'thanks',
    pattern:
      /^\W*(?:(?:many |big )?(?:thanks|thank you|thx|ty|cheers|kudos|props|great (?:work|job|catch)|nice (?:one|work|catch|job)|good (?:work|job|catch)|well done|gg|lol|lmao|rofl|haha+|heh+|np|no prob(?:lem)?|you'?re welcome|welcome|\+1|ack(?=\W*$|[,.!])|same here))\b[^\n]{0,60}$/i,
  },
  {
    cue: 'a joke',
    pattern:
      /\b(?:just kidding|jk|lol|lmao|rofl|haha+|j\/k|have you tried turning it off and on again)\b|(?:^|\s)\/s$|:(?:joy|laughing|rofl|grin|smile|stuck_out_tongue\w*|clown\w*|upside_down_face|sweat_smile|wink|trollface):/i,
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
    pattern:
      /^\W*(?:impact|customer impact|user impact|affected|severity|priority|status|started|detected|reported by|incident commander|ic|lead|slack|zoom|runbook|dashboard|timeline|cc)\W{0,3}:/i,
  },
  { cue: 'cc', pattern: /^\W*cc\b/i },
];

/** How alert tools begin a headline: "[FIRING:2]", ":red_circle: Triggered:", "ALARM:". */
export const alertTag: RegExp =
  /^[^\w[]*(?::[a-z0-9_+-]+:\s*)*(?:\[(?:firing|alerting|triggered|resolved|ok|no data|alert|warn(?:ing)?|crit(?:ical)?|p[1-5]|sev ?\d|high|error|problem|down)(?::\d+)?\](?: on \{[^}\n]{0,80}\})?[\s:–—-]*|(?:firing|alarm|alert|triggered|problem|incident triggered)(?: \(\d+\))?\s*:\s*)+/i;
