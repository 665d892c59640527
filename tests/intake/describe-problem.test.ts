import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/intake/describe-problem.ts';

const titleOf = (text: string) => describeProblem({ text, alert: null }).title;

describe('the title of an incident', () => {
  it.each([
    [':rotating_light: *All hosts of *.apps.example fail*', 'All hosts of *.apps.example fail'],
    ['*user_service* throws `E_POOL_FULL` in prod', 'user_service throws E_POOL_FULL in prod'],
    ['<@U0ANA12345> @here <https://example.com/graph|latency> is up &amp; rising', 'latency is up & rising'],
    [':fire:\n\ncheckout is down', 'checkout is down'],
    ['🔥 :fire:', 'An incident without words'],
  ])('of "%s" is "%s"', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it('is cut at 150 characters', () => {
    expect(titleOf('a '.repeat(10_000)).length).toBeLessThanOrEqual(150);
    expect(titleOf(`checkout fails ${'x'.repeat(500)}`)).toMatch(/^checkout fails x+…$/);
  });
});
