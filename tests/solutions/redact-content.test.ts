import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SolutionContent } from '../../src/library/solution.ts';
import { redactContent } from '../../src/solutions/redact-content.ts';

/** Every field, the optional ones too: a new one does not compile until it is filled in here. */
type Filled<Value> = Value extends string | number | boolean
  ? Value
  : Value extends readonly (infer Item)[]
    ? Filled<Item>[]
    : { [Key in keyof Value]-?: Filled<NonNullable<Value[Key]>> };

function filled(text: () => string): Filled<SolutionContent> {
  const context = () => ({ service: text(), environment: text(), severity: 'high' as const });
  return {
    title: text(),
    symptoms: text(),
    signatures: [text(), text()],
    context: context(),
    rootCause: text(),
    fix: { immediate: text(), permanent: text() },
    steps: [1, 2].map((number) => ({
      text: text(),
      command: text(),
      outcome: 'worked',
      by: `U${number}`,
      at: '2026-03-03T02:00:00.000Z',
      evidence: [{ ts: `${number}.0001`, quote: text() }],
      seenIn: { channelId: 'C2', threadTs: '2.0001', context: context() },
    })),
    tags: [text()],
    shownBy: { rootCause: ['1.0001'], permanent: ['2.0001'] },
    leftOut: { messages: ['3.0001'], words: text() },
  };
}

/** What is not text: ids, times and words of ours. */
const kept = ['high', 'worked', 'U1', 'U2', '2026-03-03T02:00:00.000Z', '1.0001', '2.0001', '3.0001', 'C2'];

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function ctxWith(redact: (text: string) => string) {
  const added: Record<string, string>[] = [];
  return {
    added,
    normalizer: {
      redactor: { redact: async (text: string) => ({ text: redact(text), found: [] }) },
      hashKey: 'key',
      placeholders: {
        get: async () => ({ hash: '[ip-1]' }),
        add: (_channel: string, _thread: string, placeholders: Record<string, string>) =>
          void added.push(placeholders),
        runExclusive: <T>(_channel: string, _thread: string, work: () => Promise<T>) => work(),
      },
    },
  };
}

const source = { channelId: 'C1', threadTs: '1.0001' };

it('redacts every text of a solution, and no id or time of it', async () => {
  let number = 0;
  const content = filled(() => {
    number += 1;
    return `text ${number}`;
  });
  const ctx = ctxWith((text) => `<${text}>`);
  const redacted = strings(await redactContent(ctx, content, source));
  const untouched = redacted.filter((text) => !text.startsWith('<'));
  expect([...new Set(untouched)].toSorted()).toEqual(kept.toSorted());
  expect(redacted.filter((text) => text.startsWith('<'))).toHaveLength(number);
  expect(ctx.added).toEqual([{ hash: '[ip-1]' }]);
});

it('leaves the shape as it was, whatever is missing', async () => {
  const textOrNull = fc.option(fc.string());
  const contents = fc.record(
    {
      title: fc.string(),
      symptoms: fc.string(),
      signatures: fc.array(fc.string()),
      rootCause: textOrNull,
      fix: fc.record({ immediate: textOrNull, permanent: textOrNull }),
      tags: fc.array(fc.string()),
      leftOut: fc.record({ messages: fc.array(fc.string()), words: fc.string() }),
    },
    { requiredKeys: ['title', 'symptoms', 'signatures', 'rootCause', 'fix', 'tags'] },
  );
  await fc.assert(
    fc.asyncProperty(contents, async (some) => {
      const context = { service: null, environment: null, severity: null };
      const content: SolutionContent = { ...some, context, steps: [] } as SolutionContent;
      expect(
        await redactContent(
          ctxWith((text) => text),
          content,
          source,
        ),
      ).toEqual(content);
    }),
  );
});
