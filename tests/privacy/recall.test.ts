import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/privacy/redact.ts';
import { rules } from '../../src/privacy/rules/rules.ts';
import { fill, seeded } from './generate.ts';
import { ordinaryTemplates } from './ordinary-templates.ts';
import { personalTemplates } from './personal-templates.ts';
import { passwordTemplates, places, settings, tokenTemplates } from './secret-templates.ts';

const redactor = createRedactor();

/** Around a text, as people paste it: `T` is the text. */
const frames = [
  'T',
  'use T for now',
  '`T`',
  '```\nT\n```',
  '&gt; T',
  '(T),',
  '*T*',
  'found:\nT\nrotating it',
  'It was T.',
];

/** Of the texts whose secret was hidden (no long run of it is left), and those that were missed. */
async function recallOf(samples: readonly { text: string; secret: string }[]) {
  const missed: string[] = [];
  for (const { text, secret } of samples) {
    const { text: shown } = await redactor.redact(text);
    const part = Math.min(secret.length, Math.max(9, Math.ceil(secret.length * 0.6)));
    const isLeft = Array.from({ length: secret.length - part + 1 }, (_, at) =>
      secret.slice(at, at + part),
    ).some((piece) => shown.includes(piece));
    if (isLeft) missed.push(text);
  }
  return { recall: 1 - missed.length / samples.length, missed };
}

describe('recall', () => {
  it('hides at least 97 of 100 tokens of many services, framed in many ways', async () => {
    const random = seeded(11);
    const samples = tokenTemplates.flatMap((template) =>
      frames.map((frame) => {
        const { text, secret } = fill(template, random);
        return { text: frame.replace('T', () => text), secret };
      }),
    );
    const { recall, missed } = await recallOf(samples);
    expect(samples.length).toBeGreaterThan(1_500);
    expect(recall, missed.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('hides at least 97 of 100 passwords in addresses, commands and sentences', async () => {
    const random = seeded(12);
    const samples = passwordTemplates.flatMap((template) =>
      frames.map((frame) => {
        const { text, secret } = fill(template, random);
        return { text: frame.replace('T', () => text), secret };
      }),
    );
    const { recall, missed } = await recallOf(samples);
    expect(recall, missed.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('hides at least 97 of 100 values that their names give away, wherever they stand', async () => {
    const random = seeded(13);
    const samples = settings.flatMap(([names, value]) =>
      names.split(' ').flatMap((name) =>
        places.map((place) => {
          const { text: made, secret } = fill(value, random);
          return { text: place.replaceAll('%N', name).replace('%V', () => made), secret };
        }),
      ),
    );
    const { recall, missed } = await recallOf(samples);
    expect(recall, missed.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('hides at least 95 of 100 phone numbers and addresses in the ways that countries write them', async () => {
    const random = seeded(14);
    const samples = personalTemplates.flatMap((template) =>
      frames.map((frame) => {
        const { text } = fill(template, random);
        return { text: frame.replace('T', () => text), secret: text };
      }),
    );
    const { recall, missed } = await recallOf(samples);
    expect(recall, missed.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});

describe('ordinary lines', () => {
  it('are touched at most once in 200', async () => {
    const random = seeded(15);
    const touched: string[] = [];
    const lines = Array.from({ length: 25 }, () => ordinaryTemplates).flat();
    for (const template of lines) {
      const { text } = fill(template, random);
      if ((await redactor.redact(text)).found.length > 0) touched.push(text);
    }
    expect(lines.length).toBeGreaterThan(2_000);
    expect(touched.length / lines.length, touched.slice(0, 5).join('\n')).toBeLessThanOrEqual(0.005);
  });
});

describe('the kinds', () => {
  it('are those that docs/privacy.md promises', () => {
    const page = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');
    const kinds = [...new Set(rules.map((rule) => rule.kind))];
    expect(kinds.filter((kind) => !page.includes(`\`${kind}\``))).toEqual([]);
  });
});
