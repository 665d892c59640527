import { onRequestThreshold } from '../../match/answer-thresholds.ts';
import { describePrecedents } from '../../match/describe-precedents.ts';
import { searchLibrary } from '../../match/search-library.ts';
import { findViewer } from '../../privacy/find-viewer.ts';
import type { Body } from '../../store/outbox/outbox.ts';
import { readContext } from '../../text/read-context.ts';
import { extractSignatures } from '../../text/signatures.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { findBody } from '../views/find.ts';

const maxShown = 3;

/** What one person gets to see for symptoms they typed or pointed at; `query` is redacted before anything else. */
export async function searchForPerson(
  ctx: SlackCtx,
  asker: { userId: string; channelId: string | null; query: string },
): Promise<Body> {
  const query = (await ctx.normalizer.redactor.redact(asker.query)).text;
  const [title = '', ...rest] = query.split('\n');
  const findings = await searchLibrary(ctx, {
    viewer: await findViewer(ctx, asker),
    problem: {
      title,
      symptoms: rest.join('\n'),
      signatures: extractSignatures(query),
      context: readContext(query),
    },
    now: ctx.now(),
    threshold: Math.min(onRequestThreshold, ctx.threshold ?? onRequestThreshold),
  });
  return findBody({
    query,
    silent: findings.silent,
    precedents: await describePrecedents(ctx, findings.shown.slice(0, maxShown)),
    below: await describePrecedents(ctx, findings.below.slice(0, 2)),
  });
}
