import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destructiveWordsOf } from '../../src/text/destructive-commands.ts';
import { oneTimeValuesOf } from '../../src/text/one-time-values.ts';
import { passagesOf } from '../../src/text/passages.ts';
import { isGenericSignature } from '../../src/text/signatures.ts';
import { subjectTermsOf } from '../../src/text/subject.ts';

describe('a destructive command', () => {
  it.each([
    'kubectl scale deploy/order-consumer --replicas=0',
    'kafka-consumer-groups --group orders --reset-offsets --to-offset 8812204 --execute',
    'kubectl delete pod checkout-7d9f8b6c5-x2x4z',
    'DROP TABLE sessions',
    'truncate table events',
    'sudo rm -rf /var/lib/docker/tmp',
    'terraform destroy -target module.db',
    'git push --force origin main',
    'kill -9 4312',
    'redis-cli FLUSHALL',
    'aws ec2 terminate-instances --instance-ids i-0abc12345',
    'select pg_terminate_backend(4312)',
    'scaled the consumer to 0',
    'curl -X DELETE http://es:9200/logs-2026.11.*',
  ])('is known: %s', (command) => {
    expect(destructiveWordsOf(command)).not.toBeNull();
  });

  it.each([
    'kubectl rollout restart deploy/checkout',
    'kubectl scale deploy/checkout --replicas=6',
    'helm upgrade checkout ./charts/checkout --set redis.pool.maxTotal=200',
    'systemctl restart nginx',
    'rolled back checkout to v41',
  ])('is not every command: %s', (command) => {
    expect(destructiveWordsOf(command)).toBeNull();
  });
});

describe('a value of that day', () => {
  it.each([
    ['--reset-offsets --to-offset 8812204', 'offset', '8812204'],
    ['kubectl rollout undo deploy/x --to-revision=14', 'revision', '14'],
    [
      'kubectl drain ip-10-1-2-3.eu-west-1.compute.internal',
      'node',
      'ip-10-1-2-3.eu-west-1.compute.internal',
    ],
    ['ssh 10.20.30.40', 'address', '10.20.30.40'],
    ['kubectl delete pod checkout-7d9f8b6c5-x2x4z', 'pod', 'checkout-7d9f8b6c5-x2x4z'],
    ['kill -9 4312', 'process', '4312'],
    ['aws ec2 reboot-instances --instance-ids i-0abc12345', 'instance', 'i-0abc12345'],
  ])('is read from %s', (command, kind, value) => {
    expect(oneTimeValuesOf(command)).toContainEqual({ kind, value });
  });

  it('is not a size, a count or a version', () => {
    for (const command of ['--set pool.max=200', '--replicas=6', 'helm upgrade x --version 4.1.46', '-Xmx8g'])
      expect(oneTimeValuesOf(command)).toEqual([]);
  });
});

describe('what a problem happens to', () => {
  it.each([
    ['grafana returns 503', ['grafana']],
    ['consumer lag on clickstream', ['clickstream']],
    ['video-transcoder OOMKilled', ['video', 'transcod']],
    ['checkout is slow', ['checkout']],
    ['everything is slow in production', []],
  ])('is read from "%s"', (text, terms) => {
    expect(subjectTermsOf(text)).toEqual(terms);
  });
});

it('an HTTP status, OOMKilled, a timeout tell nothing alone; a SQLSTATE and an exception of its own name do', () => {
  for (const generic of [
    'HTTP 503',
    'OOMKilled',
    'exit code 137',
    'no space left on device',
    'NullPointerException',
    'consumer lag',
  ])
    expect(isGenericSignature(generic)).toBe(true);
  for (const telling of [
    'SQLSTATE 53300',
    'JedisConnectionException',
    'panic: nil map',
    'at PaymentClient.charge',
  ])
    expect(isGenericSignature(telling)).toBe(false);
});

it('a thread is at most ten passages of bounded length, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2_000 }), { maxLength: 60 }), (messages) => {
      const passages = passagesOf(messages);
      expect(passages.length).toBeLessThanOrEqual(10);
      for (const passage of passages) expect(passage.length).toBeLessThanOrEqual(500);
    }),
  );
  expect(passagesOf(['a is down', 'looking', 'restarted it', 'fine now'])[0]).toBe(
    'a is down looking restarted it',
  );
});
