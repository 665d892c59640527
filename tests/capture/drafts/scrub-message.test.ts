import { describe, expect, it } from 'vitest';
import { removeSourceText } from '../../../src/capture/drafts/remove-source-text.ts';
import { scrubMessage } from '../../../src/capture/drafts/scrub-message.ts';
import type { SolutionContent } from '../../../src/library/solution.ts';
import type { Step } from '../../../src/library/step.ts';
import { lacksEvidence } from '../../../src/solutions/lacks-evidence.ts';

const step = (text: string, evidence: [ts: string, quote: string][], more: Partial<Step> = {}): Step => ({
  text,
  command: null,
  outcome: 'worked',
  by: 'U1',
  at: '2026-03-03T10:00:00.000Z',
  evidence: evidence.map(([ts, quote]) => ({ ts, quote })),
  ...more,
});
const content = (more: Partial<SolutionContent> = {}): SolutionContent => ({
  title: 'Checkout is down',
  symptoms: 'checkout is down',
  signatures: [],
  context: { service: null, environment: null, severity: null },
  rootCause: null,
  fix: { immediate: null, permanent: null },
  steps: [],
  tags: [],
  ...more,
});
const message = (ts: string, text: string) => ({ ts, userId: 'U1', isBot: false, text, editedAt: null });
const deleted = (was: string, ...left: string[]) => ({
  ts: '5.0',
  was,
  thread: left.map((text, index) => message(`${index + 6}.0`, text)),
});

describe('what is left of a text', () => {
  it('loses the sentences of the message, and none that another message says as well', () => {
    const was = 'restarted the gateway. cleared the cache';
    expect(removeSourceText('Restarted the gateway. We were lucky.', was, [])).toBe('We were lucky.');
    expect(removeSourceText('Restarted the gateway', was, ['I restarted the gateway'])).toBe(
      'Restarted the gateway',
    );
    expect(removeSourceText('Restarted the gateway; cleared the cache', was, [])).toBe('');
    expect(removeSourceText('Canceled & requeued', 'canceled &amp; requeued', [])).toBe('');
  });

  it('keeps words of one’s own that name the same things', () => {
    const own = 'Ask the platform team before anybody touches the gateway on a Friday';
    expect(removeSourceText(own, 'restarted the gateway', [])).toBe(own);
    expect(removeSourceText(own, '', [])).toBe(own);
  });
});

describe('a solution without a message', () => {
  it('loses the words about another problem with any message of it, and has them from what is left', () => {
    const before = content({ leftOut: { messages: ['5.0', '6.0'], words: 'the wiki is down' } });
    expect(scrubMessage(before, deleted('unrelated: the wiki is down'), null)).not.toHaveProperty('leftOut');
    const fresh = content({ leftOut: { messages: ['6.0'], words: 'jenkins is down' } });
    expect(scrubMessage(before, deleted('unrelated: the wiki is down'), fresh).leftOut).toEqual(
      fresh.leftOut,
    );
    expect(scrubMessage(before, { ...deleted('works'), ts: '7.0' }, null).leftOut).toEqual(before.leftOut);
  });

  it('loses a step and a quote that only this message shows', () => {
    const steps = [
      step('Restarted', [['5.0', 'restarted']]),
      step('Rolled back', [
        ['6.0', 'rolled back'],
        ['5.0', 'works'],
      ]),
    ];
    const after = scrubMessage(content({ steps }), deleted('restarted, works', 'rolled back'), null);
    expect(after.steps).toMatchObject([{ text: 'Rolled back', outcome: 'unknown' }]);
    expect(after.steps[0]?.evidence.map(({ ts }) => ts)).toEqual(['6.0']);
  });

  it('knows a message that is no longer kept by its quotes', () => {
    const before = content({
      steps: [step('Fed the zebra', [['5.0', 'fed the zebra']])],
      rootCause: 'fed the zebra',
    });
    expect(scrubMessage(before, deleted(''), null)).toMatchObject({ steps: [], rootCause: null });
  });

  it('loses a cause that a model told in other words, by the message that it cited', () => {
    const before = content({
      rootCause: 'Expiry of the signing key',
      fix: { immediate: null, permanent: 'Rotate monthly' },
      shownBy: { rootCause: ['5.0'], permanent: ['6.0'] },
    });
    const after = scrubMessage(
      before,
      deleted('turns out nobody renewed it', 'we rotate it monthly now'),
      null,
    );
    expect(after.rootCause).toBeNull();
    expect(after.fix.permanent).toBe('Rotate monthly');
  });

  it('loses names that stand nowhere else', () => {
    const before = content({
      context: { service: 'billing', environment: 'prod', severity: null },
      tags: ['billing', 'prod'],
    });
    const after = scrubMessage(before, deleted('billing in prod', 'prod is fine'), null);
    expect(after.context).toEqual({ service: null, environment: 'prod', severity: null });
    expect(after.tags).toEqual(['prod']);
  });

  it('is lost without its proof, or, never proven, without anything to say', () => {
    expect(lacksEvidence(true, content({ steps: [step('Looked', [], { outcome: 'informational' })] }))).toBe(
      true,
    );
    expect(lacksEvidence(true, content({ steps: [step('Rolled back', [])] }))).toBe(false);
    expect(lacksEvidence(false, content({ steps: [step('Looked', [], { outcome: 'informational' })] }))).toBe(
      false,
    );
    expect(lacksEvidence(false, content())).toBe(true);
  });
});
