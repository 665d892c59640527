import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/privacy/redact.ts';
import { isSlow } from '../../src/privacy/team-patterns.ts';

const join = (...parts: string[]): string => parts.join('');
const awsKey = join('AK', 'IA', 'Q3EGXM2LKBXPT7OE');
const pem = join('-----BEGIN PRIV', 'ATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0\n-----END PRIV', 'ATE KEY-----');

async function redacted(options: Parameters<typeof createRedactor>[0], text: string): Promise<string> {
  return (await createRedactor(options).redact(text)).text;
}

describe("a team's own pattern", () => {
  it('puts its name in the place of what it matches, or of its group value', async () => {
    const patterns = [
      { name: 'customer', regex: /\bcust-(?<value>\d{6})\b/ },
      { name: 'project', regex: /\bproject (?:athena|zeus)\b/i },
    ];
    expect(await redacted({ patterns }, 'cust-123456, cust-654321 of Project Zeus, cust-123456')).toBe(
      'cust-[customer-1], cust-[customer-2] of [project-1], cust-[customer-1]',
    );
  });

  it('that backtracks for ever is stopped: the whole text is hidden, and somebody hears of it', async () => {
    const heard: string[] = [];
    const redactor = createRedactor({
      patterns: [
        { name: 'sound', regex: /cust-\d+/ },
        { name: 'slow', regex: /(?:\w+\s?)+!/ },
      ],
      onTimeout: (name) => heard.push(name),
    });
    const text = `${'word '.repeat(60)}cust-7?`;
    const started = performance.now();
    const { text: shown, found } = await redactor.redact(text);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(shown).toBe('[slow-1]');
    expect(found).toEqual([{ kind: 'slow', start: 0, end: text.length }]);
    expect(heard).toEqual(['slow']);
    expect((await redactor.redact('cust-7 is slow')).text).toBe('[sound-1] is slow');
  });

  it.each([/(a+)+$/, /(?:\w+\s?)+!/, /^(?:a|aa)+$/])('is known to be slow before it is used: %s', (pattern) =>
    expect(isSlow(pattern)).toBe(true),
  );

  it.each([/cust-\d{6}/, /\b[A-Z]{2,5}-\d+\b/, /[\w.]+@corp\.example/, /(?:ten|org)_[a-z0-9]+/i])(
    'is not taken for slow: %s',
    (pattern) => expect(isSlow(pattern)).toBe(false),
  );
});

describe('the allow-list', () => {
  it('keeps what lies inside one of its strings, and only that', async () => {
    const allow = ['Status@Example.com', 'postgres://demo:demo1@db.test/shop', '10.0.0.1'];
    const text =
      'status@example.com bob@example.com postgres://demo:demo1@db.test/shop postgres://demo:demo12@db 10.0.0.12 10.0.0.1';
    expect(await redacted({ allow }, text)).toBe(
      'status@example.com [email-1] postgres://demo:demo1@db.test/shop postgres://demo:[secret-1]@db [ip-1] 10.0.0.1',
    );
  });

  it('keeps what an expression matches whole, not what merely contains a match', async () => {
    const allow = [/[\w.]+@example\.com/, /10\.\d+\.\d+\.\d+/];
    const text = 'ann@example.com ann@example.com.evil.net 10.1.2.3 192.168.1.9';
    expect(await redacted({ allow }, text)).toBe('ann@example.com [email-1] 10.1.2.3 [ip-1]');
  });

  it('keeps an internal hash that stands where a secret would', async () => {
    const hash = '9fceb02d0ae598e95dc970b74767f19372d61af8';
    expect(await redacted({}, `token=${hash}`)).toBe('token=[secret-1]');
    expect(await redacted({ allow: [/[0-9a-f]{40}/] }, `token=${hash}`)).toBe(`token=${hash}`);
  });

  it("keeps what a team's own pattern would hide", async () => {
    const options = { patterns: [{ name: 'customer', regex: /cust-\d+/ }], allow: [/cust-0+/] };
    expect(await redacted(options, 'cust-000 cust-007')).toBe('cust-000 [customer-1]');
  });

  it('never lets a key of a service through by an expression, only the very value by its string', async () => {
    const text = `use ${awsKey}`;
    expect(await redacted({ allow: [/[A-Z0-9]+/, /.+/s] }, text)).toBe('use [secret-1]');
    expect(await redacted({ allow: [awsKey] }, text)).toBe(text);
  });

  it('never lets a private key through, however it is allowed', async () => {
    expect(await redacted({ allow: [pem, /[\s\S]+/] }, `found ${pem}`)).toBe('found [secret-1]');
  });

  it('hides what an expression takes too long to look at', async () => {
    const text = `${'a'.repeat(50)}@example.com`;
    expect(await redacted({ allow: [/(?:a+)+b/] }, text)).toBe('[email-1]');
  });
});
