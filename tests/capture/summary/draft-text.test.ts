import { describe, expect, it } from 'vitest';
import { draftSymptoms, draftTitle } from '../../../src/capture/summary/draft-text.ts';

const alert =
  '[FIRING:2] DiskAlmostFull ledger (prod ledger-db warning) (https://alerts.example/#/alerts?receiver=x)\nledger-db: 91% used';

describe('draftTitle', () => {
  it.each([
    [alert, 'DiskAlmostFull ledger'],
    ['[RESOLVED] QueueStuck mailer (staging mailer)', 'QueueStuck mailer'],
    [':red_circle: Triggered: CPU high on api-3', 'CPU high on api-3'],
    ['`ledger` is slow (since noon)', 'ledger is slow (since noon)'],
    ['*Wildcards *.shop.example broken*', 'Wildcards *.shop.example broken'],
    [
      'billing is down in prod: invoices fail, `com.example.billing.invoices.InvoiceRenderingException: template of the customer could not be loaded`',
      'billing is down in prod: invoices fail',
    ],
    [
      'hey everybody, sorry to bother you all on this fine and quiet sunday morning — the ledger-api in staging returns 500s on every single write',
      'the ledger-api in staging returns 500s on every single write',
    ],
  ])('of "%s" is "%s"', (text, title) => {
    expect(draftTitle(text)).toBe(title);
  });

  it('never ends inside a word where there are words', () => {
    const title = draftTitle(`pods crash ${'with com.example.VeryLongName '.repeat(12)}`);
    expect(title.length).toBeLessThanOrEqual(120);
    expect(title).toMatch(/(?:with|com\.example\.VeryLongName)…$/);
  });
});

describe('draftSymptoms', () => {
  it('of an alert are without its tag and its links', () => {
    expect(draftSymptoms(alert)).toBe('DiskAlmostFull ledger (prod ledger-db warning)\nledger-db: 91% used');
  });

  it('of a person keep the address that is in trouble', () => {
    expect(draftSymptoms('https://shop.example/cart returns 500')).toBe(
      'https://shop.example/cart returns 500',
    );
  });

  it('have the bold headline on one line, with its wildcards and without its marks', () => {
    expect(
      draftSymptoms(':rotating_light: *All *.apps of the cluster\nfail*\nUsers see `no route`.\nImpact: all'),
    ).toBe('All *.apps of the cluster fail\nUsers see `no route`.');
  });
});
