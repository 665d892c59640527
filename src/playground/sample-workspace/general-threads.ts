import { after } from './compose-thread.ts';
import type { SampleThread } from './types.ts';

/** Chatter in a channel that the bot does not watch: nothing of it may ever be learned. */
export const generalThreads: readonly SampleThread[] = [
  {
    channel: 'general',
    daysAgo: 11,
    at: '09:02',
    root: { by: 'maya', text: 'welcome @aiko to the on-call rotation :tada: be nice to her pager' },
    replies: [after(3, 'dan', 'welcome to the club'), after(8, 'aiko', 'thanks! what could go wrong')],
    resolved: null,
    saved: false,
  },
  {
    channel: 'general',
    daysAgo: 4,
    at: '12:15',
    root: { by: 'dan', text: 'the coffee machine is down again. P1' },
    replies: [
      after(2, 'femi', 'have you tried turning it off and on'),
      after(5, 'dan', 'that made it worse, there is foam everywhere'),
    ],
    resolved: null,
    saved: false,
  },
  {
    channel: 'general',
    daysAgo: 1,
    at: '16:30',
    root: {
      by: 'tomasz',
      text: 'reminder: post-mortem reading club tomorrow at 4, we do the certificate one',
    },
    replies: [],
    resolved: null,
    saved: false,
  },
];
