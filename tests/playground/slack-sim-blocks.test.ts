import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Surface } from '../../src/playground/slack-sim/check-blocks.ts';
import { SlackError } from '../../src/playground/slack-sim/slack-error.ts';
import { blockTextLength, validateBlocks } from '../../src/playground/slack-sim/validate-blocks.ts';
import { validateMessageBlocks } from '../../src/playground/slack-sim/validate-message.ts';
import { viewProblems } from '../../src/playground/slack-sim/validate-view.ts';

const x = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const button = (extra: object = {}) => ({ type: 'button', text: plain('Go'), ...extra });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, label = 'Label') => ({ type: 'input', label: plain(label), element });
const option = (index: number, text = 'Option') => ({ text: plain(text), value: String(index) });
const menu = (options: object[]) => actions({ type: 'static_select', placeholder: plain('Pick'), options });
const rows = (count: number, width: number) =>
  times(count, () => times(width, () => ({ type: 'raw_text', text: 'c' })));
const chart = (inside: object, title = 'Incidents') => ({ type: 'data_visualization', title, chart: inside });
const pie = (count: number, label = 'redis') =>
  chart({ type: 'pie', segments: times(count, () => ({ label, value: 1 })) });
const line = (points: number, series: number) => {
  const data = times(points, (index) => ({ label: `w${index}`, value: index }));
  return chart({
    type: 'line',
    series: times(series, (index) => ({ name: `s${index}`, data })),
    axis_config: { categories: data.map((point) => point.label) },
  });
};
const card = (title: string, body = 'b') => ({ type: 'card', title: mrkdwn(title), body: mrkdwn(body) });
const iconButton = { type: 'icon_button', icon: 'trash', text: plain('Delete') };

/** Each limit as a block that grows with a number: right at `max`, wrong one above. */
const limits: { name: string; max: number; surface?: Surface; blocks: (size: number) => unknown[] }[] = [
  { name: 'blocks of a message', max: 50, blocks: (size) => times(size, () => ({ type: 'divider' })) },
  {
    name: 'blocks of a modal',
    max: 100,
    surface: 'modal',
    blocks: (size) => times(size, () => ({ type: 'divider' })),
  },
  {
    name: 'blocks of the Home',
    max: 100,
    surface: 'home',
    blocks: (size) => times(size, () => ({ type: 'divider' })),
  },
  { name: 'section text', max: 3000, blocks: (size) => [section(x(size))] },
  {
    name: 'section fields',
    max: 10,
    blocks: (size) => [{ type: 'section', fields: times(size, () => mrkdwn('f')) }],
  },
  { name: 'field text', max: 2000, blocks: (size) => [{ type: 'section', fields: [mrkdwn(x(size))] }] },
  { name: 'header text', max: 150, blocks: (size) => [{ type: 'header', text: plain(x(size)) }] },
  { name: 'button text', max: 75, blocks: (size) => [actions(button({ text: plain(x(size)) }))] },
  { name: 'button value', max: 2000, blocks: (size) => [actions(button({ value: x(size) }))] },
  { name: 'action_id', max: 255, blocks: (size) => [actions(button({ action_id: x(size) }))] },
  { name: 'block_id', max: 255, blocks: (size) => [{ type: 'divider', block_id: x(size) }] },
  { name: 'actions elements', max: 25, blocks: (size) => [actions(...times(size, () => button()))] },
  {
    name: 'context elements',
    max: 10,
    blocks: (size) => [{ type: 'context', elements: times(size, () => mrkdwn('c')) }],
  },
  {
    name: 'image alt text',
    max: 2000,
    blocks: (size) => [{ type: 'image', image_url: 'https://a.b/c', alt_text: x(size) }],
  },
  { name: 'markdown text', max: 12_000, blocks: (size) => [{ type: 'markdown', text: x(size) }] },
  {
    name: 'markdown text of all blocks',
    max: 6000,
    blocks: (size) => [
      { type: 'markdown', text: x(size) },
      { type: 'markdown', text: x(6000) },
    ],
  },
  { name: 'table rows', max: 100, blocks: (size) => [{ type: 'table', rows: rows(size, 2) }] },
  { name: 'table columns', max: 20, blocks: (size) => [{ type: 'table', rows: rows(2, size) }] },
  {
    name: 'tables of a message',
    max: 1,
    blocks: (size) => times(size, () => ({ type: 'table', rows: rows(2, 2) })),
  },
  {
    name: 'data_table rows',
    max: 101,
    blocks: (size) => [{ type: 'data_table', caption: 'c', rows: rows(size, 2) }],
  },
  {
    name: 'context_actions elements',
    max: 5,
    blocks: (size) => [{ type: 'context_actions', elements: times(size, () => iconButton) }],
  },
  { name: 'menu options', max: 100, blocks: (size) => [menu(times(size, (index) => option(index)))] },
  { name: 'option text', max: 75, blocks: (size) => [menu([option(1, x(size))])] },
  {
    name: 'input label',
    max: 2000,
    surface: 'modal',
    blocks: (size) => [input({ type: 'plain_text_input' }, x(size))],
  },
  {
    name: 'initial value',
    max: 3000,
    surface: 'modal',
    blocks: (size) => [input({ type: 'plain_text_input', initial_value: x(size) })],
  },
  {
    name: 'alert text',
    max: 200,
    surface: 'modal',
    blocks: (size) => [{ type: 'alert', text: plain(x(size)) }],
  },
  {
    name: 'chart title',
    max: 50,
    blocks: (size) => [chart({ type: 'pie', segments: [{ label: 'a', value: 1 }] }, x(size))],
  },
  { name: 'charts of a message', max: 2, blocks: (size) => times(size, () => pie(2)) },
  { name: 'pie segments', max: 6, blocks: (size) => [pie(size)] },
  { name: 'chart label', max: 20, blocks: (size) => [pie(1, x(size))] },
  { name: 'chart series', max: 6, blocks: (size) => [line(3, size)] },
  { name: 'chart points', max: 20, blocks: (size) => [line(size, 2)] },
  { name: 'card title', max: 150, blocks: (size) => [card(x(size))] },
  { name: 'card body', max: 200, blocks: (size) => [card('t', x(size))] },
  {
    name: 'carousel cards',
    max: 10,
    blocks: (size) => [{ type: 'carousel', elements: times(size, () => card('t')) }],
  },
];

describe('block limits', () => {
  it.each(limits)('takes $name up to $max and not one more', ({ max, surface = 'message', blocks }) => {
    expect(validateBlocks(blocks(max), surface)).toEqual([]);
    expect(validateBlocks(blocks(max + 1), surface)).not.toEqual([]);
  });

  it('takes any size within every limit and refuses any size beyond it', () => {
    const cases = fc
      .constantFrom(...limits)
      .chain((limit) => fc.tuple(fc.constant(limit), fc.integer({ min: 2, max: limit.max * 2 + 2 })));
    fc.assert(
      fc.property(cases, ([limit, size]) => {
        const problems = validateBlocks(limit.blocks(size), limit.surface ?? 'message');
        return (problems.length === 0) === size <= limit.max;
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever it is given, and takes no junk for a block', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), (blocks) => {
        expect(validateBlocks(blocks, 'message')).not.toEqual([]);
      }),
    );
  });
});

describe('block rules', () => {
  const refused: [string, Surface, unknown, string][] = [
    ['an unknown type', 'message', { type: 'banner' }, '/blocks/0/type'],
    ['a section with nothing in it', 'message', { type: 'section' }, '/blocks/0'],
    ['an empty text', 'message', section(''), '/blocks/0/text/text'],
    ['a header in mrkdwn', 'message', { type: 'header', text: mrkdwn('h') }, '/blocks/0/text/type'],
    ['an image without alt_text', 'message', { type: 'image', image_url: 'https://a.b/c' }, '/blocks/0'],
    ['an image without a picture', 'message', { type: 'image', alt_text: 'a' }, '/blocks/0'],
    ['a property that the block does not have', 'message', { type: 'divider', text: 'x' }, '/blocks/0'],
    [
      'a button style of its own',
      'message',
      actions(button({ style: 'loud' })),
      '/blocks/0/elements/0/style',
    ],
    [
      'an input in an actions block',
      'message',
      actions({ type: 'plain_text_input' }),
      '/blocks/0/elements/0/type',
    ],
    ['markdown in a modal', 'modal', { type: 'markdown', text: 'x' }, '/blocks/0/type'],
    [
      'feedback buttons on the Home',
      'home',
      { type: 'context_actions', elements: [iconButton] },
      '/blocks/0/type',
    ],
    ['an alert in a message', 'message', { type: 'alert', text: plain('x') }, '/blocks/0/type'],
    ['a data_table without a caption', 'message', { type: 'data_table', rows: rows(2, 2) }, '/blocks/0'],
    [
      'a segment of nothing',
      'message',
      chart({ type: 'pie', segments: [{ label: 'a', value: 0 }] }),
      '/blocks/0/chart/segments/0/value',
    ],
    [
      'data that does not fit its axis',
      'message',
      chart({
        type: 'bar',
        series: [{ name: 's', data: [{ label: 'a', value: 1 }] }],
        axis_config: { categories: ['b'] },
      }),
      '/blocks/0/chart/series/0/data',
    ],
  ];

  it.each(refused)('refuses %s', (_name, surface, block, place) => {
    const problems = validateBlocks([block], surface);
    expect(problems.join()).toContain(`[json-pointer:${place}]`);
  });

  it('refuses the same block_id twice', () => {
    const block = { type: 'divider', block_id: 'one' };
    expect(validateBlocks([block, block], 'message')).toHaveLength(1);
  });

  it('counts only what is read against the text of a message', () => {
    const blocks = [section(x(100)), actions(button({ value: x(1000), action_id: 'a' }))];
    expect(blockTextLength(blocks)).toBe(102);
    const full = times(4, () => section(x(3000)));
    expect(() => validateMessageBlocks(full)).not.toThrow();
    expect(() => validateMessageBlocks([...full, section('x')])).toThrow(
      new SlackError('msg_blocks_too_long'),
    );
  });
});

describe('view limits', () => {
  const modal = (extra: object) => ({
    type: 'modal',
    title: plain('Title'),
    blocks: [{ type: 'divider' }],
    ...extra,
  });
  const viewLimits: [string, number, (size: number) => Record<string, unknown>][] = [
    ['title', 24, (size) => modal({ title: plain(x(size)) })],
    ['submit', 24, (size) => modal({ submit: plain(x(size)) })],
    ['close', 24, (size) => modal({ close: plain(x(size)) })],
    ['private_metadata', 3000, (size) => modal({ private_metadata: x(size) })],
    ['callback_id', 255, (size) => modal({ callback_id: x(size) })],
  ];

  it.each(viewLimits)('takes a %s of %i characters and not one more', (_name, max, view) => {
    expect(viewProblems(view(max), 'modal')).toEqual([]);
    expect(viewProblems(view(max + 1), 'modal')).toHaveLength(1);
  });

  it('wants a submit button where there is an input, and names places inside the view', () => {
    const asks = modal({ blocks: [input({ type: 'plain_text_input' })] });
    expect(viewProblems(asks, 'modal').join()).toContain('submit');
    expect(viewProblems({ ...asks, submit: plain('Save') }, 'modal')).toEqual([]);
    expect(viewProblems(modal({ blocks: [section('')] }), 'modal').join()).toContain(
      '/view/blocks/0/text/text',
    );
  });
});
