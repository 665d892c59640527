/** What fills logs, terminals and channels and is nobody's secret; `{hex40}` and its like are made up by generate.ts. */
export const ordinaryTemplates: readonly string[] = String.raw`
web-1 - - [21/Nov/2026:02:{dig2}:11 +0000] "GET /api/v1/orders/{dig7}?page=3&sort=created_at HTTP/1.1" 503 {dig5} "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.{dig4}.{dig3} Safari/537.36"
2026/11/21 02:18:10 [error] {dig5}#{dig5}: *{dig7} upstream timed out (110: Connection timed out) while reading response header from upstream
Nov 21 02:18:10 web-03 systemd[1]: checkout.service: Main process exited, code=exited, status=137/n/a
[{dig7}.{dig6}] Out of memory: Killed process {dig5} (java) total-vm:{dig8}kB, anon-rss:{dig7}kB, UID:1000 oom_score_adj:{dig3}
checkout-{hex9}-{lo5}   0/1   CrashLoopBackOff   17 (2m31s ago)   45m
Warning  BackOff  3m (x{dig2} over 2h)  kubelet  Back-off restarting failed container api in pod api-{hex10}-{lo5}_prod({hex8}-{hex4}-4{hex3}-a{hex3}-{hex12})
2026-11-21T02:18:10.{dig3}Z ERROR [http-nio-8080-exec-7] c.e.OrderService - no connection after {dig5} ms (active=50, idle=0, waiting=12)
[2026-11-21 02:18:10,{dig3}: WARNING/ForkPoolWorker-3] Task orders.tasks.sync[{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}] retry: Retry in 30s
commit {hex40} (HEAD -> main, origin/main, tag: v1.{dig2}.3)
rolled back to {hex7}, the deploy of {hex8} was bad
Digest: sha256:{hex64}
image: registry.example.com/checkout@sha256:{hex64}
{hex32}  dump-{dig8}.sql.gz
{hex64}  api-linux-amd64.tar.gz
"integrity": "sha512-{b64_86}==",
github.com/spf13/cobra v1.8.0 h1:{b64_43}=
ED25519 key fingerprint is SHA256:{b64_43}.
ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{b64_43} deploy@ci
request {hex8}-{hex4}-4{hex3}-a{hex3}-{hex12} took {dig4}ms
trace_id={hex32} span_id={hex16} parent={hex16} sampled=true
traceparent: 00-{hex32}-{hex16}-01
X-Amzn-Trace-Id: Root=1-{hex8}-{hex24}
x-request-id: {hex32}
cf-ray: {hex16}-FRA
job 01H{up23} finished, event {an27} was delivered twice
arn:aws:iam::{dig12}:role/checkout-{lo6}
i-0{hex16} vol-0{hex16} sg-0{hex16} subnet-0{hex16} ami-0{hex16}
s3://acme-logs/AWSLogs/{dig12}/elasticloadbalancing/eu-west-1/2026/11/21/{dig12}_app.api.{hex16}_20261121T0215Z_{an8}.log.gz
orders.c{lo11}.eu-west-1.rds.amazonaws.com:5432 and d{lo13}.cloudfront.net
/subscriptions/{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}/resourceGroups/rg-api/providers/Microsoft.Compute/virtualMachines/vm-7
projects/acme-prod-{dig6}/zones/europe-west1-b/instances/gke-prod-pool-1-{hex8}-{lo4}
  # module.api.aws_security_group_rule.this["3"] must be replaced
      ~ id           = "sgrule-{dig10}" -> (known after apply)
      + etag = "{hex32}"
      + source_code_hash = "{b64_43}="
  kms_key_id = "arn:aws:kms:eu-west-1:{dig12}:key/{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}"
upgraded the gateway from v3.{dig2}.1 to v3.{dig2}.2-rc.4, openssl 3.0.{dig2}, k8s 1.31.2-eks-{hex7}
order #{dig8} for $1249.{dig2} failed, refund 12.{dig2} EUR, invoice INV-2026-{dig6}
see OPS-{dig5} and PR #{dig4}; at 17{dig8}.{dig6}, lag {dig7}
offset {dig9} of {dig10}, bytes {dig12}, 87.{dig2}% done
maintenance 2026-11-21 02:00–04:00 UTC, 21.11.2026, 11/21/2026 02:18:10
https://acme.slack.com/archives/C0{up8}/p17{dig14}?thread_ts=17{dig8}.{dig6}&amp;cid=C0{up8}
<@U0{up8}> <#C0{up8}|incidents> can you look at the gateway?
<https://grafana.example.com/d/{an9}/api?orgId=1&amp;from=17{dig11}&amp;to=17{dig11}|dashboard>
https://docs.google.com/document/d/1{url43}/edit
https://github.com/acme/api/actions/runs/{dig11}/job/{dig11}
Run actions/checkout@{hex40}
Cache restored from key: api-Linux-node-24-{hex64}
{hex12}   api:1.2   "/entrypoint.sh"   2 hours ago   Up 2 hours   8080/tcp   api_1
kubectl -n prod get secret api-tls -o jsonpath='{.data.tls\.crt}'
kubectl set env deploy/api REDIS_POOL_MAX={dig3} LOG_LEVEL=debug
helm upgrade --install api ./chart -f values-prod.yaml --set image.tag=2026.11.21-{hex7} --atomic
tokens: {dig5}, max_tokens={dig4}, token_type=bearer, the token expired at 02:18
JWT expired {dig4} ms ago at 2026-11-21T02:18:10Z
secretName: api-tls-3, secretKeyRef: name: api-secrets, key: password
cache_key=user:{dig8}:profile ttl=300 hit=false
partition_key={hex8}-{hex4}-4{hex3}-a{hex3}-{hex12} shard=12
Idempotency-Key: {hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
key=logs/2026/11/21/api-{dig10}.json.gz size={dig7}
ETag: "{hex32}"
[WARN ][o.e.c.r.a.DiskThresholdMonitor] [es-data-3] high disk watermark [90%] exceeded on [{url22}][es-data-3]
[Consumer clientId=api-3, groupId=api] Offset commit failed on partition orders-7 at offset {dig9}
ERROR:  duplicate key value violates unique constraint "orders_pkey" DETAIL:  Key (id)=({dig6}) already exists.
ObjectId("{hex24}") not found in orders
goroutine {dig4} [running]: main.(*server).Run(0xc000{hex6}, {0x{hex6}, 0x{hex2}})
echo aGVsbG8gZnJvbSBjaGVja291dA== | base64 -d
notAfter=Nov 21 02:18:10 2026 GMT serial={HEX32}
http_requests_total{service="api",code="503",pod="api-{hex9}-{lo5}"} {dig5}
{"level":"error","ts":17{dig8}.{dig3},"caller":"api/main.go:{dig3}","msg":"context deadline exceeded","trace_id":"{hex32}"}
listening on 127.0.0.1:{dig4} and [::]:80, ::1, 0.0.0.0/0
segfault at {hex8} ip 0000{hex12} sp 0000{hex12} error 4 in libc.so
git clone git@github.com:acme/api.git && git cherry-pick {hex10}..{hex10}
index {hex9}..{hex9} 100644
ssh ubuntu@api-3.internal 'sudo systemctl restart api'
cus_{an14} pi_3{an23} evt_1{an23} in_1{an23} sub_1{an23} req_{an14}
java -Xms2g -Xmx4g -XX:+UseG1GC -Dspring.profiles.active=prod -jar /app/api.jar --server.port=8080
mysql -u root -e "show processlist"; ldapsearch -x -b dc=example,dc=com uid=bob; redis-cli -h cache info memory
curl -sS -o /dev/null -w "%{http_code}" https://api.example.com/health
gcloud auth print-access-token | docker login -u oauth2accesstoken --password-stdin
etcdctl --key /etc/etcd/key.pem --cert /etc/etcd/cert.pem endpoint health
gpg --recv-keys {HEX16}; --key-name deploy-prod-2024 --ssh-key-file ~/.ssh/id_ed25519
curl -H "Authorization: Bearer $TOKEN" https://api.example.com --token=$(cat /var/run/token)
DB_PASSWORD=$DB_PASSWORD password: {{ .Values.password }} token = get_token(user) api_key = var.api_key
FATAL: password authentication failed for user "postgres"
Error: secrets "regcred" is forbidden; permission denied (publickey,password)
DB_PASSWORD is not set, API_KEY is missing, the API key was rotated yesterday
the key is in vault under secret/data/prod, log in as admin and check
the login page is slow for users / admins, pass rate is 98/100
call at 10:30, text me; ring 3 is degraded; phone lines are down
081109 203615 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_{dig17} terminating
[SendWorker:{dig12}:QuorumCnxManager$SendWorker@688] - Send worker leaving thread
Adding job token for job_{dig13}_0020 to jobTokenSecretManager
default-token-{lo5} and api-token-{lo5} are service account tokens, secret orders-tls-{hex10} not found
token bucket is empty, pass rate 98%, password reset-flow-v2 fails, pass --march=armv7 to gcc
the password hash is sha256, the password policy is v2.1, pass 30seconds, password tests/login2.spec.ts
password expired 14days ago; pass e2e-tests-2 first, then token-refresh-job-{dig4}
key not found: orders-{hex12}; secret rotation job-{dig5} done; api token rotation run-{dig6} done
p95 {dig3}ms p99 {dig4}ms rps {dig4} err 2.{dig2}%
KEY_VAULT_NAME=kv-prod-01 SECRET_NAME=db-creds-v2 AUTH_PROVIDER=keycloak
id={dig16} seq={dig19} user_id={dig9}
up 42 days, load average: 1.{dig2}, 3.{dig2}, 9.{dig2}
Cluster ID: {url22}; lsn={HEX2}/{HEX8}; checkpoint complete: wrote {dig5} buffers
password must be at least 12 characters; the passcode prompt hangs
Plan: 3 to add, 1 to change, 0 to destroy.
npm ERR! code ERESOLVE while resolving: react-dom@19.1.0 left-pad@1.3.0
#12 [build 4/12] RUN npm ci --omit=dev  42.3s
##[group]Run npm ci && npm test -- --shard=2/4
thread 'tokio-runtime-worker' panicked at src/orders.rs:{dig3}:12:
`
  .trim()
  .split('\n');
