/**
 * Who looks at the library: whether they may see the solutions of public channels, and of which other channels
 * they may see what was learned there. `operator` is the person at the command line, who owns the database.
 */
export type Viewer = { workspaceWide: boolean; channelIds: string[] } | 'operator';
