import { authErrorRate, ended, firing } from './alertmanager.ts';
import { after, code } from './compose-thread.ts';
import { planted } from './planted.ts';
import type { SampleThread } from './types.ts';

const tooManyConnections: SampleThread[] = [
  {
    channel: 'incidents',
    daysAgo: 34,
    at: '10:20',
    root: {
      by: 'tomasz',
      text: 'logins failing in prod, auth-api logs `FATAL: sorry, too many clients already (SQLSTATE 53300)`',
    },
    replies: [
      after(
        2,
        'femi',
        `support has the first customer complaining (${planted.customerEmail}), should we put up a banner?`,
      ),
      after(4, 'tomasz', 'restarting auth-api'),
      after(11, 'tomasz', 'worked for 5 minutes, now its the same again'),
      after(
        14,
        'priya',
        code(
          '$ psql -h postgres-auth -c "select state, count(*) from pg_stat_activity group by 1"',
          ' active |  11',
          ' idle   | 481',
        ),
      ),
      after(
        17,
        'priya',
        `killing the idle ones\n${code("psql -h postgres-auth -c \"select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle' and state_change &lt; now() - interval '5 min'\"")}`,
      ),
      after(19, 'femi', 'logins work'),
      after(22, 'tomasz', 'but idle is climbing again, 140'),
      after(
        26,
        'priya',
        `it's the new session-cleanup cronjob, one connection per tenant and never closed. suspending it\n${code('kubectl patch cronjob session-cleanup -n prod -p \'{"spec":{"suspend":true}}\'')}`,
      ),
      after(38, 'tomasz', 'connections flat at 90. that solved it'),
      after(60, 'maya', 'permanent fix: pgbouncer in front of it in transaction mode, AUTH-81'),
    ],
    resolved: { by: 'tomasz', afterMinutes: 40 },
    saved: true,
  },
  {
    channel: 'incidents',
    daysAgo: 6,
    at: '17:02',
    root: {
      by: 'aiko',
      text: 'auth-api 500s in prod: `FATAL: remaining connection slots are reserved for non-replication superuser connections (SQLSTATE 53300)`',
    },
    replies: [
      after(2, 'femi', 'again?!'),
      after(5, 'femi', 'raised max_connections to 500 and restarted postgres'),
      after(
        12,
        'femi',
        'made it worse, 2 min of downtime and now its full at 500/500. postgres is swapping too',
      ),
      after(
        15,
        'priya',
        `auth-api pool is 50 per pod x 12 pods = 600. you can see it in the env\n${code(
          '$ kubectl exec deploy/auth-api -n prod -- env | grep DATABASE',
          `DATABASE_URL=postgres://auth:${planted.databasePassword}@postgres-auth:5432/auth?pool=50`,
        )}`,
      ),
      after(
        18,
        'priya',
        `lowering the pool to 20 per pod\n${code('helm upgrade auth ./charts/auth -n prod --reuse-values --set db.pool=20')}`,
      ),
      after(24, 'aiko', '500s are gone, 240 connections'),
      after(26, 'priya', 'put max_connections back to 300 as well'),
      after(27, 'maya', 'AUTH-81 (pgbouncer) has to happen this quarter, second time now'),
      after(
        90,
        'priya',
        'caused by the autoscaler, it went from 6 to 12 pods yesterday and nobody did the math',
      ),
    ],
    resolved: { by: 'aiko', afterMinutes: 28 },
    saved: true,
  },
];

const certificates: SampleThread[] = [
  {
    channel: 'incidents',
    daysAgo: 45,
    at: '06:40',
    root: {
      by: 'femi',
      text: 'nobody can log in on prod, browsers show NET::ERR_CERT_DATE_INVALID for auth.larkfield.example',
    },
    replies: [
      after(2, 'priya', 'cert expired 40 minutes ago. cert-manager should have renewed it weeks ago'),
      after(
        5,
        'femi',
        `restarted the ingress controller\n${code('kubectl rollout restart deploy/ingress-nginx-controller -n ingress-nginx')}`,
      ),
      after(8, 'femi', 'still serves the old cert'),
      after(
        12,
        'priya',
        code(
          '$ kubectl describe challenge -n prod',
          'State:  pending',
          'Reason: Waiting for HTTP-01 challenge propagation: wrong status code 404, expected 200',
        ),
      ),
      after(
        15,
        'priya',
        `deleted the stuck order so it starts over\n${code('kubectl delete order,challenge -n prod --all')}`,
      ),
      after(19, 'priya', 'pending again, same 404'),
      after(
        24,
        'maya',
        "the solver's ingress has no class since we upgraded nginx. set ingressClassName: nginx in the ClusterIssuer and deleted the secret so it gets issued again",
      ),
      after(27, 'priya', 'new cert issued, logins work again'),
      after(28, 'dan', 'certs, dns, and off by one errors'),
      after(50, 'maya', 'follow-up: alert 14 days before any cert expires, AUTH-77'),
    ],
    resolved: { by: 'priya', afterMinutes: 30 },
    saved: true,
  },
  {
    channel: 'alerts',
    daysAgo: 2,
    at: '09:26',
    root: firing(authErrorRate),
    replies: [
      after(1, 'tomasz', ':eyes:'),
      after(
        5,
        'tomasz',
        'auth-api cant reach the session store: `x509: certificate has expired or is not yet valid`',
      ),
      after(9, 'tomasz', `renewed it by hand\n${code('cmctl renew auth-internal-tls -n prod')}`),
      after(13, 'tomasz', 'secret is new but still the same error, pods keep the old one in memory'),
      after(15, 'tomasz', `${code('kubectl rollout restart deploy/auth-api -n prod')}`),
      after(20, 'tomasz', '5xx at 0, that did it'),
      ended(24, authErrorRate),
      after(30, 'maya', 'AUTH-77 only watched the public ones. adding the internal certs to the alert'),
    ],
    resolved: { by: 'tomasz', afterMinutes: 21 },
    saved: true,
  },
];

const others: SampleThread[] = [
  {
    channel: 'incidents',
    daysAgo: 18,
    at: '14:55',
    root: {
      by: 'priya',
      text: '401 on every API call for about 10% of users in prod since 14:40. auth-api: `JWT verification failed: no matching key found in JWKS`',
    },
    replies: [
      after(3, 'dan', 'there was a deploy at 14:30, rolling auth back'),
      after(8, 'dan', 'rolled back, still 10%. not the deploy then'),
      after(11, 'priya', 'key rotation ran at 14:38. half the gateways cache the old JWKS for 24h'),
      after(
        14,
        'priya',
        `flushing the cached keys\n${code("redis-cli -h redis-auth --scan --pattern 'jwks:*' | xargs redis-cli -h redis-auth del")}`,
      ),
      after(17, 'dan', '401s gone'),
      after(18, 'priya', ':white_check_mark:'),
      after(
        44,
        'priya',
        'going forward the new key gets published 24h before anything is signed with it, AUTH-90',
      ),
    ],
    resolved: { by: 'priya', afterMinutes: 19 },
    saved: true,
  },
  {
    channel: 'incidents',
    daysAgo: 7,
    at: '15:40',
    root: {
      by: 'dan',
      text: 'auth-api in prod: `getaddrinfo EAI_AGAIN postgres-auth.prod.svc.cluster.local`, about 5% of logins fail',
    },
    replies: [
      after(3, 'dan', 'bounced auth-api, no change'),
      after(6, 'femi', "it's always dns"),
      after(8, 'maya', 'coredns is throttled, cpu limit 100m and at 100% of it'),
      after(
        10,
        'maya',
        `scaled coredns from 2 to 4\n${code('kubectl scale deploy/coredns -n kube-system --replicas=4')}`,
      ),
      after(15, 'dan', 'better, down to 1%, but not gone'),
      after(
        19,
        'maya',
        `removed the cpu limit too\n${code('kubectl patch deploy coredns -n kube-system --type json -p \'[{"op":"remove","path":"/spec/template/spec/containers/0/resources/limits/cpu"}]\'')}`,
      ),
      after(24, 'dan', '0 failures for 5 min. that fixed it'),
      after(60, 'maya', 'long term: nodelocal dns cache, and ndots 2 for our pods. PLAT-33'),
    ],
    resolved: { by: 'dan', afterMinutes: 26 },
    saved: true,
  },
  {
    channel: 'incidents',
    daysAgo: 0,
    at: '07:31',
    root: {
      by: 'femi',
      text: `our support team can't log in since 07:20, all of them get 429 from auth-api in prod. they all come from ${planted.officeIp}`,
    },
    replies: [
      after(2, 'tomasz', 'works for me over the vpn'),
      after(
        5,
        'tomasz',
        'rate limit, the whole office is one address for us now that they have the new router',
      ),
      after(
        9,
        'tomasz',
        `allowlisted it\n${code(`kubectl annotate ingress auth -n prod nginx.ingress.kubernetes.io/limit-whitelist=${planted.officeIp}/32 --overwrite`)}`,
      ),
      after(12, 'femi', `${planted.supportEmail} says they are in. thanks!`),
    ],
    resolved: { by: 'femi', afterMinutes: 13 },
    saved: false,
  },
];

/** The auth service: Postgres connections, certificates, keys, DNS. */
export const authThreads: readonly SampleThread[] = [...tooManyConnections, ...certificates, ...others];
