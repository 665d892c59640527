import type { SolutionContent, SolutionSource } from '../library/solution.ts';
import { createPlaceholderScope, type Redactor } from '../privacy/redact.ts';

/** What of the bot's reading of messages is needed to redact as a thread was redacted. */
export type RedactsThreads = {
  normalizer: {
    redactor: Pick<Redactor, 'redact'>;
    hashKey: string;
    placeholders: {
      get(channelId: string, threadTs: string): Promise<Record<string, string>>;
      add(channelId: string, threadTs: string, placeholders: Record<string, string>): void;
      runExclusive<T>(channelId: string, threadTs: string, work: () => Promise<T>): Promise<T>;
    };
  };
};

/** Fields that hold an id, a time or a word of ours. Every other string is text, also one of a field that is yet to come. */
const notText = new Set([
  'ts',
  'threadTs',
  'channelId',
  'by',
  'at',
  'outcome',
  'severity',
  'shownBy',
  'messages',
]);

/**
 * What a person types into a form is as likely to hold a secret as what they type into a thread; what the thread
 * has a placeholder for gets the same one here.
 */
export async function redactContent(
  ctx: RedactsThreads,
  content: SolutionContent,
  { channelId, threadTs }: Pick<SolutionSource, 'channelId' | 'threadTs'>,
): Promise<SolutionContent> {
  const { placeholders, redactor, hashKey } = ctx.normalizer;
  return placeholders.runExclusive(channelId, threadTs, async () => {
    const scope = createPlaceholderScope(await placeholders.get(channelId, threadTs), hashKey);
    const redacted = await mapText(content, async (text) => (await redactor.redact(text, scope)).text);
    placeholders.add(channelId, threadTs, scope.toJSON());
    return redacted as SolutionContent;
  });
}

/** One text after the other: placeholders are numbered in the order in which they are first seen. */
async function mapText(value: unknown, change: (text: string) => Promise<string>): Promise<unknown> {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const mapped: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    mapped.push([key, notText.has(key) ? inner : await mapText(inner, change)]);
  }
  return Array.isArray(value) ? mapped.map(([, inner]) => inner) : Object.fromEntries(mapped);
}
