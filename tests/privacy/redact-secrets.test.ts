import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/privacy/redact.ts';
import {
  cutPrivateKey,
  escapedPrivateKey,
  inContext,
  pemLines,
  prefixedTokens,
  privateKey,
} from './planted.ts';

const redactor = createRedactor();

describe('secrets', () => {
  it.each(prefixedTokens)('hides %s wherever it stands', async (_, secret) => {
    for (const text of [
      secret,
      `use ${secret} for now`,
      `\`${secret}\``,
      `(${secret}),`,
      `<https://x/?k=${secret}|here>`,
    ]) {
      const { text: redacted } = await redactor.redact(text);
      expect(redacted).not.toContain(secret);
      expect(redacted).toMatch(/\[secret-1\]/);
    }
  });

  it.each(inContext)('hides %s', async (_, text, secret) => {
    const redacted = await redactor.redact(`see: ${text}`);
    expect(redacted.text).not.toContain(secret);
    expect(redacted.text).toContain('[secret-1]');
  });

  it.each([
    ['whole', privateKey],
    ['cut off', cutPrivateKey],
    ['escaped in JSON', `{"private_key": "${escapedPrivateKey}"}`],
    ['on one line', privateKey.replaceAll('\n', ' ')],
  ])('hides a private key that is %s, and nothing after it', async (_, key) => {
    const { text } = await redactor.redact(`found this:\n${key}\nplease rotate it today`);
    for (const line of pemLines) expect(text).not.toContain(line);
    expect(text).not.toContain('PRIVATE KEY');
    expect(text).toContain('found this:');
    expect(text).toContain('please rotate it today');
  });

  it('keeps the host, user and database of a connection string', async () => {
    const { text } = await redactor.redact('postgres://app:s3cr3tpw@db.prod:5432/orders is full');
    expect(text).toBe('postgres://app:[secret-1]@db.prod:5432/orders is full');
  });

  it('is not switched off by a comment for the scanner', async () => {
    // A kind that only secretlint's rules know.
    const token = ['cf', 'ut_', 'aB3dE5fG7h'.repeat(4), '0a1b2c3d'].join('');
    const { text } = await redactor.redact(`secretlint-disable\nuse ${token}`);
    expect(text).toBe('secretlint-disable\nuse [secret-1]');
  });

  it("hides what the team's own patterns match, under their name", async () => {
    const own = createRedactor({ patterns: [{ name: 'Customer Id', regex: /cust-(?<value>\d{6})/ }] });
    expect((await own.redact('cust-123456 and cust-123456')).text).toBe(
      'cust-[customer-id-1] and cust-[customer-id-1]',
    );
  });

  it('leaves what the team allows', async () => {
    const own = createRedactor({ allow: ['Status@Example.com'] });
    expect((await own.redact('status@example.com bob@example.com')).text).toBe(
      'status@example.com [email-1]',
    );
  });
});
