import { isIPv6 } from 'node:net';
import type { Rule } from './rule.ts';

const lower = (value: string): string => value.toLowerCase();
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';

/** Addresses of machines, where they stand alone and where a host's name spells one. */
export const addressRules: readonly Rule[] = [
  {
    kind: 'ipv4',
    label: 'ip',
    hints: ['.'],
    pattern:
      /(?<![A-Za-z0-9.~]|(?<!\.\d{1,3})-)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|-(?!\d{1,3}\.\d{1,3}\.)\w|\.\d(?!\d{1,4}(?:[\s:,>]|$)))/g,
    accept: isIdentifyingIpv4,
  },
  {
    kind: 'ipv4',
    label: 'ip',
    hints: ['-'],
    // `ip-10-1-2-3`, `ec2-52-80-34-196.compute-1.amazonaws.com`, `24-54-76-216.bflony.example.net`: only the address goes.
    pattern: new RegExp(
      `(?<=(?<![a-z0-9])(?:ip|ec2|host|node|adsl|dsl|dhcp|dynamic|static|pool|cpe|client)-)${octet}(?:-${octet}){3}(?![\\w-]|\\.\\d)|(?<![\\d.]|\\d-)${octet}(?:-${octet}){3}(?=(?:\\.[a-z][a-z0-9-]{0,62}){2,8}(?![\\w-]))(?!\\.(?:tar|log|json|sql|csv)\\b)`,
      'gi',
    ),
    accept: (value) => /^(?:[1-9]|1\d\d|2\d\d)/.test(value) && !/^(?:0|127|255)-/.test(value),
    canonical: (value) => value.replaceAll('-', '.'),
  },
  {
    kind: 'ipv6',
    label: 'ip',
    hints: [':'],
    pattern:
      /(?:(?<![\w:.])|(?<=\bipv6:))[0-9a-fA-F:]{2,39}(?:(?<=:(?:\d{1,3}))\.\d{1,3}\.\d{1,3}\.\d{1,3})?(?![\w:]|\.\d)/g,
    accept: isIdentifyingIpv6,
    canonical: lower,
  },
  {
    kind: 'mac',
    label: 'mac',
    hints: [':', '-', '.'],
    pattern:
      /(?<![\w:.-])(?:(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}|(?<=\bMAC=)(?:[0-9a-f]{2}:){13}[0-9a-f]{2})(?![\w]|[:.-]\w)/g,
    // Without a letter it could be a date and a time, or a number with groups.
    accept: (value, before) =>
      (value.includes(':') || /[a-f]/i.test(value) || /\bmac(?: addr\w*)?["']?[ :=]{1,3}$/i.test(before)) &&
      !/^(?:f|0|[:.-])+$/i.test(value),
    canonical: (value) => value.toLowerCase().replace(/[:.-]/g, ''),
  },
];

const privateRange = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;
const isVersionBefore =
  /(?:version|\b(?:version (?:is|was)|kernel|release|ver|build|firmware|bios|driver|section|chapter|chrome|chromium|safari|firefox|edg|edge|opr|opera|headlesschrome|crios|webkit))["']?[ .:=/]{0,3}["'(]?(?:v|[\d.]{7,15}-)?$/i;
/** What stands before an address, and not before a version. */
const isAddressBefore =
  /(?:\b(?:ips?|ipv4|from|to|via|host|hosts|hostname|addr|address|addresses|client|server|node|peer|gateway|gw|dns|nameserver|resolver|src|dst|source|dest|destination|ping|ssh|scp|curl|nc|telnet|traceroute|dig|mtr|route|bind|listen|listening|on|at|by|blocked|block|banned|ban|allow|deny|whitelist|blacklist|connect|connected|forwarded-for|real-ip|remote_addr|rhost|upstream|subnet|range|ip_address)\b["']?[ :=(["'/]{1,3}|[@[]|:\/\/|^\/|\s\/|=|,\s?)$/i;
const isAddressAfter =
  /^(?::\d{2,5}\b|\/\d{1,2}\b|#\d| (?:port|timed|refused|responds|(?:is|was) (?:down|up|dead|not|blocked|gone|slow|listening|un\w+))\b)/;
/** What people write when they mean some address. */
const isUsualExample =
  /^(?:1\.2\.3\.4|5\.6\.7\.8|4\.3\.2\.1|1\.1\.1\.1|1\.0\.0\.1|8\.8\.8\.8|8\.8\.4\.4|9\.9\.9\.9)$/;

/**
 * Loopback, "any" and broadcast addresses and netmasks are the same on every machine: they identify nobody,
 * and a step without them makes no sense. A program's four-part version is no address: one is known by the word
 * before it, by its place in a path or in Maven's coordinates, or by four small numbers with no mention of a network.
 */
function isIdentifyingIpv4(value: string, before: string, after: string): boolean {
  const isPrivate = privateRange.test(value);
  if (before.endsWith('_') && !isPrivate) return false;
  if (/^(?:127\.|0\.|255\.)/.test(value) || /^ (?:kernel|release|includes)\b/.test(after)) return false;
  if (isVersionBefore.test(before)) return false;
  // What tcpdump and netstat write: the port is a fifth part.
  if (/^\.\d/.test(after)) return /^\.\d{3,5}/.test(after);
  if (isPrivate || isUsualExample.test(value)) return true;
  if (/\w\/$/.test(before) && /^\/[a-z]/i.test(after)) return false;
  if (/\w:$/.test(before) && /^:[a-z]/i.test(after)) return false;
  const isSmall = value.split('.').every((part, place) => Number(part) < (place === 1 ? 100 : 32));
  if (!isSmall || !/[\w)>][ :=/("'-]{0,3}$/.test(before)) return true;
  return isAddressAfter.test(after) || isAddressBefore.test(before);
}

/** `12:30::05` is a time with a slip of the finger. */
function isIdentifyingIpv6(value: string): boolean {
  if (!/\d/.test(value) || value === '::1' || /^\d{1,2}:\d{1,2}::?\d{1,2}$/.test(value)) return false;
  return value.replace(/[^0-9a-f]/gi, '').length >= 3 && isIPv6(value);
}
