/** Secrets of every kind, put together here so that no scanner takes this file for a leak. */
const text = (length: number, alphabet = 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY'): string =>
  Array.from({ length }, (_, index) => alphabet[(index * 7 + length) % alphabet.length]).join('');
const hex = (length: number): string => text(length, '0a1b2c3d4e5f6789');
const join = (...parts: string[]): string => parts.join('');

export const prefixedTokens: ReadonlyArray<readonly [string, string]> = [
  ['an AWS access key', join('AK', 'IA', text(16, 'ABC2DE3FG4H5J6K7'))],
  ['a GCP API key', join('AI', 'za', text(35))],
  ['a Google OAuth secret', join('GOC', 'SPX-', text(28))],
  ['an Azure client secret', join(text(3), '8', 'Q', '~', text(34))],
  ['a Slack bot token', join('xo', 'xb-', '2134567890-2134567891-', text(24))],
  ['a Slack app token', join('xa', 'pp-1-A0', text(9), '-3456789012345-', hex(64))],
  ['a GitHub classic token', join('gh', 'p_', text(36))],
  ['a GitHub OAuth token', join('gh', 'o_', text(36))],
  ['a GitHub fine-grained token', join('github', '_pat_', text(22), '_', text(59))],
  ['a GitLab token', join('gl', 'pat-', text(20))],
  ['a Stripe key', join('sk', '_live_', text(24))],
  ['a restricted Stripe key', join('rk', '_live_', text(24))],
  ['a SendGrid key', join('S', 'G.', text(22), '.', text(43))],
  ['a Twilio key', join('S', 'K', hex(32))],
  ['an npm token', join('np', 'm_', text(36))],
  ['a PyPI token', join('py', 'pi-AgEIcHlwaS5vcmc', text(60))],
  ['an Anthropic key', join('sk', '-ant-api03-', text(93), 'AA')],
  ['an OpenAI key', join('sk', '-proj-', text(48))],
  ['a New Relic key', join('NR', 'AK-', text(27, 'ABC2DE3FG4H5J6K7'))],
  ['a Vault token', join('hv', 's.', text(95))],
  ['a Heroku key', join('HR', 'KU-', text(40))],
  ['a DigitalOcean token', join('do', 'p_v1_', hex(64))],
  ['a Shopify token', join('shp', 'at_', hex(32))],
  ['a Telegram bot token', join('123456789', ':', 'AA', text(33))],
  ['a Discord bot token', join('M', text(25), '.', text(6), '.', text(38))],
  ['a JWT', join('ey', 'J', text(20), '.', 'ey', 'J', text(40), '.', text(43))],
];

const word = text(14);
const pass = join('hun', 'ter', '2xY!');

/** The whole text and the part of it that must not be seen again. */
export const inContext: ReadonlyArray<readonly [string, string, string]> = [
  ['an AWS secret key', `aws_secret_access_key = ${text(40)}`, text(40)],
  [
    'an Azure account key',
    `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${text(86)}==;EndpointSuffix=core`,
    text(86),
  ],
  ['a Slack webhook', join('https://hooks.', 'slack.com/services/T0AAAAAAA/B0BBBBBBB/', text(24)), text(24)],
  ['a Discord webhook', join('https://discord.', 'com/api/webhooks/112233445566/', text(60)), text(60)],
  ['a Datadog key', `DD_API_KEY=${hex(32)}`, hex(32)],
  ['a password in a URL', `https://bob:${word}@git.example.com/a.git`, word],
  ['a PostgreSQL password', `psql postgres://app:${pass}@db.prod:5432/orders`, pass],
  ['a MongoDB password', `mongodb+srv://app:${pass}@cluster0.example.net/x?retryWrites=true`, pass],
  ['a Redis password without a user', `redis-cli -u redis://:${pass}@cache:6379/0`, pass],
  ['an AMQP password', `amqp://guest2:${pass}@mq:5672/%2f`, pass],
  ['a bearer header', `curl -H "Authorization: Bearer ${word}${word}" https://api`, word],
  ['a basic header', `Authorization: Basic ${text(24)}==`, text(24)],
  ['a password assignment', `DB_PASSWORD=${pass}`, pass],
  ['a password in YAML', `password: "${pass}"`, pass],
  ['a password in JSON inside a string', `{\\"password\\":\\"${word}\\"}`, word],
  ['a password with spaces in quotes', `passwd = '${pass} and more'`, `${pass} and more`],
  ['a client secret in JSON', `{"client_secret": "${word}", "client_id": "abc"}`, word],
  ['an API key header', `x-api-key: ${hex(32)}`, hex(32)],
  ['a password on a mysql command line', `mysql -h db -u root -p'${pass}' orders`, pass],
  ['a password flag', `vault login --password ${pass}`, pass],
  ['a password in the environment', `PGPASSWORD=${pass} psql -h db`, pass],
  ['a password told in words', `the password is ${pass} for now`, pass],
  ['a password for curl', `curl -u admin:${pass} https://grafana/api`, pass],
  ['a session cookie', `Cookie: session=${word}; theme=dark`, word],
  ['a signed URL', `https://a.blob.core.windows.net/c/f?sv=2024&amp;sig=${text(40)}%3D`, text(40)],
];

const pemBody = [text(64), text(64), text(30)];
const edge = (word: string): string => join('-----', word, ' RSA PRIV', 'ATE KEY-----');

export const privateKey = [edge('BEGIN'), ...pemBody, edge('END')].join('\n');
export const cutPrivateKey = [edge('BEGIN'), ...pemBody].join('\n');
export const escapedPrivateKey = [edge('BEGIN'), ...pemBody, edge('END'), ''].join('\\n');
export const pemLines = pemBody;
