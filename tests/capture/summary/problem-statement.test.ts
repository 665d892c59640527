import { describe, expect, it } from 'vitest';
import { captureByRules } from '../../../src/capture/capture-by-rules.ts';
import { threadOf } from '../chat-threads.ts';

const titleOf = (lines: [string, string][]) => captureByRules(threadOf(lines)).content.title;

const fix: [string, string][] = [
  ['bob', 'purged the CDN cache'],
  ['ann', 'that fixed it'],
];

describe('a first message without words of its own', () => {
  it.each(['[file: image.png]', 'https://grafana.example/d/abc/checkout?orgId=1', ':fire: :fire:'])(
    '(%s) gives its title to whoever says what is wrong',
    (root) => {
      expect(
        titleOf([
          ['ann', root],
          ['bob', 'what is this? is the payments page down?'],
          ['ann', 'yes, the payments page shows blank for everyone'],
          ...fix,
        ]),
      ).toBe('the payments page shows blank for everyone');
      expect(titleOf([['ann', root], ['bob', 'disk is full on db-3'], ...fix])).toBe('disk is full on db-3');
    },
  );

  it('is not named after what somebody did', () => {
    expect(
      titleOf([['ann', '[file: image.png]'], ['ann', 'restarted the failing gateway, no change'], ...fix]),
    ).toBe('Untitled incident');
  });

  it('is named after its snippet, or after its file where a person named that', () => {
    const snippet =
      '[file: trace.txt]\n```\njava.lang.OutOfMemoryError: Java heap space\n\tat a.B.c(B.java:4)\n```';
    expect(titleOf([['ann', snippet], ...fix])).toBe('java.lang.OutOfMemoryError: Java heap space');
    expect(titleOf([['ann', '[file: checkout-error.log]'], ...fix])).toBe('checkout-error');
  });
});

it('a picture adds nothing to the title and the symptoms of a message with words', () => {
  const { title, symptoms } = captureByRules(
    threadOf([['ann', 'the orders page shows 500\n[file: image.png]'], ...fix]),
  ).content;
  expect([title, symptoms]).toEqual(['the orders page shows 500', 'the orders page shows 500']);
});
