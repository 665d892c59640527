import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/privacy/redact.ts';

const redactor = createRedactor();

describe('personal data', () => {
  it.each([
    ['bob.smith+oncall@mail.example.co.uk', 'email'],
    ['<mailto:ann@example.com|ann@example.com>', 'email'],
    ['jürgen@bücher.de', 'email'],
    ['+1 (415) 555-2671', 'phone'],
    ['+44 20 7946 0958', 'phone'],
    ['+4915123456789', 'phone'],
    ['415-555-2671', 'phone'],
    ['(415) 555-2671', 'phone'],
    ['020 7946 0958', 'phone'],
    ['01 23 45 67 89', 'phone'],
    ['call me on 4155552671', 'phone'],
    ['(02) 9283 1590', 'phone'],
    ['0151 / 78716074', 'phone'],
    ['089-3467413', 'phone'],
    ['8 (495) 300-82-83', 'phone'],
    ['msisdn=517357099', 'phone'],
    ['wifi mac 76-66-20-90-44-56', 'mac'],
    ['10.12.0.7', 'ip'],
    ['http://10.12.0.7:8080/health', 'ip'],
    ['ip-node/10.12.0.7:9092', 'ip'],
    ['2001:db8::ff00:42:8329', 'ip'],
    ['[fe80::1]:443', 'ip'],
    ['00:1B:44:11:3A:B7', 'mac'],
    ['001b.4411.3ab7', 'mac'],
    ['4111 1111 1111 1111', 'card'],
    ['378282246310005', 'card'],
    ['DE89 3704 0044 0532 0130 00', 'iban'],
    ['GB82WEST12345698765432', 'iban'],
    ['PT49 1945 3826 7322 3765 5915 2', 'iban'],
    ['ann%40example.com', 'email'],
    ['%2B14155552671', 'phone'],
    ['123-45-6789', 'ssn'],
  ])('hides %s', async (text, label) => {
    const redacted = await redactor.redact(`it was ${text} again`);
    expect(redacted.text).toContain(`[${label}-1]`);
    expect(redacted.text.replace(/\[[a-z]+-\d+\]/g, '')).not.toContain(text);
  });

  it('shows what everybody shares: loopback, any and netmask addresses', async () => {
    const text = 'listens on 127.0.0.1:80, 0.0.0.0:80, ::1 and localhost, mask 255.255.255.0';
    expect((await redactor.redact(text)).text).toBe(text);
  });

  it('gives one number written in two ways one placeholder', async () => {
    const { text } = await redactor.redact(
      '<tel:+14155552671|+1 415-555-2671>, Bob@Example.com, bob@example.com',
    );
    expect(text).toBe('<tel:[phone-1]|[phone-1]>, [email-1], [email-1]');
  });

  it('hides an IBAN with more capitals behind it', async () => {
    expect((await redactor.redact('DE89 3704 0044 0532 0130 00 EUR 12')).text).toBe('[iban-1] EUR 12');
  });

  it.each([
    ['a card number that fails the Luhn check', '4111 1111 1111 1112'],
    ['an IBAN with wrong check digits', 'DE88 3704 0044 0532 0130 00'],
    ['a number that was never a social security number', '666-45-6789'],
    ['the code on a parcel', 'EAN 4179875261578'],
    ['what is counted', '+10 000 000 rows, latency +120 350 4000 ms'],
    ['what is numbered', 'job 415-350-5393, error 732 913 6061, 529-572-2945 is the batch id'],
    ['a version of four parts', 'version 10.4.2.1, Chrome/120.0.6099.109'],
  ])('leaves %s', async (_, text) => {
    expect((await redactor.redact(text)).found).toEqual([]);
  });
});
