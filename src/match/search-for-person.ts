import type { Embedder } from '../embed/embedder.ts';
import type { Histogram } from '../library/histogram.ts';
import type { Directory } from '../privacy/directory.ts';
import { findViewer } from '../privacy/find-viewer.ts';
import type { Redactor } from '../privacy/redact.ts';
import type { Ctx } from '../store/ctx.ts';
import { readContext } from '../text/read-context.ts';
import { extractSignatures } from '../text/signatures.ts';
import { onRequestThreshold } from './answer-thresholds.ts';
import { describePrecedents, type PrecedentView } from './describe-precedents.ts';
import { searchLibrary } from './search-library.ts';

const maxShown = 3;

/** `query` is redacted. */
export type FoundForPerson = {
  query: string;
  silent: boolean;
  precedents: PrecedentView[];
};

/** What one person gets to see for symptoms they typed or pointed at; these are redacted before anything else. */
export async function searchForPerson(
  ctx: Ctx & {
    gateway: Directory;
    workspaceUrl: string;
    embedder: Embedder;
    normalizer: { redactor: Redactor };
    threshold?: number;
    searchSeconds?: Histogram;
  },
  asker: { userId: string; channelId: string | null; query: string },
): Promise<FoundForPerson> {
  const query = (await ctx.normalizer.redactor.redact(asker.query)).text;
  const [title = '', ...rest] = query.split('\n');
  const context = readContext(query);
  const findings = await searchLibrary(ctx, {
    viewer: await findViewer(ctx, asker),
    problem: {
      title,
      symptoms: rest.join('\n'),
      signatures: extractSignatures(query),
      context,
    },
    now: ctx.now(),
    maxBelow: 0,
    threshold: Math.min(onRequestThreshold, ctx.threshold ?? onRequestThreshold),
  });
  return {
    query,
    silent: findings.silent,
    precedents: await describePrecedents(ctx, findings.shown.slice(0, maxShown), context),
  };
}
