/** Programs whose name at the start of a line or a code span makes it a command. */
export const programs: readonly string[] =
  'kubectl k terraform tf helm docker docker-compose podman systemctl service journalctl aws gcloud az psql mysql redis-cli mongo mongosh kafka-topics kafka-consumer-groups curl wget dig nslookup ssh scp sudo git npm yarn pnpm pip make ansible ansible-playbook argocd flux kops eksctl istioctl vault consul nomad rabbitmqctl nginx apachectl pg_ctl pg_repack pgbouncer vacuumdb pg_dump pg_restore apt apt-get dpkg yum dnf brew rm mv cp chmod chown kill pkill killall mount umount fsck df du ls cat tail head grep top htop free ps netstat ss lsof tcpdump traceroute ping strace sysctl iptables ufw ip ifconfig modprobe rmmod reboot shutdown crontab openssl certbot php python python3 node java bundle rake rails heroku fly flyctl supervisorctl pm2 initctl cmctl gh glab oc linkerd nomad sqlcmd mysqladmin mysqldump mongodump mongorestore kafka-configs kafka-consumer-groups.sh kafka-topics.sh kcat rabbitmqadmin redis-server pt-kill tar rsync sed awk echo export bash sh make env printenv rs.stepDown etcdctl calicoctl cilium velero crictl ctr nodetool cqlsh curator skaffold serverless sls cdk pulumi packer alter select update delete insert vacuum analyze reindex truncate drop create'.split(
    ' ',
  );

/** Programs that no English sentence starts with: a bare line that begins with one is a command. */
export const shellOnlyPrograms: readonly string[] =
  'kubectl terraform helm cmctl docker docker-compose podman systemctl journalctl aws gcloud psql redis-cli mongosh curl wget ssh sudo git npm kafka-topics kafka-consumer-groups ansible-playbook argocd kops eksctl istioctl rabbitmqctl apt-get dpkg iptables modprobe pg_repack pg_dump'.split(
    ' ',
  );

/** A line of a code block with a program we do not know: a script by its path, or a name followed by flags. */
export const commandShape: RegExp =
  /^(?:\.{1,2}\/|\/(?!dev\/|var\/|etc\/|proc\/|sys\/|home\/|mnt\/)|\/\S+\.(?:sh|py|rb|pl)\b)(?:[\w.-]+\/)*[\w.-]*(?:\s+\S+)*$|^[a-z][\w.-]{1,30}(?: [\w@./:='"{},[\]*-]{1,120}){0,8} (?:--?|\/)[a-z][\w:-]*(?:[ =]\S.*)?$/;

/** In a code span: a program that we do not know, and what it is told to do ("ceph osd set noout"). */
export const programWithSubcommand: RegExp =
  /^[a-z][\w.-]{1,20}(?: [a-z][\w.-]{1,20}){0,2} (?:set|unset|add|rm|remove|del|delete|create|update|apply|restart|reload|start|stop|enable|disable|config|scale|flush|kill|drain|cordon|uncordon|restore|truncate|put|reset|clear|purge|rebalance|reweight|upgrade|install|uninstall|rollback|undo|promote|failover|disarm|compact|defrag|revoke|grant|mark|move|resume|pause|unpause|cancel|retry|replay|run|erase|repair|trigger|switch|activate|deactivate|attach|detach|evacuate|migrate|renew|refresh|import)(?: (?!(?:is|was|are|to|the|a|an|failed|error|from|by|not|for)\b)\S+){1,8}$/;

/** A statement of SQL as people shout it, and a request typed into a console of an API. */
export const uppercaseStatement: RegExp =
  /^(?:(?:ALTER (?:SYSTEM|TABLE|DATABASE|INDEX|USER|ROLE)|RESTORE (?:TABLE|DATABASE|LOG)|UPDATE \S+ SET|DELETE FROM|TRUNCATE|DROP (?:TABLE|INDEX|VIEW|USER|DATABASE)|CREATE (?:TABLE|INDEX|UNIQUE|VIEW|USER)|INSERT INTO|REFRESH MATERIALIZED|VACUUM|REINDEX|GRANT|REVOKE|KILL(?: QUERY)?|OPTIMIZE TABLE|ANALYZE TABLE|SET GLOBAL) \S+(?: \S+)*|(?:POST|PUT|DELETE|PATCH) [a-z_][\w.*-]*(?:\/\S*)?(?:\?\S*)?)$/;

/** What stands behind a pipe and changes nothing. */
export const filterPrograms: readonly string[] =
  'grep egrep awk sed sort uniq wc head tail jq yq cut tr less more column cat nl tee xxd base64 watch time env printenv date hostname whoami uptime'.split(
    ' ',
  );

/** Looking that ends in doing: "… | xargs kubectl delete". */
export const mutatingTail: RegExp =
  /\bxargs\b[^|]{0,80}\b(?:del|delete|rm|kill|drain|restart|patch|drop|unlink|cordon|annotate|label)\b|\bsed -i\b|\bpg_(?:terminate|cancel)_backend|-delete\b|\b(?:kill|stop)_query\b/i;
