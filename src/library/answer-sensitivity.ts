/** How sure of a precedent the bot must be before it speaks in a channel: a setting of the channel. */
export const answers = ['quiet', 'normal', 'eager'] as const;
export type Answers = (typeof answers)[number];
