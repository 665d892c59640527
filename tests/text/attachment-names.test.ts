import { describe, expect, it } from 'vitest';
import { expandAttachmentNames, stripAttachmentNames } from '../../src/text/attachment-names.ts';
import { featuresOf } from '../../src/text/search-features.ts';

describe('withFileNames', () => {
  it.each([
    'image.png',
    'image (1).png',
    'Screenshot 2026-11-20 at 10.11.12.png',
    'Screen Shot 2026-11-20 at 10.11.12 AM.png',
    'Screenshot_20261120-101112.jpg',
    'IMG_4711.HEIC',
    'Image from iOS.jpg',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301.png',
    'Untitled',
    'trace.txt',
  ])('leaves nothing of "%s", which no person chose', (name) => {
    expect(expandAttachmentNames(`[file: ${name}]`)).toBe('');
  });

  it('leaves the name that a person gave, without its ending', () => {
    expect(expandAttachmentNames('down\n[file: checkout-error.log]\n[file: logout page.png]')).toBe(
      'down\ncheckout-error\nlogout page',
    );
  });
});

it('a name goes whole where only words count', () => {
  expect(stripAttachmentNames('down [file: checkout-error.log]')).toBe('down ');
});

it('two pasted pictures have no word in common', () => {
  const context = { service: null, environment: null, severity: null };
  const picture = (name: string) =>
    featuresOf({ title: `[file: ${name}]`, symptoms: `[file: ${name}]`, signatures: [], context });
  expect([...picture('image.png').allTerms]).toEqual([]);
  expect(picture('Screenshot 2026-11-20 at 10.11.12.png').titleTerms).toEqual([]);
});
