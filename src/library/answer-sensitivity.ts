/** How sure of a precedent the bot must be before it speaks in a channel: a setting of the channel. */
export const answerSensitivities = ['quiet', 'normal', 'eager'] as const;
export type AnswerSensitivity = (typeof answerSensitivities)[number];
