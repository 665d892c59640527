/** Which messages of a watched channel open an incident. */
export const channelModes = ['incidents', 'alerts', 'mixed'] as const;
export type ChannelMode = (typeof channelModes)[number];

/** What opens an incident, as the end of "… opens an incident". */
export const modeSentences: Readonly<Record<ChannelMode, string>> = {
  incidents: 'Every message here (not the replies) opens an incident',
  alerts: 'Every firing alert of a bot opens an incident',
  mixed: 'A firing alert, or a message that reads like a problem, opens an incident',
};
