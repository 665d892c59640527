/** What the playground can do beside Slack's own verbs; the composition root passes it in. */
export type PlaygroundActions = {
  /** The alerts that "Fire an alert" offers; `name` is what fireAlert and resolveAlert take. */
  alerts: { name: string; label: string }[];
  fireAlert(name: string): Promise<void>;
  resolveAlert(name: string): Promise<void>;
  /** `channel` is a channel id. */
  runDigest(channel: string): Promise<void>;
};

/** One step of the guide above the page, in order. */
export type GuideStep = { title: string; text: string };

/** How to play the whole loop in two minutes. */
export const loopGuide: GuideStep[] = [
  { title: 'Something breaks', text: 'Post an incident in #incidents, or let monitoring do it:' },
  { title: 'See the answer', text: 'Open the thread: Precedent says what worked the last time.' },
  {
    title: 'Fix it',
    text: 'Reply in the thread with what you tried and how it went, then put ✅ on the first message.',
  },
  { title: 'Keep the fix', text: 'Precedent drafts what was learned in the thread: press Save.' },
  {
    title: 'It breaks again',
    text: 'Post a similar incident, put ✅ on the answer, then see the week in review:',
  },
];
