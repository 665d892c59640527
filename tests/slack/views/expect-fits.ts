import { expect } from 'vitest';
import { validateBlocks } from '../../../src/playground/slack-sim/validate-blocks.ts';
import { viewProblems } from '../../../src/playground/slack-sim/validate-view.ts';
import { type Block, type Body, charsOf } from '../../../src/slack/views/limits.ts';

/** What our own markup may hold in angle brackets: a web link, one person, one channel. */
const ours = /<(?:https?:\/\/[^\s<>|]+\|[^<>|]+|@[UW][A-Z0-9]+|#[CGD][A-Z0-9]+)>/g;

/** Slack would take the message, and nothing in it pings a channel or disguises a link. */
export function expectFits(message: Body): void {
  expect(validateBlocks(message.blocks, 'message')).toEqual([]);
  expect(charsOf(message.blocks)).toBeLessThanOrEqual(10_000);
  expect(message.blocks.length).toBeGreaterThan(0);
  expect(message.text.trim()).not.toBe('');
  expect(message.text.length).toBeLessThanOrEqual(300);
  expectInert([message.text, ...mrkdwnOf(message.blocks)]);
}

export function expectViewFits(view: Block, surface: 'modal' | 'home'): void {
  expect(viewProblems(view, surface)).toEqual([]);
  expectInert(mrkdwnOf(view.blocks));
}

/** Every mrkdwn text in it, in order. */
export function mrkdwnOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnOf);
}

/** All that a person reads in a message, one line per text. */
export function wordsOf(message: Body): string {
  return mrkdwnOf(message.blocks).join('\n');
}

/** The buttons of a message by action id, with their values. */
export function buttonsOf(value: unknown): { actionId: string; value: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'button' && 'action_id' in value && 'value' in value) {
    return [{ actionId: String(value.action_id), value: String(value.value) }];
  }
  return Object.values(value).flatMap(buttonsOf);
}

function expectInert(texts: string[]): void {
  for (const text of texts) {
    expect(text.replace(ours, '')).not.toMatch(/[<>]/);
    expect(text.replace(/&(?:amp|lt|gt);/g, '').replace(ours, '')).not.toMatch(/&/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be absent
    expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
    expect(text.isWellFormed()).toBe(true);
  }
}
