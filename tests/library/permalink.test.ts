import { describe, expect, it } from 'vitest';
import { permalinkOf } from '../../src/library/permalink.ts';

describe('permalinkOf', () => {
  it('links a message as Slack does', () => {
    expect(permalinkOf('https://acme.slack.com/', 'C1', '1700000000.000100')).toBe(
      'https://acme.slack.com/archives/C1/p1700000000000100',
    );
  });

  it('links a reply within its thread, and a root as itself', () => {
    expect(permalinkOf('https://acme.slack.com/', 'C1', '1700000001.000200', '1700000000.000100')).toBe(
      'https://acme.slack.com/archives/C1/p1700000001000200?thread_ts=1700000000.000100&cid=C1',
    );
    expect(permalinkOf('https://acme.slack.com/', 'C1', '1700000000.000100', '1700000000.000100')).toBe(
      'https://acme.slack.com/archives/C1/p1700000000000100',
    );
  });

  it('needs no slash at the end of the address, and bears several', () => {
    for (const address of ['https://acme.slack.com', 'https://acme.slack.com///']) {
      expect(permalinkOf(address, 'C1', '1.2')).toBe('https://acme.slack.com/archives/C1/p12');
    }
  });
});
