import { describe, expect, it } from 'vitest';
import { readAction } from '../../../src/capture/actions/read-action.ts';
import { readCodeBlock, readCommand } from '../../../src/capture/actions/read-command.ts';
import { verbForms } from '../../../src/capture/actions/verb-forms.ts';
import { actionVerbs, diagnosticVerbs } from '../../../src/capture/lexicon/action-verbs.ts';
import { cpuMs } from '../../setup/cpu-ms.ts';

describe('action verbs', () => {
  it.each([...actionVerbs, ...diagnosticVerbs])('hears that $verb was done', (rule) => {
    const past = [...verbForms].find(([, hits]) =>
      hits.some((hit) => hit.verb === rule.verb && hit.form === 'past'),
    )?.[0];
    const object = rule.with?.[0] ?? 'it';
    expect(readAction(`we ${past} ${object} ${object}`, 'chat')).toMatchObject({ modality: 'performed' });
  });

  it('spells the forms of verbs', () => {
    for (const form of [
      'stopped',
      'stopping',
      'resetting',
      'rerunning',
      'freed',
      'freeing',
      'scaled',
      'scaling',
      'modified',
      'applies',
      'pushes',
      'draining',
      'reverted',
      'rebooting',
      'patched',
    ]) {
      expect([form, verbForms.has(form)]).toEqual([form, true]);
    }
  });

  it.each([
    ['restarting redis now', 'chat', 'performed'],
    ['restarted the pods', 'chat', 'performed'],
    ['I have rolled back the deploy', 'chat', 'performed'],
    ['the pool was raised to 200', 'chat', 'performed'],
    ['Rollback to module v0.0.7', 'report', 'performed'],
    ['Migrate all rules back to the shared controller', 'report', 'performed'],
    ['Team did target apply for the rest', 'report', 'performed'],
    ['They had to be changed manually', 'report', 'performed'],
    ["I'll roll back the 14:00 deploy", 'chat', 'planned'],
    ['going to drain node 4', 'chat', 'planned'],
    ["we're going to drain node 4", 'chat', 'planned'],
    ['let me flush the cache', 'chat', 'planned'],
    ['restart the gateway', 'chat', 'suggested'],
    ['we should restart the gateway', 'chat', 'suggested'],
    ["don't restart the consumer", 'chat', null],
    ['if a target is unhealthy it is removed', 'report', null],
    ['the team found that the disk size was reduced', 'report', null],
    ['external-dns was trying to restore the records', 'report', null],
    ['the cache is disabled in this region', 'chat', null],
    ['nothing interesting in the logs', 'chat', null],
    ['that is in the chart, not in the code I reverted', 'chat', null],
    ['in the end I reverted', 'chat', 'performed'],
    ['we might need to restart it', 'chat', 'suggested'],
    ['restarting would lose the queue', 'chat', null],
    ['morning all', 'chat', null],
  ] as const)('takes "%s" in a %s as %s', (sentence, style, modality) => {
    expect(readAction(sentence, style)?.modality ?? null).toBe(modality);
  });
});

describe('commands', () => {
  it('looks through what runs another command, however long, in no time', async () => {
    const long = `\`kubectl exec${' -n'.repeat(180)} pod ls\``;
    expect(await cpuMs(() => readCommand(long))).toBeLessThan(200);
    const docker = `\`docker exec${' -u'.repeat(180)} web ls\``;
    expect(await cpuMs(() => readCommand(docker))).toBeLessThan(200);
  });

  it('finds the command in a code span, and knows one that only looks', () => {
    expect(readCommand('ran `kubectl rollout restart deploy/x`')).toEqual({
      command: 'kubectl rollout restart deploy/x',
      readOnly: false,
    });
    expect(readCommand('`kubectl -n shop get pods` shows them pending')).toMatchObject({ readOnly: true });
    expect(readCommand('the `payments` service')).toBeNull();
  });

  it('takes every command of a block, and none from output', () => {
    expect(readCodeBlock('kubectl cordon node-7\nkubectl drain node-7 --force')).toEqual({
      command: 'kubectl cordon node-7\nkubectl drain node-7 --force',
      readOnly: false,
    });
    expect(readCodeBlock('Error from server: x509: bad')).toBeNull();
    expect(readCodeBlock('$ kubectl get pods\nNAME READY\n$ kubectl delete pod x-1')?.command).toBe(
      '$ kubectl get pods\n$ kubectl delete pod x-1'.replaceAll('$ ', ''),
    );
  });

  it('takes no command from a table, and none from a sentence that begins like one', () => {
    expect(readCodeBlock('/srv/mail     3.1 GB\n/srv/spool    200 MB')).toBeNull();
    expect(readCodeBlock('ssh access for ops is open on all hosts')).toBeNull();
    expect(readCommand('ssh access for ops is open on all hosts')).toBeNull();
    expect(readCodeBlock('update jobs set owner = 1 where lock is null')?.readOnly).toBe(false);
  });

  it('keeps whole commands only, as far as 600 characters reach', () => {
    const long = `curl -XPOST es:9200/_bulk -d '${'x'.repeat(400)}'`;
    expect(readCodeBlock(`${long}\n${long}`)?.command).toBe(long);
  });

  it('keeps a command that goes on in the next line, and one of a script or a program it does not know', () => {
    const wrapped = 'helm upgrade api ./chart \\\n  --set replicas=4';
    expect(readCodeBlock(wrapped)?.command).toBe(wrapped);
    expect(readCodeBlock('./bin/rotate-keys.sh eu')?.command).toBe('./bin/rotate-keys.sh eu');
    expect(readCodeBlock('leaderctl step-down --node 3')?.command).toBe('leaderctl step-down --node 3');
  });

  it.each([
    ['`ceph osd set noout; ceph osd set norebalance`', 'ceph osd set noout; ceph osd set norebalance'],
    ['trying `RESTORE TABLE orders TO VERSION AS OF 12`', 'RESTORE TABLE orders TO VERSION AS OF 12'],
    ['`POST _cache/clear?fielddata=true` gives some air', 'POST _cache/clear?fielddata=true'],
    ['`worker failed to start the job`', undefined],
    ['`job set is not found`', undefined],
    ['`POST /v2/send` times out', undefined],
  ])('reads of "%s" a program by what it is told to do', (sentence, command) => {
    expect(readCommand(sentence)?.command).toBe(command);
  });

  it("knows a database's own prompt", () => {
    expect(readCodeBlock('SQL> alter system set recovery_size=900G;\nSystem altered.')).toEqual({
      command: 'alter system set recovery_size=900G;',
      readOnly: false,
    });
  });

  it.each([
    ['kubectl get pods | grep Evicted | wc -l', true],
    ['kubectl get pods -o name | xargs kubectl delete', false],
    ['psql -c "select count(*) from jobs"', true],
    ['psql -c "select pg_terminate_backend(42)"', false],
    ['curl -s localhost:9200/_cat/health', true],
    ["curl localhost:9200/_settings -d '{}'", false],
    ['kubectl exec deploy/api -- env | grep POOL', true],
    ['kubectl exec -it deploy/api /bin/bash', true],
    ['kubectl exec deploy/api -- bash -c reload', false],
    ['kubectl get pods -A | choose 0 | uniq', true],
    ['kubectl get deploy api -o yaml | kubectl replace -f -', false],
    ['kubectl port-forward svc/api 8080', true],
    ['ssh -i key.pem ops@db1', true],
    ['ssh ops@db1 reboot', false],
    ['kubectl exec deploy/web -- dpkg -s tzdata | grep Version', true],
    ['kubectl -n shop exec -it web-0 -- rm -rf /tmp/cache', false],
    ['vault kv get -field=key billing/pay | xxd | tail -1', true],
    ['vault kv put billing/pay key=1', false],
    ['sudo watch -n 5 df -h', true],
    ['ssh db1 "systemctl restart app"', false],
    ['ssh db1 "systemctl status app"', true],
    ['docker exec -u root web nginx -t', true],
    ['node -p process.versions.tz', true],
    ['kubectl apply -f web.yaml --dry-run=server', true],
    ['ip route del default', false],
    ['find /data -name "*.tmp" -delete', false],
    ['psql -c "select count(*) from jobs"', true],
    ['psql -c "vacuum full jobs"', false],
  ])('knows whether "%s" only looks', (command, readOnly) => {
    expect(readCodeBlock(command)).toMatchObject({ readOnly });
  });
});
