import { describe, expect, it } from 'vitest';
import { readAction } from '../../../src/capture/read-action.ts';
import { readCodeBlock, readCommand } from '../../../src/capture/read-command.ts';
import { actionVerbs, lookVerbs } from '../../../src/capture/rules/action-verbs.ts';
import { verbForms } from '../../../src/capture/verb-forms.ts';

describe('action verbs', () => {
  it.each([...actionVerbs, ...lookVerbs])('hears that $verb was done', (rule) => {
    const past = [...verbForms].find(([, hits]) =>
      hits.some((hit) => hit.verb === rule.verb && hit.form === 'past'),
    )?.[0];
    const object = rule.with?.[0] ?? 'it';
    expect(readAction(`we ${past} ${object} ${object}`, 'chat')).toMatchObject({ stance: 'done' });
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
    ['restarting redis now', 'chat', 'done'],
    ['restarted the pods', 'chat', 'done'],
    ['I have rolled back the deploy', 'chat', 'done'],
    ['the pool was raised to 200', 'chat', 'done'],
    ['Rollback to module v0.0.7', 'report', 'done'],
    ['Migrate all rules back to the shared controller', 'report', 'done'],
    ['Team did target apply for the rest', 'report', 'done'],
    ['They had to be changed manually', 'report', 'done'],
    ["I'll roll back the 14:00 deploy", 'chat', 'intent'],
    ['going to drain node 4', 'chat', 'intent'],
    ["we're going to drain node 4", 'chat', 'intent'],
    ['let me flush the cache', 'chat', 'intent'],
    ['restart the gateway', 'chat', 'proposal'],
    ['we should restart the gateway', 'chat', 'proposal'],
    ["don't restart the consumer", 'chat', null],
    ['if a target is unhealthy it is removed', 'report', null],
    ['the team found that the disk size was reduced', 'report', null],
    ['external-dns was trying to restore the records', 'report', null],
    ['the cache is disabled in this region', 'chat', null],
    ['nothing interesting in the logs', 'chat', null],
  ] as const)('takes "%s" in a %s as %s', (sentence, style, stance) => {
    expect(readAction(sentence, style)?.stance ?? null).toBe(stance);
  });
});

describe('commands', () => {
  it('finds the command in a code span, and knows one that only looks', () => {
    expect(readCommand('ran `kubectl rollout restart deploy/x`')).toEqual({
      command: 'kubectl rollout restart deploy/x',
      readOnly: false,
    });
    expect(readCommand('`kubectl -n shop get pods` shows them pending')).toMatchObject({ readOnly: true });
    expect(readCommand('the `payments` service')).toBeNull();
  });

  it('takes the first command of a block that changes something, and none from output', () => {
    expect(readCodeBlock('$ kubectl get pods\n$ kubectl delete pod x-1')).toEqual({
      command: 'kubectl delete pod x-1',
      readOnly: false,
    });
    expect(readCodeBlock('Error from server: x509: bad')).toBeNull();
  });
});
