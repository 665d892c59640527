import type { Viewer } from '../library/viewer.ts';
import type { Scope } from '../store/ctx.ts';
import { findSolutions } from '../store/solutions/solutions.ts';
import type { Directory } from './directory.ts';

/**
 * What a person may see of just these solutions, asked of Slack at this moment. For forms and their buttons: they stay
 * open while people leave channels, and Slack signs no channel with them, so the solutions' own channels decide.
 */
export async function findViewerNow(
  ctx: Scope & { gateway: Directory },
  input: { userId: string; solutionIds: string[] },
): Promise<Viewer> {
  const [person, solutions] = await Promise.all([
    ctx.gateway.personInfo(input.userId),
    findSolutions(ctx, input.solutionIds, 'operator'),
  ]);
  const workspaceWide = person !== null && !person.isGuest;
  const inQuestion = solutions.filter(({ visibility }) => visibility === 'channel' || !workspaceWide);
  const sources = [...new Set(inQuestion.map(({ source }) => source.channelId))];
  const isMember = await Promise.all(
    sources.map((channelId) => ctx.gateway.isMemberNow(channelId, input.userId)),
  );
  return { workspaceWide, channelIds: sources.filter((_, index) => isMember[index]) };
}
