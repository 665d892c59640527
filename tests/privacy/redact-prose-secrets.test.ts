import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/privacy/redact.ts';
import { fill, seeded } from './generate.ts';

const redactor = createRedactor();
const random = seeded(21);

describe('what is told in a sentence', () => {
  it.each([
    ['both passwords of a change', 'password changed from {upw0} to Falcon-77x!', 'Falcon-77x'],
    ['a code to log in with', 'otp is 505953, pin: 274919', '505953'],
    ['the PSK of a tunnel', 'ipsec.secrets has : PSK "Sunflower77"', 'Sunflower77'],
    [
      'a passphrase of joined words',
      'set the password of root to teapot-harvest-cellar now',
      'teapot-harvest',
    ],
    [
      'a passphrase in quotes',
      'passphrase for the old disk is "teapot harvest cellar mild"',
      'harvest cellar',
    ],
    ['words joined with dots', 'PGPASSWORD=teapot.harvest.cellar.mild psql -h db', 'harvest.cellar'],
    ['a password in Spanish', 'la contraseña es Halcon77x', 'Halcon77x'],
    ['a password in German', 'das Kennwort lautet teapot-harvest-cellar', 'harvest'],
    ['what is for something', 'storage key for acme01: {b64_86}==', '=='],
    ['a random password for something', 'the db password for uat is AVo/0+{an28} ok', 'AVo/'],
    ['a password in XML', 'has <password>Teapot</password> in it', 'Teapot'],
    ['a password in XML as Slack sends it', '&lt;password&gt;Teapot&lt;/password&gt;', 'Teapot'],
    ['a default of Terraform', 'variable "api_token" {\n  type = string\n  default = "{an40}"\n}', 'nothing'],
    ['a user glued to the flag of curl', 'curl -k -uapp:{an24} https://a.example', 'nothing'],
    ['a password in bold', 'password: *Tr0ub4dor3*', 'Tr0ub4dor3'],
    ['a password that begins with a question mark', 'DB_PASSWORD=?Hunter2x9', 'Hunter2x9'],
    ['a password that begins as a place in a vault does', 'password: vault:Tr0ub4dor3', 'Tr0ub4dor3'],
    ['what is no checksum', 'checksum/secret: hunter2Abc9', 'hunter2Abc9'],
    ['a user of a domain', `curl -u 'CORP/jdoe:Sommer2024!' https://a.example`, 'Sommer2024'],
    ['a user of lftp', 'lftp -u www-data,Teapot sftp://a.example', 'Teapot'],
    ['a password after its bare name', 'user admin pass Falcon2024x works', 'Falcon2024x'],
  ])('hides %s', async (_, template, other) => {
    const { text, secret } = fill(template, random);
    const redacted = await redactor.redact(text);
    expect(redacted.text).not.toContain(other);
    if (secret !== '') expect(redacted.text).not.toContain(secret);
  });

  it.each([
    'Failed password for invalid user pgadmin from bastion-2 port 54087 ssh2',
    'check pass; user unknown, pass 2 of 3, pass --march=armv7',
    'the password changed yesterday, password reset from the portal2 page',
    'set the secret name to orders-tls-7f9c8d7b6c and the key to tls.crt',
    'the pin is loose, the code is 137, the token is in the vault',
    'the password is case-insensitive and never-ever-stored, the token for prod: see the vault',
    'password: config.database.primary.password, password = spring.datasource.main.secret',
    'passphrase was "wrong", the passphrase is in the safe',
    `<password>\${DB_PASSWORD}</password>`,
    'variable "db_password" {\n  type = string\n  default = "changeme"\n}',
    'Redis key orders:123456 is hot, cache key 4bf92f3577b34da6a3ce929d0e0e4736',
  ])('leaves: %s', async (text) => {
    expect((await redactor.redact(text)).text).toBe(text);
  });
});

it('sees a name that stands in what another name seemed to hold', async () => {
  const { text, secret } = fill('tunnel secret: "TunnelSecret":"{b64_43}="', random);
  expect((await redactor.redact(text)).text).not.toContain(secret);
});

describe('key material without a prefix', () => {
  it('hides a PEM key in base64, and shows a certificate', async () => {
    const start = Buffer.from(['-----BEGIN RSA PRIV', 'ATE KEY-----'].join(''))
      .toString('base64')
      .slice(0, 28);
    const body = fill('{an200}', random).text;
    const { text } = await redactor.redact(`client-key-data: ${start}${body}`);
    expect(text).toBe('client-key-data: [secret-1]');
    const certificate = `ca: ${Buffer.from('-----BEGIN CERTIFICATE-----\nMIIDdzCC').toString('base64')}`;
    expect((await redactor.redact(certificate)).text).toBe(certificate);
  });

  it('hides the private half of a JWK and of a PuTTY key', async () => {
    const { text: half } = fill('{url86}', random);
    const jwk = await redactor.redact(`{"kty":"EC","crv":"P-256","x":"abc","d":"${half}"}`);
    expect(jwk.text).toBe('{"kty":"EC","crv":"P-256","x":"abc","d":"[secret-1]"}');
    const { text: line } = fill('{b64_64}', random);
    const putty = await redactor.redact(`Private-Lines: 1\n${line}\nPrivate-MAC: 00`);
    expect(putty.text).not.toContain(line.slice(0, 20));
  });
});
