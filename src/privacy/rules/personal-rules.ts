import { addressRules } from './address-rules.ts';
import { ibanPattern, isCardNumber, isIban, isUsSsn } from './check-digits.ts';
import type { Rule } from './rule.ts';

const digits = (value: string): string => value.replace(/\D/g, '');
const lower = (value: string): string => value.toLowerCase();
const phone = { kind: 'phone', label: 'phone', canonical: digits } as const;
const anyDigit = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export const personalRules: readonly Rule[] = [
  {
    kind: 'email',
    label: 'email',
    hints: ['@', '%40'],
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu,
    accept: isMailbox,
    canonical: lower,
  },
  {
    ...phone,
    hints: ['+', '%2b'],
    pattern: /(?<![\w.+/-])(?:\+|%2B)[1-9](?:(?:[ ().-]{0,2}|%20)\d){7,14}(?![\w]|[.:-]\d)/gi,
    accept: (value, _, after) => isDialled(value) && !isUnit.test(after),
    canonical: (value) => digits(value.replace(/%../g, '')),
  },
  {
    ...phone,
    hints: ['-', '.', ' ', '(', '\u00a0'],
    pattern:
      /(?<![\w.+/#-]|\w:)(?:1[-. ])?(?:\([2-9]\d{2}\) ?[2-9]\d{2}[-. ]\d{4}|[2-9]\d{2}(?<gap>[-.])[2-9]\d{2}\k<gap>\d{4}|(?<!\d )[2-9]\d{2} [2-9]\d{2} \d{4}(?! \d))(?![\w]|[.:/-]\d)/g,
    accept: (_, before, after) => !isNumbered.test(before) && !isUnit.test(after),
  },
  {
    ...phone,
    hints: ['0', '1', '('],
    pattern:
      /(?<![\w.+/#,-]|\d |\w:)(?:\(\d{2}\) 9?\d{4}-\d{4}|\(0\d\) \d{4} \d{4}|8 \(\d{3}\) \d{3}-\d{2}-\d{2}|07\d{9}|06-\d{8}|0[1-9]\d{1,2}-\d{2,3} \d{2} \d{2}|0[1-9]\d{1,2}(?: \d{2,3}){3}|00[1-9]\d{0,2}(?:[ -]\d{1,8}){2,6}|\(0[1-9]\d{1,3}\) ?\d{3,4}[ -]?\d{3,4}|0[1-9]\d{1,3}[ -]\d{3,4}[ -]\d{3,4}|0[1-9]\d{3} \d{6}|0[1-9]\d{1,3}(?:[ /-]| \/ )\d{6,8}|0[1-9](?<mark>[ .-])\d{2}(?:\k<mark>\d{2}){3}|0[1-9]-\d{3,4}-\d{4}|1[3-9]\d-\d{4}-\d{4})(?![\w]|[.:/-]\d| \d)/g,
  },
  {
    ...phone,
    hints: [
      'tel',
      'phone',
      'call',
      'mobile',
      'cell',
      'sms',
      'whatsapp',
      'ring',
      'text',
      'msisdn',
      'desk',
      'answer',
    ],
    pattern:
      /(?<![A-Za-z])(?:tel|telephone|phone|phone number|call|called|mobile|cell|sms|whatsapp|ring|msisdn|desk|answering)(?:[ _](?:me|us|him|her|them|is|number|no\.?|on|at))*[ :.="'\\]{1,6}(?<value>\(?\d(?:[ ().-]{0,2}\d){8,13})(?![\w]|[.:/-]\d)/gi,
  },
  ...addressRules,
  {
    kind: 'card',
    label: 'card',
    hints: anyDigit,
    pattern: /(?<![\w.+/-])[2-6]\d{3}(?:[ -]?\d){9,15}(?![\w]|[.:-]\d)/g,
    // A number that counts or names something is a card's by chance once in thirty.
    accept: (value, before) =>
      isCardNumber(value) &&
      !/(?:id|seq|sequence|offset|ts|time|timestamp|trace|span|bytes|size|count)["']?[=:]\s?$|\b(?:ean|gtin|upc|barcode|isbn)\W{0,3}$/i.test(
        before,
      ),
    canonical: digits,
  },
  {
    kind: 'iban',
    label: 'iban',
    hints: anyDigit,
    pattern: ibanPattern,
    accept: isIban,
    canonical: (value) => value.replace(/[ -]/g, ''),
  },
  {
    kind: 'ssn',
    label: 'ssn',
    hints: ['-'],
    pattern: /(?<![\w.-])\d{3}-\d{2}-\d{4}(?![\w]|[.-]\d)/g,
    accept: isUsSsn,
  },
];

/** What is numbered like this, and rings nowhere: `job 415-350-5393`, `451-789-8758 is the batch id`. */
const isNumbered =
  /(?:\b(?:batch|job|ids?|part|serial|model|error|order|ticket|sku|run|build|case|ref|invoice|request|code|seq|offset|port|size|sizes|count|counts|rows?|lines?|bytes|values?)(?: (?:number|no\.?|ids?))?["']?[ #:=-]{1,3})$/i;
const isUnit =
  /^ (?:(?:[kmg]?i?b|[mun]?s|rows?|bytes|records|events|requests|req|rps|ops|times|lines|messages|hits)\b|%|is the (?:batch|job|order|ticket|build|part|run|case|error)\b)/i;

/** The numbers of North America and of Russia all have their one length, and no area there begins with 0 or 1. */
function isDialled(value: string): boolean {
  const number = digits(value.replace(/%../g, ''));
  if (number.startsWith('1')) return /^1[2-9]\d{9}\d{0,4}$/.test(number);
  return !number.startsWith('7') || number.length === 11;
}

/** A URL's user and host are no mailbox, and accounts of machines are no persons: `git@github.com`, `ubuntu@host.internal`, `left-pad@1.3.0-rc.ab`. */
function isMailbox(value: string, before: string): boolean {
  if (/:\/\/[^\s/]*$/.test(before)) return false;
  const [user = '', host = ''] = value.split(/@|%40/);
  if (
    /^(?:git|hg|svn|root|ubuntu|ec2-user|centos|debian|core|fedora)$/i.test(user) &&
    !/\.(?:com|org|net|io|co|dev)$|^[^.]+\.(?:com?\.)?[a-z]{2}$/i.test(host)
  )
    return false;
  if (/^(?:git|hg|svn)$/i.test(user) || /^\d+\.\d+/.test(host)) return false;
  return !/\.(?:internal|local|localdomain|lan|svc|cluster|png|jpe?g|svg|gif|js|ts|css|service|target|socket|timer|mount)$/i.test(
    host,
  );
}
