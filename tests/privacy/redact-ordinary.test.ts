import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/privacy/redact.ts';

const redactor = createRedactor();

const ordinary = [
  '2026-11-21T02:18:10.123Z ERROR [http-nio-8080-exec-7] c.e.checkout.OrderService - timeout after 30000 ms',
  'Nov 21 02:18:10 web-01 kernel: [1234567.890123] Out of memory: Killed process 4242 (java)',
  'checkout-6d4b75cb6d-x7k2p 0/1 CrashLoopBackOff 17 (2m31s ago) 45m',
  'kubectl -n prod get secret db-creds -o jsonpath={.data.password}',
  `kubectl patch deploy coredns -n kube-system --type json -p '[{"op":"remove","path":"/spec/limits/cpu"}]'`,
  `kubectl -n fin patch cronjob report-gen -p '{"spec":{"suspend":true}}'`,
  'docker run -u 1000:1000 -p 8080:8080 registry.example/api:1.4.2',
  'kubectl create secret generic db --from-literal=password=$DB_PASSWORD',
  'image: registry.example.com/checkout@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'commit 4b825dc642cb6eb9a060e54bf8d69288fbee4904 (HEAD -> main, tag: v1.22.3-rc.1)',
  'trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7',
  'request id 7d793037-a076-4b1c-9b5e-0c9a1b2d3e4f took 1.234s',
  'git clone git@github.com:acme/checkout.git && npm i react@19.1.0',
  '<@U012AB3CD> can you look? see <#C024BE91L|incidents> and <https://grafana.example.com/d/abc123/checkout?orgId=1&amp;from=1700000000000|the board>',
  'p95 went from 120ms to 4,300ms at 12:34:56, error rate 12.5 %, 1700000000.000100',
  'the token expired, password: required, secretName: wildcard-tls, tokens: 4096, max_tokens=1024',
  'helm upgrade checkout ./chart --set image.tag=2026.11.21-3 --version 4.12.0',
  'terraform apply -target=module.rds.aws_db_instance.main (arn:aws:rds:eu-west-1:123456789012:db:orders)',
  'vol-0123456789abcdef0 is stuck in attaching on i-0a1b2c3d4e5f67890',
  'std::vector<int> at 0x7ffee4c0 in Foo::Bar::baz (main.cpp:120:34)',
  'SSH-2.0-OpenSSH_9.6 SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
  'pass: 12, fail: 3, skip: 0; coverage 87.4%',
  'Bearer token missing in the Authorization header, basic authentication failed',
  'curl -u admin:$GRAFANA_PASSWORD https://grafana.example.com/api/health',
  'Feb 24 05:21:27 web-1 sudo:   deploy : TTY=pts/0 ; PWD=/home/deploy ; USER=root ; COMMAND=/usr/bin/id',
  'pwd: /home/deploy, OLDPWD=/root, password file ~/.pgpass',
  'password = var.db_password, master_password = (known after apply), password = os.environ["DB_PASSWORD"]',
  'Bad activity token: android.os.BinderProxy@de56da9 in AppWindowToken{c4ad35f token=Token{5105611 u0}}',
  'listening on addresses :[akka.tcp://sparkExecutorActorSystem@mesos-slave-07:55904]',
  'Processed session termination for sessionid: 0x14f05578bd80018',
  'arn:aws:secretsmanager:eu-central-1:522773037105:secret:dev/cache/db-oenJ4R',
  "sed -i 's/password=.*/password=REDACTED/' app.conf && echo $PASSWORD | base64",
  "ALTER USER app WITH PASSWORD :'pw'; password: see 1Password, the password hash is sha256",
  'PASS: x86-64 vgather check',
  'pass: ld-elf/pr16498b, PASS: --no-add-needed -shared',
  'AIX filesets are identified by four decimal values; found by "ann"',
  'token = Token(typeid, self.address); pw = pw[:-1]; my $pass = $pwob->passwd; passwd = passwd + x',
  '{"secret":"[Redacted]","password":"[REDACTED]"}',
  'Since update-passwd is single-threaded, this is unnecessary',
  '0001-Fix-libdav1d-compilation-on-clang-ppc.patch',
  'checksum/secret: 6c4f22d627b7e4a03bc8b022b22186d1d2575b842ef9f889bf01e2d3c4b5a697',
  'GET /v1/events?cursor=eyJwYWdlIjo5MywibGltaXQiOjMzLCJzb3J0IjoiY3JlYXRlZF9hdCJ9&limit=50',
  `REDIS_PASSWORD=vault:secret/data/identity#redis, CLIENT_SECRET=\${REDIS_PASSWORD:?required}`,
  'password: ***MASKED***, password: (unset), password=(none)',
  'chunk 76-66-20-90-44-56 done, 97527 42782 rows',
  'ALTER TABLE orders ADD COLUMN api_key text; SELECT count(*) FROM sessions',
];

describe('ordinary text', () => {
  it.each(ordinary)('leaves untouched: %s', async (line) => {
    expect((await redactor.redact(line)).text).toBe(line);
  });

  const folder = join(import.meta.dirname, '../../../shared/data/support-chat/slack-export');
  it.skipIf(!existsSync(folder))(
    'touches at most 1 in 100 messages of a support chat (skipped: no shared data)',
    async () => {
      let all = 0;
      let touched = 0;
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/[/\\].*\.json$/.test(file)) continue;
        const messages: Array<{ text?: string }> = JSON.parse(readFileSync(join(folder, file), 'utf8'));
        for (const message of messages) {
          all += 1;
          if ((await redactor.redact(message.text ?? '')).found.length > 0) touched += 1;
        }
      }
      expect(all).toBeGreaterThan(10_000);
      expect(touched / all).toBeLessThan(0.01);
    },
    60_000,
  );
});
