import { describe, expect, it } from 'vitest';
import { maskVariableParts, signatureRules } from '../../src/text/signature-rules.ts';
import { extractSignatures } from '../../src/text/signatures.ts';
import { cpuMs } from '../setup/cpu-ms.ts';

/** For each rule a text and what it becomes. */
const examples: Readonly<Record<string, readonly [string, string]>> = {
  'exception class': ['at java.lang.NullPointerException: null', 'NullPointerException'],
  panic: [
    'panic: runtime error: index out of range [5] with length 3',
    'panic: index out of range [<n>] with length <n>',
  ],
  'exit code': ['container exited with code 137', 'exit code 137'],
  'http status after a word': ['upstream status=504 in 30s', 'HTTP 504'],
  'http status before its reason': ['502 Bad Gateway', 'HTTP 502'],
  'http status as people say it': ['still 500s everywhere', 'HTTP 500'],
  'http class': ['5xx rate is up', 'HTTP 5xx'],
  sqlstate: ['ERROR (SQLSTATE 40P01)', 'SQLSTATE 40P01'],
  'oracle and mysql error number': ['ORA-00060 while waiting', 'ORA-00060'],
  errno: ['connect ECONNREFUSED 10.0.0.4:6379', 'ECONNREFUSED'],
  'kubernetes reason': ['pod x is imagepullbackoff', 'ImagePullBackOff'],
  'crash loop as people say it': ['pods crash-looping', 'CrashLoopBackOff'],
  'oom as people say it': ['it was oom killed', 'OOMKilled'],
  x509: ['x509: certificate signed by unknown authority', 'x509: certificate signed by unknown authority'],
  'certificate of another name': [
    "Hostname/IP does not match certificate's altnames",
    'certificate does not match hostname',
  ],
  'certificate expired': ['the certificate has expired', 'certificate expired'],
  'certificate trust': ['self-signed certificate in chain', 'self-signed certificate'],
  'tls handshake': ['TLS handshake timeout', 'TLS handshake failure'],
  'connection refused': ['connection was refused', 'connection refused'],
  'connection reset': ['Connection reset by peer', 'connection reset'],
  'connection timed out': ['connections timing out', 'connection timed out'],
  'broken pipe': ['write: broken pipe', 'broken pipe'],
  'io timeout': ['dial tcp: i/o timeout', 'i/o timeout'],
  'read timeout': ['Statement timed out', 'statement timeout'],
  'statement cancelled': [
    'canceling statement due to lock timeout',
    'canceling statement due to lock timeout',
  ],
  'no route': ['no route to host', 'no route to host'],
  'disk full': ['the disk is full', 'no space left on device'],
  'too many': ['FATAL: too many connections for role', 'too many connections'],
  'connections exhausted': ['redis pool exhausted', 'connection pool exhausted'],
  'no connection left on the server': [
    'FATAL: remaining connection slots are reserved',
    'too many connections',
  ],
  'too many requests': ['Too Many Requests', 'HTTP 429'],
  'cluster block': ['cluster_block_exception on write', 'cluster_block_exception'],
  'flood-stage watermark': ['index has read-only-allow-delete block', 'flood-stage watermark'],
  'no signing key': ['jose: no matching key found in JWKS', 'no matching key in JWKS'],
  'consumer lag': ['consumer lag is 20k', 'consumer lag'],
  'http status that somebody gets': ['partners get 429 from the gateway', 'HTTP 429'],
  'permission denied': ['Permission denied (publickey)', 'permission denied'],
  'access denied': ['An error occurred (AccessDenied)', 'AccessDenied'],
  unauthorised: ['InsufficientInstanceCapacity in zone a', 'InsufficientInstanceCapacity'],
  deadlock: ['deadlock detected', 'deadlock detected'],
  'duplicate key': ['duplicate key value violates', 'duplicate key'],
  'context deadline': ['context deadline exceeded', 'context deadline exceeded'],
  'context cancelled': ['context canceled', 'context canceled'],
  'out of memory': ['fatal: out of memory', 'out of memory'],
  'out of memory in any case': ['the node ran out of memory', 'out of memory'],
  'nil pointer': ['nil pointer dereference', 'nil pointer dereference'],
  'segmentation fault': ['it segfaults', 'segmentation fault'],
  signal: ['got SIGABRT', 'SIGABRT'],
  'grpc code': ['rpc error: code = Unavailable desc = x', 'gRPC Unavailable'],
  'grpc constant': ['14 UNAVAILABLE', 'gRPC Unavailable'],
  'dns answer': ['lookup gives SERVFAIL', 'SERVFAIL'],
  'no such host': ['could not resolve host: db', 'no such host'],
  webhook: ['failed calling webhook "validate"', 'failed calling webhook'],
  upstream: ['no healthy upstream', 'no healthy upstream'],
  'read-only': ['read only file system', 'read-only filesystem'],
  quota: ['Quota exceeded for cpus', 'quota exceeded'],
  throttled: ['we are rate-limited', 'rate limited'],
  'replication lag': ['replication lag 40s', 'replication lag'],
  'terraform lock': ['Error acquiring the state lock', 'error acquiring the state lock'],
};

describe('extractSignatures', () => {
  it('has an example for every rule and no example without a rule', () => {
    expect(Object.keys(examples).sort()).toEqual(signatureRules.map((rule) => rule.name).sort());
  });

  it.each(Object.entries(examples))('reads %s', (name, [text, signature]) => {
    const rule = signatureRules.find((each) => each.name === name);
    expect([...text.matchAll(rule?.pattern ?? /$^/g)].length).toBeGreaterThan(0);
    expect(extractSignatures(text)).toContain(signature);
  });

  it('keeps a database without a free connection apart from a pool without one', () => {
    expect(extractSignatures('FATAL: sorry, too many clients already (SQLSTATE 53300)')).toEqual([
      'too many connections',
      'SQLSTATE 53300',
    ]);
    expect(extractSignatures('could not get a resource from the pool')).toEqual([
      'connection pool exhausted',
    ]);
  });

  it('takes a number that people get for a status only where it can be one', () => {
    expect(extractSignatures('we get 500 orders a minute with 404 items')).toEqual([]);
    expect(extractSignatures('mobile clients are getting 502.')).toEqual(['HTTP 502']);
  });

  it('gives each once, in order of first appearance', () => {
    expect(
      extractSignatures('OOMKilled, then 503 Service Unavailable, OOMKilled again, exit code 137'),
    ).toEqual(['OOMKilled', 'HTTP 503', 'exit code 137']);
  });

  it('is the same for two occurrences that differ in ids, addresses and times', () => {
    expect(
      maskVariableParts(
        'at 2024-03-01T10:00:00Z 10.0.0.4:6379 id 0f8fad5b-d9cb-469f-a165-70867728950e took 12',
      ),
    ).toBe(
      maskVariableParts(
        'at 2025-11-21T23:59:59Z 192.168.1.9:80 id 7c9e6679-7425-40de-944b-e07fc1f90ae7 took 999',
      ),
    );
  });

  it('finds nothing in plain talk, versions, ports or dates', () => {
    expect(
      extractSignatures('upgraded v5.0.3 to 5.1.1 on port 8080 on 2024-05-03, looks fine; room 404 is free'),
    ).toEqual([]);
  });

  it('reads a hostile page in linear time', async () => {
    const cost = await cpuMs(() => {
      for (const unit of ['A', 'a.', 'x509: certificate ', '500 ', 'connection ', '`', '"'])
        extractSignatures(unit.repeat(40_000));
    });
    expect(cost).toBeLessThan(1_500);
  });
});
