import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '../../library/viewer.ts';
import { solutions } from '../schema/solutions.ts';

/** The one condition under which a solution may be read; unknown means no. */
export function visibleTo(viewer: Viewer): SQL {
  if (viewer === 'operator') return sql`true`;
  const conditions: SQL[] = [];
  if (viewer.workspaceWide) conditions.push(eq(solutions.visibility, 'workspace'));
  if (viewer.channelIds.length > 0) conditions.push(inArray(solutions.sourceChannelId, viewer.channelIds));
  return or(...conditions) ?? sql`false`;
}
