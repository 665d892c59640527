import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lexicalEmbedder } from '../../src/embed/lexical.ts';
import { semanticEmbedder } from '../../src/embed/semantic.ts';
import { describeProblem } from '../../src/intake/describe-problem.ts';
import { answerThresholds } from '../../src/match/answer-thresholds.ts';
import { findPrecedents } from '../../src/match/find-precedents.ts';
import { embedMissing } from '../../src/solutions/embed-missing.ts';
import { indexContent } from '../../src/solutions/index-content.ts';
import type { Store } from '../../src/store/connection/open.ts';
import { ensureEmbeddingIndex } from '../../src/store/search/embeddings.ts';
import { openTestStore } from '../setup/open-test-store.ts';
import { testCtx } from '../setup/test-ctx.ts';
import { addSolution, contentOf } from '../store/sample-rows.ts';

/** What a team solved: [first message, fix]. */
const solved = [
  ['search returns 503, every request times out', 'raised the heap of elasticsearch to 8 GB'],
  [
    'order-consumer lags: consumer lag on topic orders is 2 million',
    'scaled order-consumer to 0 and reset the offset',
  ],
  ['checkout pods OOMKilled, exit code 137', 'raised the memory limit of checkout'],
  ['disk full on ci-7, builds fail with no space left on device', 'pruned the docker images on ci-7'],
  ['[FIRING:1] PostgresTooManyConnections auth (prod checkout critical)', 'raised max_connections of auth'],
] as const;

describe.each([
  ['semantic', semanticEmbedder],
  ['lexical', lexicalEmbedder],
])('with the %s embedder', (_, embedder) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
    const ctx = { ...testCtx(store.db), embedder };
    await ensureEmbeddingIndex(store.db, embedder.model, embedder.dimensions);
    for (const [at, [text, fix]] of solved.entries()) {
      const { title, symptoms, signatures, context } = describeProblem({ text, alert: null });
      const content = contentOf(title, {
        symptoms,
        signatures,
        context,
        fix: { immediate: fix, permanent: null },
      });
      const id = `sol_${at}`;
      await addSolution(store.db, { id, content });
      await indexContent(ctx, {
        id,
        content,
        source: { channelId: 'C1', threadTs: `1.${at}`, incidentId: null },
      });
    }
    await embedMissing(ctx, 60_000);
  });
  afterAll(() => store.close());

  const ask = async (text: string) =>
    findPrecedents(
      { ...testCtx(store.db), embedder },
      { viewer: 'operator', problem: describeProblem({ text, alert: null }), now: new Date() },
    );

  it.each([
    'grafana returns 503',
    'jenkins returns 503, every request times out',
    'kibana is down, 503 for everyone',
    'twilio answers 503',
    'feature flags service returns 503',
    'consumer lag on clickstream',
    'video-transcoder OOMKilled',
    'billing-worker OOMKilled, exit code 137',
    'disk full on the mail server',
    '[FIRING:1] CertExpires auth (prod checkout critical)',
    'certificate expired on the vpn gateway',
  ])('is silent about the same error elsewhere: %s', async (text) => {
    expect(
      (await ask(text)).shown.map(({ solution, confidence }) => [solution.content.title, confidence]),
    ).toEqual([]);
  });

  it.each([
    ['search answers 503 again, requests time out', 0],
    ['chekout pods get OOMKilled with exit code 137', 2],
    ['no space left on ci-7, all builds are failing', 3],
  ])('knows the same problem of the same service: %s', async (text, at) => {
    const { shown, below } = await ask(text);
    expect([...shown, ...below][0]?.solutionId).toBe(`sol_${at}`);
    expect(shown[0]?.confidence ?? 0).toBeGreaterThan(answerThresholds.eager);
  });
});
