import { phrases, words } from './word-list.ts';

/** Programs whose name at the start of a line or a code span makes it a command. */
export const programs: readonly string[] = words`
  kubectl k terraform tf helm docker docker-compose podman systemctl service journalctl aws gcloud az psql
  mysql redis-cli mongo mongosh kafka-topics kafka-consumer-groups curl wget dig nslookup ssh scp sudo git
  npm yarn pnpm pip make ansible ansible-playbook argocd flux kops eksctl istioctl vault consul nomad
  rabbitmqctl nginx apachectl pg_ctl pg_repack pgbouncer vacuumdb pg_dump pg_restore apt apt-get dpkg yum
  dnf brew rm mv cp chmod chown kill pkill killall mount umount fsck df du ls cat tail head grep top htop
  free ps netstat ss lsof tcpdump traceroute ping strace sysctl iptables ufw ip ifconfig modprobe rmmod
  reboot shutdown crontab openssl certbot php python python3 node java bundle rake rails heroku fly flyctl
  supervisorctl pm2 initctl cmctl gh glab oc linkerd nomad sqlcmd mysqladmin mysqldump mongodump
  mongorestore kafka-configs kafka-consumer-groups.sh kafka-topics.sh kcat rabbitmqadmin redis-server
  pt-kill tar rsync sed awk echo export bash sh make env printenv rs.stepDown etcdctl calicoctl cilium
  velero crictl ctr nodetool cqlsh curator skaffold serverless sls cdk pulumi packer alter select update
  delete insert vacuum analyze reindex truncate drop create
`;

/** Programs that no English sentence starts with: a bare line that begins with one is a command. */
export const shellOnlyPrograms: readonly string[] = words`
  kubectl terraform helm cmctl docker docker-compose podman systemctl journalctl aws gcloud psql redis-cli
  mongosh curl wget ssh sudo git npm kafka-topics kafka-consumer-groups ansible-playbook argocd kops
  eksctl istioctl rabbitmqctl apt-get dpkg iptables modprobe pg_repack pg_dump
`;

/** What stands behind a pipe and changes nothing. */
export const filterPrograms: readonly string[] = words`
  grep egrep awk sed sort uniq wc head tail jq yq cut tr less more column cat nl tee xxd base64 watch time
  env printenv date hostname whoami uptime
`;

/** Programs that only look, whatever their arguments. */
export const readOnlyPrograms: ReadonlySet<string> = new Set(words`
  dig nslookup host ping ping6 traceroute tracepath mtr arp arping whois df du ls cat tail head less more
  grep egrep zgrep rg top htop atop free ps pstree pgrep pidof netstat ss lsof tcpdump tshark strace
  ltrace perf journalctl uptime vmstat iostat mpstat pidstat sar dmesg nvidia-smi lsblk blkid lsmod lspci
  lscpu lvs vgs pvs smartctl sensors stat file getent who w last id uname date hostname env printenv
  pg_isready apt-cache zdb jq sha256sum md5sum diff select explain show
`);

/** Other names of a program in the table. */
export const programAliases: Readonly<Record<string, string>> = {
  k: 'kubectl',
  oc: 'kubectl',
  tf: 'terraform',
  tofu: 'terraform',
  podman: 'docker',
  nerdctl: 'docker',
  mariadb: 'mysql',
};

/** Subcommands that change something: "ceph osd set noout". */
export const subcommands = words`
  set unset add rm remove del delete create update apply restart reload start stop enable disable config
  scale flush kill drain cordon uncordon restore truncate put reset clear purge rebalance reweight upgrade
  install uninstall rollback undo promote failover disarm compact defrag revoke grant mark move resume
  pause unpause cancel retry replay run erase repair trigger switch activate deactivate attach detach
  evacuate migrate renew refresh import
`;

/** Statements of SQL that change something, as people shout them. */
export const sqlStatements = phrases`
  ALTER (?:SYSTEM|TABLE|DATABASE|INDEX|USER|ROLE) | RESTORE (?:TABLE|DATABASE|LOG) | UPDATE \S+ SET
  | DELETE FROM | TRUNCATE | DROP (?:TABLE|INDEX|VIEW|USER|DATABASE)
  | CREATE (?:TABLE|INDEX|UNIQUE|VIEW|USER) | INSERT INTO | REFRESH MATERIALIZED | VACUUM | REINDEX
  | GRANT | REVOKE | KILL(?: QUERY)? | OPTIMIZE TABLE | ANALYZE TABLE | SET GLOBAL
`;

/** Subcommands of kubectl that only look. */
export const kubectlReads = phrases`
  get | describe | logs? | top | explain | events | version | api-resources | cluster-info | diff
  | config (?:get|view|current) | rollout (?:status|history) | auth | proxy | port-forward
`;
