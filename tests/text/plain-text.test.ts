import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/text/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['purged logs-*, traces-* on *both* nodes', 'purged logs-*, traces-* on both nodes'],
    ['certificate of *.shop.example and *.cdn.example', 'certificate of *.shop.example and *.cdn.example'],
    ['hosts *web-1 and *web-2', 'hosts *web-1 and *web-2'],
    ['*All pods are down* :fire:', 'All pods are down'],
    ['*ran `a-*, b-*` twice*', 'ran `a-*, b-*` twice'],
    ['_really_ snake_case_name ~old~', 'really snake_case_name old'],
    ['`x :fire: *y*` &amp; <https://a.example|the doc>', '`x :fire: *y*` & the doc'],
  ])('reads "%s" as "%s"', (raw, plain) => {
    expect(plainText(raw)).toBe(plain);
  });
});
