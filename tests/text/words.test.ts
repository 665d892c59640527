import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/text/words.ts';
import { cpuMs } from '../setup/cpu-ms.ts';

describe('termsOf', () => {
  it('gives an identifier and its parts', () => {
    expect(termsOf('checkoutApi-v2')).toEqual(['checkoutapi-v2', 'checkout', 'api', 'v2']);
    expect(termsOf('HTTPServerError')).toEqual(['httpservererror', 'http', 'server', 'error']);
    expect(termsOf('redis_pool.max')).toEqual(['redis_pool.max', 'redi', 'pool', 'max']);
  });

  it('takes the forms of a word for one', () => {
    expect(termsOf('restarting')).toEqual(termsOf('restarted'));
    expect(termsOf('Timeouts')).toEqual(termsOf('timeout'));
  });

  it('leaves out the words that say nothing', () => {
    expect(termsOf('we are seeing that the checkout is down again')).toEqual(['checkout', 'down']);
  });

  it('keeps repeats and their order', () => {
    expect(termsOf('redis queue redis')).toEqual(['redi', 'queue', 'redi']);
  });

  it.each([
    ['a placeholder', '[ip-1] [secret-12] [email-3]'],
    ['a uuid', '550e8400-e29b-41d4-a716-446655440000'],
    ['a hash', '5d41402abc4b2a76b9719d911017c592'],
    ['a hash in capitals', '5D41402ABC4B2A76B9719D911017C592'],
    ['a short commit', 'a1b2c3d'],
    ['an address in memory', '0x7ffe4bc2'],
    ['a long number', '1700000000'],
    ['a date', '2026-03-04'],
    ['a moment', '2026-03-04T10:20:30.123Z'],
    ['a time of day', '10:20:30'],
    ['an address', '10.20.30.40'],
    ['a single letter', 'x'],
    ['a blob', 'Zm9v'.repeat(30)],
    ['nothing', ''],
    ['signs', '!!! --- ??? 🔥🔥'],
  ])('finds no term in %s', (_, text) => {
    expect(termsOf(text)).toEqual([]);
  });

  it('keeps the numbers and short names that engineers speak in', () => {
    expect(termsOf('HTTP 503 from s3, x509, k8s')).toEqual(['http', '503', 's3', 'x509', 'k8s']);
  });

  it('reads of a link its words and not its ids', () => {
    const terms = termsOf('see https://grafana.example.com/d/Xk3kd92aq/board-latency?orgId=1#panel please');
    expect(terms).toEqual(expect.arrayContaining(['grafana', 'board', 'latenc', 'panel']));
    expect(terms.join(' ')).not.toContain('xk3kd');
    expect(termsOf('<https://nvd.nist.gov/vuln/detail/CVE-2020-8840|the CVE>')).toContain('cve-2020-8840');
  });

  it('reads the folders of a path that is too long to be a name', () => {
    const terms = termsOf(`/srv/${'checkout/'.repeat(12)}payment.log`);
    expect(terms).toEqual(expect.arrayContaining(['srv', 'checkout', 'payment']));
  });

  it('keeps the digits of a version, and drops a digit that stands alone', () => {
    expect(termsOf('netty 4.1.46')).toEqual(['netti', '4.1.46', '4', '1', '46']);
    expect(termsOf('3 pods')).toEqual(['pod']);
  });

  it('gives pairs of characters where a script has no spaces', () => {
    expect(termsOf('接続拒否')).toEqual(['接続', '続拒', '拒否']);
    expect(termsOf('火')).toEqual(['火']);
    expect(termsOf('サーバー')).toEqual(['サー', 'ーバ', 'バー']);
  });

  it('reads a name that stands inside such a script without a space', () => {
    expect(termsOf('checkout-apiが落ちた')).toEqual([
      'checkout-api',
      'checkout',
      'api',
      'が落',
      '落ち',
      'ちた',
    ]);
  });

  it('reads a sentence of such a script however long it is', () => {
    expect(termsOf('データベースに接続できません'.repeat(8)).length).toBeGreaterThan(100);
  });

  it('reads words of scripts with accents and marks whole', () => {
    expect(termsOf('сервер недоступен')).toEqual(['сервер', 'недоступен']);
    expect(termsOf('störung')).toEqual(['störung']);
    expect(termsOf('sto\u0308rung')).toEqual(['störung']);
  });

  it.each([
    ['brackets', '['.repeat(40_000)],
    ['half placeholders', '[a-'.repeat(13_000)],
    ['one word', 'a'.repeat(40_000)],
    ['separators', 'a-'.repeat(20_000)],
    ['capitals', 'A'.repeat(40_000)],
    ['links', 'https://'.repeat(5_000)],
    ['characters without spaces', '接続'.repeat(20_000)],
    ['hex', '550e8400-e29b-41d4-'.repeat(2_000)],
    ['combining marks', '\u0301'.repeat(40_000)],
    ['ligatures that unfold', '\ufdfa'.repeat(40_000)],
  ])('is quick with 40,000 characters of %s', async (_, text) => {
    expect(await cpuMs(() => termsOf(text))).toBeLessThan(2_000);
  });

  it('never throws, and gives lower-case terms that hold no space', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        for (const term of termsOf(text)) {
          expect(term).not.toBe('');
          expect(term).not.toMatch(/\s/);
          expect(term).toBe(term.toLowerCase());
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says the same of a text whatever its case', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('redis', 'pool', 'exhausted', 'oom', '503', 'kubelet')),
        (words) => {
          expect(termsOf(words.join(' ').toUpperCase())).toEqual(termsOf(words.join(' ')));
        },
      ),
    );
  });
});
