import { describe, expect, it } from 'vitest';
import { severityRules } from '../../src/text/context-words.ts';
import { canonicalEnvironment, readContext } from '../../src/text/read-context.ts';

describe('readContext', () => {
  it.each([
    ['checkout-api in prod returns 503s', 'checkout-api', 'production'],
    ['`payments` is down', 'payments', null],
    ['service: ledger env=staging', 'ledger', 'staging'],
    ['[prod] orders-db: too many connections', 'orders-db', 'production'],
    ['deploy/cart-web crashlooping', 'cart-web', null],
    ['pod checkout-api-7d9f8b6c5d-x2x9z OOMKilled', 'checkout-api', null],
    ['payments-prod is erroring', 'payments', 'production'],
    ['Prometheus is down on the live cluster', 'prometheus', 'production'],
    ['Ingress-controllers crashlooping', 'ingress-controller', null],
    ['only in uat so far', null, 'uat'],
    ['non-prod namespaces only', null, null],
    ['he meant to delete a test cluster', null, null],
    ['we go live tomorrow', null, null],
    ['connectivity issues with `eu-west-2a`', null, null],
    ['billing is down', 'billing', null],
    ['catalogue in prod shows old prices', 'catalogue', 'production'],
    ['pricing p99 at 4s since noon', 'pricing', null],
    ['invoicing returns 500 on staging', 'invoicing', 'staging'],
    ['billing is failing, billing-api logs are full of timeouts', 'billing-api', null],
    ['everything is down', null, null],
    ['the coffee machine is broken', null, null],
    ['logins in prod are slow', null, 'production'],
    ['the dashboard is slow', null, null],
    ['users cannot log in', null, null],
    ['the api is slow for all users', null, null],
    ['an error when deploying the application:\nkind Ingress: Internal error', null, null],
  ])('reads "%s" as %s in %s', (text, service, environment) => {
    expect(readContext(text)).toMatchObject({ service, environment });
  });

  it('gives an environment its one name, and an unknown word itself in lower case', () => {
    expect(['prod', ' PRD ', 'live', 'Stg', 'EU-Blue', 'constructor', ''].map(canonicalEnvironment)).toEqual([
      'production',
      'production',
      'production',
      'staging',
      'eu-blue',
      'constructor',
      '',
    ]);
  });

  const severities: Readonly<Record<string, string>> = {
    'sev 0 and 1': 'SEV1: all down',
    'sev 2': 'sev-2 declared',
    'sev 3': 'SEV 3',
    'sev 4 and 5': 'sev4',
    'p 0 and 1': 'P1 checkout',
    'p 2': 'this is a P2',
    'p 3': 'P3, can wait',
    'p 4 and 5': 'P4',
    'label critical': 'severity: critical',
    'label high': 'priority=high',
    'label medium': 'severity: warning',
    'label low': 'Severity: minor',
    'bracket critical': '[CRITICAL] disk',
    'bracket high': '[High] disk',
    'bracket medium': '[warn] disk',
    'bracket low': '[info] disk',
    'words critical': 'a critical incident',
    'words high': 'High Priority Alarms',
    'words medium': 'medium severity',
    'words low': 'Low priority alarms',
  };

  it('has an example for every severity rule', () => {
    expect(Object.keys(severities).sort()).toEqual(severityRules.map((rule) => rule.name).sort());
  });

  it.each(severityRules.map((rule) => [rule.name, rule.severity, severities[rule.name] ?? ''] as const))(
    'reads %s as %s',
    (_, severity, text) => {
      expect(readContext(text).severity).toBe(severity);
    },
  );

  it('does not take a version, a percentile or a plain word for a severity', () => {
    expect(readContext('p99 is high on HP1, critical path, v1.2').severity).toBeNull();
  });
});
