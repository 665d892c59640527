import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/privacy/redact.ts';

const redactor = createRedactor();
const shown = async (text: string): Promise<string> => (await redactor.redact(text)).text;

describe('an address in the name of a host', () => {
  it.each([
    ['ip-10-1-2-3.ec2.internal is NotReady', 'ip-[ip-1].ec2.internal is NotReady'],
    ['drained ip-10-1-2-3, then ip-10-1-2-4', 'drained ip-[ip-1], then ip-[ip-2]'],
    ['ec2-52-80-34-196.compute-1.amazonaws.com', 'ec2-[ip-1].compute-1.amazonaws.com'],
    ['rhost=220-135-151-1.hinet-ip.hinet.net', 'rhost=[ip-1].hinet-ip.hinet.net'],
    ['lns-vlq-45-tou-82-252-162-81.adsl.proxad.net', 'lns-vlq-45-tou-[ip-1].adsl.proxad.net'],
    ['http://node-10-9-4-175.bdcluster:16000/kms', 'http://node-[ip-1].bdcluster:16000/kms'],
  ])('goes, and the rest of the name stays: %s', async (text, expected) => {
    expect(await shown(text)).toBe(expected);
  });

  it('is the same address as the one with dots', async () => {
    expect(await shown('10.1.2.3 is ip-10-1-2-3.ec2.internal')).toBe('[ip-1] is ip-[ip-1].ec2.internal');
  });

  it.each(['backup-24-3-12-1.tar.gz', 'run-10-12-13-14', 'Jetty_0_0_0_0_8080', '2024-10-12-13.log.gz'])(
    'is not seen in %s',
    async (text) => {
      expect(await shown(text)).toBe(text);
    },
  );
});

describe('a version of four parts', () => {
  it.each([
    'snappy-java 1.1.8.2 breaks on arm64',
    'https://repo.example.com/org/xerial/snappy-java/1.1.8.2/snappy-java-1.1.8.2.pom',
    'jackson-databind:jar:2.9.10.8:compile and jackson-databind:2.9.10.8',
    'we run v1.2.3.4 since Monday',
    'postgresql-42.2.5.1.jar',
    '"version": "1.0.0.45"',
    '<assembly version="4.2.9.0"/> newVersion="6.0.0.0"',
    'oldVersion="0.0.0.0-6.0.0.0"',
    'bios 2.12.2.0 -> 2.13.3.0',
    'glibc 2.32.5.5 is too old',
    'Package_58_for_KB6320107~31bf3856ad364e35~amd64~~6.1.3.0',
  ])('stays: %s', async (text) => {
    expect(await shown(text)).toBe(text);
  });

  it.each([
    'from 3.8.14.22 port 443',
    'http://12.4.7.9:8080/health',
    'blocked 1.2.3.4 at the edge',
    '3.8.14.22 is unreachable',
    'cuda 10.2.0.1',
    'route 4.8.0.0/16',
  ])('is not what this is: %s', async (text) => {
    expect(await shown(text)).toContain('[ip-1]');
  });
});

it('hides the addresses of a frame that a firewall logs as one run', async () => {
  const frame = '4a:ac:d3:df:b6:c4:3d:e5:d9:8b:4f:47:08:00';
  expect(await shown(`[UFW BLOCK] IN=eth0 OUT= MAC=${frame} SRC=x`)).toBe(
    '[UFW BLOCK] IN=eth0 OUT= MAC=[mac-1] SRC=x',
  );
});

it('reads a port that is a fifth part, and the scheme of gRPC', async () => {
  expect(await shown('IP 10.1.2.3.52311 > 91.4.5.66.443: Flags [S]')).toBe(
    'IP [ip-1].52311 > [ip-2].443: Flags [S]',
  );
  expect(await shown('peer=ipv6:fd12:3456:789a::1')).toBe('peer=ipv6:[ip-1]');
  expect(await shown('ORACLE 12.1.0.2.0, 3.3.1.7.12')).toBe('ORACLE 12.1.0.2.0, 3.3.1.7.12');
});

it('takes no time of day for an IPv6 address', async () => {
  expect(await shown('at 12:30::05 and 1:2::3')).toBe('at 12:30::05 and 1:2::3');
});
