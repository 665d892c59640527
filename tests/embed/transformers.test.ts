import { describe, expect, it } from 'vitest';
import { createTransformersSource, type TransformersModule } from '../../src/embed/transformers.ts';
import { PrecedentError } from '../../src/errors.ts';

const options = { model: 'Xenova/all-MiniLM-L6-v2', prefixes: { query: 'q: ', document: '' } };

/** A stand-in with the package's documented form; the real one has never been run here. */
function standIn(work: () => Promise<unknown> = async () => undefined) {
  const asked: { model: string; texts: string[]; pooling: string }[] = [];
  const load = async (): Promise<TransformersModule> => ({
    pipeline:
      async (_, model) =>
      async (texts, { pooling }) => {
        asked.push({ model, texts, pooling });
        await work();
        return { tolist: () => texts.map((text) => [text.length, 1]) };
      },
  });
  return { asked, load };
}

describe('createTransformersSource', () => {
  it('says which package to install when it is absent', async () => {
    const absent = async () => import(`${'@huggingface'}/not-there-at-all`) as Promise<TransformersModule>;
    const asked = createTransformersSource(options, absent).embed(['a'], 'document');
    await expect(asked).rejects.toThrow('Run: npm install @huggingface/transformers');
    await expect(asked).rejects.toBeInstanceOf(PrecedentError);
  });

  it('asks the model in batches, with its prefix, and gives the vectors in order', async () => {
    const { asked, load } = standIn();
    const source = createTransformersSource(options, load);
    const texts = Array.from({ length: 20 }, (_, number) => 'x'.repeat(number));
    expect(await source.embed(texts, 'document')).toEqual(texts.map((text) => [text.length, 1]));
    expect(asked.map(({ texts: batch }) => batch.length)).toEqual([16, 4]);
    expect(asked[0]).toMatchObject({ model: options.model, pooling: 'mean' });
    await source.embed(['abc'], 'query');
    expect(asked.at(-1)?.texts).toEqual(['q: abc']);
  });

  it('tells nothing of the words when the model fails, and tries to load it again the next time', async () => {
    const words = 'the words of the incident';
    let loads = 0;
    const source = createTransformersSource(options, async () => {
      loads += 1;
      return {
        pipeline: async () => {
          throw new Error(words);
        },
      };
    });
    for (let time = 0; time < 2; time += 1) {
      const error: unknown = await source.embed([words], 'document').catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'model' });
      expect(`${String(error)} ${error instanceof Error ? error.stack : ''}`).not.toContain(words);
    }
    expect(loads).toBe(2);
  });

  it('holds a query up for a second and a half at most', async () => {
    const { load } = standIn(() => new Promise((done) => setTimeout(done, 20_000).unref()));
    const started = performance.now();
    await expect(createTransformersSource(options, load).embed(['a'], 'query')).rejects.toThrow('in time');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
