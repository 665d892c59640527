import { isOrdinaryKey, isPasswordInProse, looksChosen, value } from './assignment-rules.ts';
import { looksGenerated, looksLikePassphrase, looksLiteral } from './looks-secret.ts';
import type { Rule } from './rule.ts';

const password = { kind: 'password', label: 'secret' } as const;
const secret = { kind: 'assigned-secret', label: 'secret' } as const;
const passwordNames = '(?:password|passwd|passphrase|passcode|passwort|(?<![A-Za-z])(?:pwd|pass|pw|psk))';
const keyNames =
  '(?:api|access|auth(?:entication)?|app(?:lication)?|admin|write|server|license|secret|master|routing|integration|ingest(?:ion)?|deploy|signing|encryption|account|service|bearer|bot|user|session|refresh|storage|shared|consumer|client|hmac|webhook|function|personal|root|default|live|test|prod|production|staging|sandbox)[ _.-](?:key|token|secret)|api[_-]?key|(?:auth_?)?token|secret|pat|snmp community|oauth';
const word = '[^\\s"\'`<>|]{6,200}';

/** Secrets that a person writes in a sentence, with no assignment before them. */
export const proseSecretRules: readonly Rule[] = [
  {
    ...password,
    hints: ['pass', 'pwd', 'pw', 'psk'],
    pattern: new RegExp(
      `${passwordNames}\\s{1,3}(?:is|was|to|now|ist|lautet|shows)\\s{1,3}(?:now\\s|still\\s)?${value}`,
      'gi',
    ),
    accept: (value) =>
      looksLiteral(value) &&
      (looksChosen(value) ||
        looksLikePassphrase(value) ||
        /[^A-Za-z.,!?-]/.test(value.replace(/[.,!?:)]+$/, ''))),
  },
  {
    ...password,
    hints: [
      'contrase',
      'clave',
      'senha',
      'mot de passe',
      'kennwort',
      'hasło',
      'parola',
      'şifre',
      'lösenord',
      'heslo',
    ],
    pattern: new RegExp(
      `(?:contraseña|clave|senha|mot de passe|kennwort|hasło|parola|şifre|lösenord|heslo)\\s(?:es|é|est|lautet|ist|to|jest|är|je)\\s{1,3}${value}`,
      'gi',
    ),
    accept: (value) => looksChosen(value) || looksLikePassphrase(value),
  },
  {
    ...password,
    hints: ['passphrase'],
    pattern:
      /passphrase\b[\w ]{0,40}?(?:\s(?:is|was)|:)\s{1,3}["“`'](?<value>[a-z]{3,10}(?: [a-z]{3,10}){2,11})["”`']/gi,
  },
  {
    ...password,
    hints: ['password', 'passphrase', 'passcode'],
    pattern: /(?:password|passphrase|passcode)s?\s{1,3}["'`“](?<value>[^\s"'`”]{6,200})["'`”]/gi,
    accept: looksChosen,
  },
  {
    ...password,
    hints: ['pass', 'pwd', 'pw'],
    pattern: new RegExp(`(?<![\\w./-])${passwordNames}\\s{1,3}(?<value>${word})`, 'gi'),
    accept: isPasswordInProse,
  },
  {
    ...password,
    hints: ['pass', 'pwd', 'pw'],
    pattern: new RegExp(
      `${passwordNames}\\s(?:for|of|to|on|in)\\s[\\w .@[\\]-]{1,40}?(?:\\s(?:is|was|to)|:)\\s{1,3}["'\`*]{0,2}(?<value>${word})`,
      'gi',
    ),
    accept: (value) => isPasswordInProse(value) || looksLikePassphrase(value) || isKeyMaterial(value),
  },
  {
    ...password,
    hints: ['pass', 'pwd', 'pw'],
    pattern: new RegExp(
      `["'\`](?<value>[^\\s"'\`]{6,200})["'\`]\\s(?:as|is|was|for)\\s(?:\\w{1,9}\\s){0,3}${passwordNames}\\b`,
      'gi',
    ),
    accept: isPasswordInProse,
  },
  {
    ...password,
    hints: ['changed', 'reset', 'rotated'],
    pattern: new RegExp(
      `${passwordNames}\\s(?:\\w{1,9}\\s){0,2}(?:changed|reset|rotated)\\s(?:from\\s(?:${word}\\s{1,3}to\\s{1,3})?|to\\s)["'\`]?(?<value>${word})`,
      'gi',
    ),
    accept: isPasswordInProse,
  },
  {
    ...password,
    hints: ['changed', 'reset', 'rotated'],
    pattern: new RegExp(
      `${passwordNames}\\s(?:\\w{1,9}\\s){0,2}(?:changed|reset|rotated)\\sfrom\\s["'\`]?(?<value>${word})`,
      'gi',
    ),
    accept: isPasswordInProse,
  },
  {
    ...password,
    hints: ['cred', 'login', 'log in', 'wifi', 'basic auth'],
    pattern:
      /(?<![A-Za-z])(?:creds?|credentials?|log ?in|wifi|basic auth)(?:\s(?:are|is|with|as|using|via))?[ :]{1,3}[`"']?[\w.@-]{2,60}(?::|\s\/\s)(?<value>[^\s"'`<>|]{6,200})/gi,
    accept: looksChosen,
  },
  {
    ...password,
    hints: ['u:', 'user:', 'user/pass'],
    pattern: new RegExp(
      `(?<![\\w/])(?:u(?:ser)?:\\s?[\\w.@-]{1,60}[\\s,;/]{1,3}p(?:ass|w)?:\\s?|user\\/pass(?:word)?[:= ]{1,3}[\\w.@-]{1,60}\\/)(?<value>${word})`,
      'gi',
    ),
    accept: looksChosen,
  },
  {
    ...password,
    hints: ['otp', 'pin', 'code'],
    pattern:
      /(?<![\w-])(?:otp|pin(?: code)?|one[- ]time (?:pass)?(?:code|word)|(?:2fa|mfa|totp|verification|security|auth|login) code|passcode)\s{0,2}(?:is|was|:|=)\s{0,3}["'`*]{0,2}(?<value>\d{4,8}|\d{3}[ -]\d{3})(?![\w:-]|\.\d)/gi,
  },
  {
    ...secret,
    hints: ['otp', '2fa', 'mfa'],
    pattern: /(?:t?otp|2fa|mfa)[ _-](?:secret|seed|key)\W{1,4}(?<value>[A-Z2-7]{16,64})(?![\w=])/gi,
    accept: (value) => /^[A-Z2-7]+$/.test(value),
  },
  {
    ...secret,
    hints: ['key', 'secret', 'token'],
    pattern:
      /(?<![\w./-])(?:key|secret|token)\s(?:for|of)\s[\w .@[\]-]{1,40}?(?:\s(?:is|was)|:)\s{1,3}["'`*]{0,2}(?<value>[^\s"'`<>|]{16,400})/gi,
    accept: (value, before) => isKeyMaterial(value) && !isOrdinaryKey(before),
  },
  {
    ...secret,
    hints: ['psk'],
    pattern: /(?<![\w-])PSK\s{1,3}["'](?<value>[^"'\n]{6,200})["']/g,
  },
  {
    ...secret,
    hints: ['secret', 'token', 'key', 'credential', 'session'],
    pattern: new RegExp(
      `(?:secret|token|key|key_base|credentials?|session[_ ]?id)(?:[_ -]?\\d{1,2})?\`?\\s{1,3}(?:is|was|to|now)\\s{1,3}(?:now\\s|still\\s)?${value}`,
      'gi',
    ),
    accept: (value, before) => looksGenerated(value) && !isOrdinaryKey(before),
  },
  {
    ...secret,
    hints: ['secret', 'token', 'key', 'pat', 'community', 'oauth'],
    pattern: new RegExp(
      `(?<![A-Za-z0-9./-])(?:${keyNames})[*_\`]{0,2}(?:\\s(?:is|was|here))?:?\\s{1,3}["'\`*]{0,2}(?<value>[^\\s"'\`<>|]{16,400})`,
      'gi',
    ),
    accept: (value, before) => isKeyMaterial(value) && !isOrdinaryKey(before),
  },
  {
    ...password,
    hints: ['admin', 'root', 'sa /'],
    pattern: /(?<![\w./-])(?:admin|root|administrator|sa)(?:\/| \/ )(?<value>[^\s"'`<>|/]{6,60})(?![\w/])/gi,
    accept: (value) => isPasswordInProse(value) && /[A-Z]/.test(value) && /[a-z]/.test(value),
  },
  {
    ...secret,
    hints: ['token', 'secret', 'key'],
    pattern:
      /(?<![\w./-])(?:token|secret|api key)\s(?:[a-z']{1,12}\s){1,4}(?:is|was):?\s{1,3}["'`*]{0,2}(?<value>[^\s"'`<>|]{16,400})/gi,
    accept: isKeyMaterial,
  },
  {
    ...secret,
    hints: ['key'],
    pattern: /(?<![\w-])["']?key["']?\s{0,3}[:=]\s{0,3}["'](?<value>[A-Za-z0-9+/=_-]{32,200})["']/gi,
    accept: (value) => isKeyMaterial(value) && /[A-Z]/.test(value) && /[a-z]/.test(value) && /\d/.test(value),
  },
  {
    ...secret,
    hints: ['key'],
    // A service's name makes a key out of what could be a digest.
    pattern:
      /(?<![\w-])(?:my|our|your|new|old|the|aws|azure|gcp|google|openai|anthropic|claude|gemini|mistral|cohere|datadog|new ?relic|pagerduty|opsgenie|sentry|grafana|honeycomb|stripe|twilio|sendgrid|mailgun|mailchimp|algolia|cloudflare|fastly|heroku|github|gitlab|slack|jira|okta|firebase|maps|vault|backup|root) key:?\s{1,3}["'`*]{0,2}(?<value>[^\s"'`<>|]{16,400})/gi,
    accept: isKeyMaterial,
  },
];

/** Made by a machine, and not the name of a thing with a hash at its end: `orders-tls-7f9c8d7b6c`. */
function isKeyMaterial(value: string): boolean {
  if (!looksGenerated(value) || value.includes('://')) return false;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\W*$/i.test(value)) return true;
  return (
    /^[A-Za-z0-9+_=~]{16,}\W*$/.test(value) ||
    (/[A-Z]/.test(value) && /[a-z]/.test(value) && (value.length > 30 || !/[/.]/.test(value)))
  );
}
