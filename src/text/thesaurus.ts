/**
 * The words of the trade that stand for each other, one set a line; written from general knowledge, before any benchmark.
 * `SAME`: names for one thing. `KIND`: the first is a broader word for each of the others, which are no names of each
 * other. Words in their base form (`related-terms.ts` reads them as any text is read); extend it freely.
 */
export const thesaurus = `
SAME: out of memory | oom | oomkilled | oom killer | oom-killed | exit code 137 | exit 137 | memory exhausted | cannot allocate memory | enomem
SAME: memory leak | leaking memory | heap growth | memory growth | memory creep | unbounded memory
SAME: heap | java heap | heap space | old gen | heap memory
SAME: garbage collection | gc pause | gc | stop the world | full gc | garbage collector
SAME: crashloop | crashloopbackoff | crash loop | restart loop | crash looping | boot loop | keeps restarting
SAME: segfault | segmentation fault | sigsegv | signal 11 | access violation | exit code 139
SAME: core dump | coredump | crash dump | minidump | memory dump
SAME: sigkill | signal 9 | kill -9 | force kill | hard kill
SAME: sigterm | graceful shutdown | signal 15 | exit code 143
SAME: null pointer | npe | nullpointerexception | null reference | nil pointer | nil dereference | undefined is not | nonetype
SAME: stack overflow | infinite recursion | recursion depth | stackoverflowerror
SAME: panic | fatal exception | unhandled exception | uncaught exception | bugcheck
SAME: kernel panic | bsod | blue screen | stop code | kernel oops
SAME: stack trace | stacktrace | traceback | backtrace | call stack
SAME: assertion | assert | assertion failed | invariant violation
SAME: certificate expiry | expired certificate | certificate expired | cert expiry | cert expired | expired cert
SAME: certificate | cert | x509 | tls certificate | ssl certificate
SAME: tls | ssl | https
SAME: tls handshake | ssl handshake | handshake failure | handshake error
SAME: untrusted certificate | unknown authority | self-signed | self signed | untrusted issuer | unable to verify
SAME: certificate authority | ca | root ca | issuing ca | trust anchor
SAME: intermediate certificate | certificate chain | chain of trust | incomplete chain | ca bundle
SAME: truststore | trust store | keystore | cacerts | ca store
SAME: hostname mismatch | name mismatch | san mismatch | wrong certificate | common name mismatch
SAME: browser warning | not secure | security warning | not private | padlock
SAME: cert-manager | acme | let's encrypt | letsencrypt | certbot | auto-renewal
SAME: mtls | mutual tls | client certificate | two-way tls
SAME: crl | certificate revocation | ocsp | revocation list | revoked certificate
SAME: cipher | cipher suite | ciphersuite | tls version
SAME: 500 | internal server error | http 500 | server fault
SAME: 502 | bad gateway | http 502
SAME: 503 | service unavailable | http 503 | no healthy upstream
SAME: 504 | gateway timeout | gateway time-out | http 504
SAME: 5xx | server errors | 500s | http errors
KIND: 5xx | 500 | 502 | 503 | 504
SAME: 4xx | client errors | client error
KIND: 4xx | 400 | 401 | 403 | 404 | 409 | 413 | 429
SAME: 400 | bad request | malformed request
SAME: 401 | unauthorized | unauthenticated | not authenticated
SAME: 403 | forbidden | access denied | not authorized | unauthorised
SAME: 404 | not found | page not found | no such page
SAME: 409 | conflict | http 409
SAME: 413 | payload too large | entity too large | body too large | request too large
SAME: 429 | too many requests | rate limited | http 429
SAME: 499 | client closed request | client disconnect | client abort
SAME: rate limit | rate limiting | rate limiter | throttle | throttling | throttled | request limit
SAME: quota | usage limit | quota exceeded | limit exceeded | allowance | hard limit
SAME: connection refused | econnrefused | refused connection | nothing listening
SAME: connection reset | econnreset | reset by peer | broken pipe | epipe | rst | socket hang up
SAME: timeout | time out | timed out | etimedout | deadline exceeded | no response
SAME: connect timeout | connection timeout | connection timed out | syn timeout
SAME: read timeout | socket timeout | response timeout | request timeout
KIND: timeout | connect timeout | read timeout | lock timeout | idle timeout | query timeout | gateway timeout
SAME: idle timeout | keepalive timeout | keep-alive | keepalive | idle disconnect
SAME: no route | host unreachable | network unreachable | ehostunreach
SAME: unexpected eof | eof | premature close | connection closed | closed unexpectedly
SAME: permission denied | eacces | eperm | operation not permitted | insufficient permissions | insufficient privileges
SAME: no such file | enoent | file not found | missing file | path not found
SAME: deadlock | lock cycle | mutual wait | circular wait
SAME: lock contention | blocked by lock | lock wait | waiting for lock | lock timeout | blocking session
SAME: mutex | lock | semaphore | latch
SAME: race condition | race | data race | concurrency bug | timing bug
SAME: livelock | spinning | busy loop | tight loop | infinite loop | endless loop
SAME: thread pool | worker pool | threadpool | executor | thread pool exhausted
SAME: thread dump | jstack | thread stack
SAME: connection pool | pool exhausted | pool exhaustion | hikari | pgbouncer | connection pooling
SAME: too many connections | max connections | connection limit | connections exhausted | no free connections
SAME: disk full | no space left | enospc | out of disk | disk space exhausted | volume full | filesystem full | out of space
SAME: disk usage | disk space | free space | storage space | disk utilization
SAME: inode | inode exhaustion | out of inodes | many small files
SAME: file descriptor | fd | many open files | emfile | file handle | ulimit | nofile
SAME: port exhaustion | ephemeral ports | ephemeral port exhaustion | snat exhaustion | source ports exhausted | time_wait
SAME: read-only filesystem | read only | read-only | erofs | remounted read-only
SAME: corrupt | corrupted | corruption | garbled | mangled | damaged data
SAME: checksum | crc | checksum mismatch | hash mismatch | crc error | integrity check
SAME: bit rot | silent corruption | bitrot | latent sector error
SAME: encoding | utf-8 | charset | character set | unicode | mojibake
SAME: parse | parser | parsing error | syntax error | malformed | unparseable | invalid syntax
SAME: deserialize | serialization | deserialization | unmarshal | decode
SAME: schema | schema mismatch | incompatible schema | schema change | schema drift
SAME: integer overflow | int overflow | overflow | id exhaustion | sequence exhausted | wraparound
SAME: divide by zero | nan | not a number | division by zero
SAME: rounding | precision | truncation | floating point
SAME: off by one | boundary | edge case | corner case
SAME: duplicate key | unique constraint | unique violation | primary key violation | constraint violation
SAME: foreign key | referential integrity | orphaned rows | orphan record
SAME: dns | name resolution | domain name system | resolver | hostname lookup
SAME: nxdomain | unknown host | could not resolve | no such host | name not resolved | resolution failure
SAME: servfail | dns failure | lookup failure | dns timeout | temporary failure
SAME: coredns | kube-dns | cluster dns | ndots
SAME: dns record | cname | a record | zone file | dns zone | resource record
SAME: ttl | time to live | dns cache | cached record
SAME: nameserver | name server | authoritative server | recursive resolver
SAME: dnssec | ds record | rrsig
SAME: domain expired | domain expiry | domain registration | registrar | domain lapsed
SAME: clock skew | clock drift | time drift | wrong time | ntp | time sync | chrony
SAME: leap second | leap year | leap day | february 29
SAME: daylight saving | dst | clock change | summer time | clocks went forward
SAME: timezone | time zone | utc offset | utc | local time
SAME: timestamp | date | epoch | datetime
SAME: cpu | processor | compute
SAME: high cpu | cpu saturation | cpu pegged | cpu spike | 100% cpu | cpu maxed out | cpu bound
SAME: cpu throttling | cfs throttling | cpu limit | cfs quota
SAME: load average | run queue | system load
SAME: swap | swapping | paging | thrashing | page fault
SAME: high iowait | iowait | io wait | disk bottleneck | i/o saturation | slow disk
SAME: iops | disk throughput | i/o | disk performance | burst credits
SAME: burst balance | burst credit | cpu credit | credit balance
SAME: hugepages | huge pages | transparent hugepages | thp
SAME: noisy neighbour | noisy neighbor | steal time | cpu steal | resource contention
SAME: zombie process | defunct | orphan process | zombie
SAME: pid limit | fork failed | max processes | resource temporarily unavailable | eagain | pids exhausted
SAME: uninterruptible sleep | d state | hung task | blocked task
SAME: circuit breaker | breaker open | circuit open | trip | tripped
SAME: retry storm | thundering herd | retry amplification | reconnect storm | stampede
SAME: retry | retries | re-attempt | reattempt | resubmit
SAME: backoff | exponential backoff | jitter | back off
SAME: cascading failure | cascade | domino effect | knock-on | chain reaction
SAME: load shedding | shed load | brownout | graceful degradation | shed traffic
SAME: overload | overloaded | saturated | saturation | over capacity | at capacity | maxed out
SAME: backpressure | back pressure | flow control
SAME: single failure point | spof | no redundancy
SAME: split brain | split-brain | dual master | two primaries | two leaders
SAME: quorum | lost quorum | no quorum | quorum loss | majority
SAME: leader election | re-election | no leader | leaderless | leader change | election
KIND: consensus | raft | paxos | zab
KIND: coordination service | etcd | consul | zookeeper | zk
SAME: network partition | netsplit | partitioned | partition | isolated node
SAME: failover | fail over | failed over | switchover | switch over | takeover | promotion
SAME: failback | fail back | switch back | return to primary
SAME: disaster recovery | dr | dr site | secondary site | standby site
SAME: high availability | ha | redundancy | redundant
SAME: health check | healthcheck | health probe | liveness | heartbeat check
SAME: liveness probe | liveness | liveness check
SAME: readiness probe | readiness | not ready | unready | readiness check
SAME: heartbeat | keepalive | missed heartbeat | lost heartbeat
SAME: watchdog | supervisor | systemd | monit
SAME: idempotent | idempotency | idempotency key | deduplication | dedup | dedupe
SAME: exit code | exit status | return code | non-zero exit
SAME: invalid argument | bad parameter | illegal argument | invalid input | einval
SAME: version mismatch | incompatible version | version skew | protocol mismatch | incompatibility
SAME: missing dependency | module not found | classnotfound | no such module | missing library | importerror
SAME: shared library | dll | .so | dynamic library | glibc
SAME: kubernetes | k8s | kube | container orchestrator | openshift
KIND: managed kubernetes | eks | gke | aks
SAME: pod | container | docker container
SAME: container runtime | containerd | docker | cri-o | dockerd
SAME: node | worker node | kubelet | cluster member
SAME: control plane | api server | kube-apiserver | apiserver | master node
SAME: node not ready | notready | node unreachable | node down
SAME: evicted | eviction | pod evicted | node pressure | disk pressure | memory pressure
SAME: drain | cordon | node drain | cordoned | evacuate
SAME: pending pod | unschedulable | insufficient resources | failedscheduling | cannot be scheduled
SAME: taint | toleration | node affinity | node selector
SAME: imagepullbackoff | errimagepull | image pull | pull image | cannot pull image | image pull failure
SAME: container registry | image registry | docker registry | docker hub | ecr | harbor
SAME: image tag | container image | docker image | image digest | image version
SAME: namespace | tenant
SAME: ingress | ingress controller | edge router | ingress-nginx | gateway api
KIND: service mesh | istio | envoy | linkerd | sidecar
SAME: sidecar | istio-proxy | sidecar proxy | sidecar container
SAME: cni | calico | cilium | pod network | overlay network | flannel
SAME: network policy | networkpolicy | egress policy | traffic policy
SAME: statefulset | stateful set | stateful workload
SAME: daemonset | daemon set | node agent
SAME: persistent volume | pvc | pv | volume claim | persistent volume claim
SAME: volume mount | mount | volume attach | failedmount | attach volume | multi-attach
SAME: configmap | config map | mounted config
SAME: helm | helm chart | kustomize | manifest
SAME: operator | custom resource | crd | custom controller
SAME: admission webhook | admission controller | validating webhook | mutating webhook | gatekeeper
SAME: autoscaling | autoscaler | auto-scaling | autoscale | hpa | scale out | scale up
SAME: cluster autoscaler | karpenter | node autoscaler | scaling group | node group
SAME: scale down | scale in | downscale | scaled to zero | shrink
SAME: pod disruption budget | pdb | disruption budget
SAME: resource limit | memory limit | cgroup | cgroup limit | container limit
SAME: resource request | requests and limits | overcommit | overcommitted | oversubscribed
SAME: rbac | role binding | rolebinding | service account | serviceaccount
SAME: iam | access policy | iam role | iam policy | cloud permission
KIND: cloud | aws | azure | gcp | google cloud | openstack | oracle cloud
SAME: cloud provider | cloud vendor | hyperscaler | hosting provider
SAME: availability zone | az | zone outage | zonal | az outage
SAME: region | cloud region | regional outage | us-east-1
SAME: vm | virtual machine | instance | ec2 | compute instance | guest
SAME: spot instance | preemptible | preempted | spot reclaim | preemption
SAME: bare metal | physical server | physical host | dedicated server
KIND: hypervisor | esxi | vmware | vsphere | kvm | hyper-v | proxmox | virtualization host
SAME: vmotion | live migration | vm migration
SAME: vcenter | vsphere client | virtualization manager
SAME: vm snapshot | snapshot | checkpoint | point-in-time copy
SAME: object storage | s3 | blob storage | bucket | gcs | minio | blob store
SAME: block storage | ebs | disk volume | persistent disk | lun
SAME: nfs | network file system | nas | network share | stale file handle | file server
SAME: smb | cifs | windows share | samba | file share | shared drive | network drive | mapped drive
SAME: san | storage array | fibre channel | iscsi | storage fabric
SAME: multipath | path failure | hba | storage path
SAME: raid | raid controller | degraded array | raid rebuild | disk array
SAME: hard drive | hdd | disk | drive | spindle
KIND: ssd | nvme | flash drive | solid state
SAME: disk failure | dead disk | failed drive | bad disk | smart error | bad sector
SAME: ceph | osd | rook | distributed storage | ceph cluster
KIND: volume manager | zfs | zpool | btrfs | lvm
SAME: filesystem | file system | ext4 | xfs | fsck
SAME: partition table | mount point | fstab | root volume
SAME: tape | tape library | lto | tape drive
SAME: serverless | lambda | cloud function | faas | function app
SAME: cold start | warm up | warmup | slow start | initialization delay
SAME: load balancer | lb | elb | alb | f5 | haproxy | balancer | big-ip
SAME: backend pool | target group | upstream | pool member | origin pool | backend server
SAME: unhealthy target | no healthy backends | marked unhealthy | out of rotation | ejected
SAME: sticky session | session affinity | session stickiness | persistence cookie
KIND: reverse proxy | nginx | apache httpd | traefik | front proxy | caddy
SAME: proxy | forward proxy | squid | web proxy | egress proxy
SAME: api gateway | kong | apigee | edge gateway | apim
SAME: cdn | content delivery network | edge cache | cloudfront | akamai | fastly | cloudflare | edge node
SAME: cache invalidation | purge | cache purge | cache bust | cache clear | flush cache | invalidate
SAME: origin | origin server | origin shield
SAME: pop | point of presence | edge location | edge pop
SAME: waf | web application firewall | bot protection | bot rule | modsecurity
SAME: anycast | geo routing | geodns | traffic steering | gslb | global load balancing
SAME: database | db | data store | datastore | rdbms
KIND: database | postgres | mysql | oracle | sql server | mongodb | cassandra | mariadb | dynamodb
SAME: postgres | postgresql | pg
SAME: mysql | mariadb | innodb | percona
SAME: sql server | mssql | ms sql
SAME: mongodb | mongo | document store | replica set
SAME: cassandra | scylla | wide column store
SAME: elasticsearch | opensearch | search cluster | search index | solr | lucene
KIND: data warehouse | warehouse db | snowflake | bigquery | redshift | dwh
SAME: primary | master | leader | writer | primary database
SAME: replica | standby | secondary | slave | follower | read replica
SAME: replication | replicate | data sync | mirroring
SAME: replication lag | replica lag | replication delay | lagging replica | seconds behind master | stale replica | slave lag
SAME: replication slot | wal retention | wal buildup | wal accumulation
SAME: wal | write-ahead log | transaction log | redo log | binlog | archive log | binary log
SAME: change data capture | cdc | debezium | log-based replication
SAME: slow query | long-running query | slow sql | expensive query | long running query | query timeout
SAME: query plan | execution plan | plan regression | bad plan | explain plan | optimizer statistics
SAME: full table scan | sequential scan | table scan | missing index | unindexed
SAME: index | database index | secondary index | index rebuild
SAME: reindex | index rebuild | rebuild index | reindexing
SAME: vacuum | autovacuum | table bloat | bloat | dead tuples
SAME: transaction id wraparound | xid wraparound | vacuum freeze
SAME: transaction | long transaction | open transaction | idle in transaction | uncommitted
SAME: isolation level | dirty read | phantom read | lost update
SAME: tablespace | temp space | undo space | tempdb | temp tablespace
SAME: shard | sharding | hot shard | partition key | hot partition | hotspot | hot key
SAME: rebalance | rebalancing | resharding | shard relocation | consumer rebalance
SAME: stored procedure | trigger | plsql | stored proc
SAME: orm | hibernate | n+1 query | activerecord
SAME: alter table | ddl | table lock | online schema change
SAME: migration | database migration | schema migration | data migration | flyway | liquibase
SAME: backfill | data backfill | reprocess | replay | rerun
SAME: compaction | tombstone | lsm | sstable
SAME: backup | back up | backup job | nightly backup | veeam
SAME: restore | recovery | recover | restored from backup | pitr | point-in-time recovery
SAME: retention | retention policy | lifecycle policy | purge job | expiry policy
SAME: data loss | lost data | missing data | lost records | missing rows | lost writes
SAME: accidental deletion | deleted by mistake | dropped table | accidentally deleted | wiped
SAME: delete | remove | drop | erase | wipe | purge
SAME: truncate | cut off | clipped | chopped | incomplete
SAME: cache | caching | cached | in-memory cache
KIND: cache | redis | memcached | varnish | hazelcast | elasticache
SAME: redis | valkey | sentinel | elasticache | key-value store
SAME: cache miss | cold cache | empty cache | cache hit ratio | hit rate | low hit rate
SAME: cache stampede | dogpile | cache avalanche | thundering herd
SAME: cache eviction | evicted keys | maxmemory | lru
SAME: stale cache | stale | outdated | out of date | old data | cached copy
SAME: queue | message queue | mq | job queue | task queue
KIND: message broker | kafka | rabbitmq | activemq | sqs | pulsar | nats | ibm mq | pubsub
SAME: message broker | broker | message bus | messaging | event bus | esb
SAME: rabbitmq | amqp | rabbit
SAME: kafka | event stream | event log | streaming platform | msk
SAME: topic | kafka topic | channel | subscription
SAME: consumer | subscriber | listener | message consumer | worker
SAME: producer | publisher | sender | emitter
SAME: consumer group | rebalance | group coordinator
SAME: consumer lag | queue depth | queue length | backlog | queue buildup | unprocessed messages | pile up | lag
SAME: dead letter queue | dlq | dead-letter | dead letter | parked messages | error queue
SAME: poison message | poison pill | bad message | unprocessable message
SAME: offset | committed offset | consumer offset | cursor | bookmark
SAME: under-replicated | isr | in-sync replica | offline partition
SAME: ack | acknowledge | acknowledgement | commit | confirm
SAME: nack | unacked | unacknowledged | redelivery | redelivered | visibility timeout
SAME: stream processing | flink | spark streaming | kafka streams | stream processor
KIND: data platform | spark | emr | databricks | hadoop | yarn
SAME: out of order | wrong order | reordered | ordering | misordered
SAME: cron | cron job | cronjob | scheduled job | scheduled task | crontab | timer
SAME: scheduler | job scheduler | airflow | control-m | autosys | quartz | workflow engine
SAME: dag | pipeline run | workflow | job chain
SAME: etl | data pipeline | data load | ingestion | data feed | elt | ingest
SAME: batch | batch job | batch run | nightly job | overnight run | nightly batch
SAME: did not run | never ran | skipped run | missed run | not triggered | did not start
SAME: overlapping run | ran twice | concurrent run | double run | parallel run
SAME: background job | async job | worker process | sidekiq | celery | background worker
SAME: webhook | callback | http callback | push notification url
SAME: api | endpoint | rest api | web service | interface
SAME: grpc | rpc | protobuf | remote procedure call
SAME: soap | wsdl | xml interface
SAME: graphql | apollo | resolver error
SAME: websocket | socket.io | long poll | server-sent events | sse
SAME: third party | vendor | external provider | upstream provider | supplier | partner
SAME: dependency | downstream | upstream dependency
SAME: session | user session | session store | session token | cookie
SAME: jvm | java | tomcat | java process
SAME: php-fpm | php | fpm workers
SAME: node.js | nodejs | event loop | event loop blocked
KIND: wsgi server | gunicorn | uwsgi | wsgi | puma | unicorn
SAME: iis | app pool | application pool | .net | asp.net
SAME: windows server | windows | win
KIND: linux | ubuntu | rhel | centos | debian
SAME: operating system | os | kernel
SAME: patch | hotfix | os patch | windows update | patching | security update
SAME: reboot loop | boot failure | fails to boot | won't boot | unbootable | grub
SAME: bios | uefi | ilo | idrac | bmc | ipmi
SAME: driver | device driver | kernel module | nic driver
SAME: registry key | windows registry | regedit | group policy | gpo
SAME: selinux | apparmor | mandatory access control | seccomp
SAME: log rotation | logrotate | rotate logs | log retention
SAME: tmp | temp files | temporary files | scratch space | leftover files
SAME: network | lan | networking | connectivity
SAME: connectivity loss | no connectivity | network down | disconnected | cut off | lost connection | no network
SAME: router | gateway router | edge router | core router
SAME: switch | access switch | core switch | top of rack | tor switch | network switch
KIND: network device | router | switch | firewall | load balancer | access point
SAME: interface down | link down | port down | link failure | dead link
SAME: link flap | flapping | flap | bouncing | up and down | port flap
SAME: err-disabled | errdisable | port shutdown | bpdu guard
SAME: spanning tree | stp | bridging loop | switching loop | layer 2 loop | broadcast storm
SAME: vlan | trunk port | tagged port | vlan mismatch | trunk
SAME: lacp | port channel | lag group | link aggregation | bonding | etherchannel
SAME: bgp | bgp session | peering | bgp peer | route announcement | autonomous system
SAME: route leak | bgp hijack | prefix hijack | wrong route
SAME: route table | routing table | static route | route | prefix
SAME: ospf | is-is | igp | interior routing
SAME: asymmetric routing | return path | asymmetric path
SAME: blackhole | black hole | traffic drop | silently dropped | sinkhole
SAME: packet loss | dropped packets | packet drop | lossy | packets dropped
SAME: jitter | choppy | latency variation
SAME: mtu | mtu mismatch | fragmentation | path mtu | jumbo frame | mss
SAME: bandwidth | throughput | link capacity | pipe
SAME: congestion | saturated link | link saturation | link full | congested | bandwidth exhausted
SAME: duplex mismatch | half duplex | autonegotiation | speed mismatch
SAME: fiber | fibre | optic | optical | sfp | transceiver
SAME: fiber cut | fibre cut | cable cut | severed cable | backhoe | cut cable
SAME: cable | cabling | patch cable | unplugged | patch cord
SAME: isp | carrier | internet provider | transit provider | circuit provider
SAME: wan | leased line | mpls | sd-wan | site link | branch link
SAME: uplink | internet link | internet connection | broadband
SAME: nat | nat gateway | network address translation | snat
SAME: conntrack | connection tracking | session table | nf_conntrack | state table | table full
SAME: arp | mac address | arp table | duplicate ip | ip conflict | mac flapping
SAME: dhcp | ip address lease | ip assignment | address pool | no ip address | dhcp scope
SAME: ip exhaustion | out of ips | subnet exhausted | address exhaustion | subnet full
SAME: subnet | cidr | ip range | address range
SAME: ipv6 | dual stack | aaaa record
SAME: vip | virtual ip | floating ip | elastic ip
SAME: vrrp | hsrp | keepalived | gateway redundancy
SAME: wifi | wi-fi | wireless | wlan | ssid
SAME: access point | ap | wireless ap | wap | hotspot
SAME: wireless controller | wlc | wlan controller
SAME: radius | 802.1x | nac | network access control
SAME: captive portal | guest wifi | guest network
SAME: vpn | ipsec | tunnel | vpn tunnel | remote access | anyconnect | openvpn | wireguard
SAME: site-to-site | ipsec tunnel | ike | phase 2 | tunnel down
SAME: direct connect | expressroute | interconnect | private link | vpc peering
SAME: firewall | fw | palo alto | fortigate | packet filter
SAME: firewall rule | acl | security group | access list | iptables | blocked port | nsg
SAME: blocked traffic | traffic blocked | dropped by firewall | blocked by firewall | port blocked | filtered
SAME: allowlist | whitelist | ip allowlist | allowed ips | safelist
SAME: blocklist | blacklist | denylist | ip ban | banned ip | blocked ip
SAME: ddos | denial of service | dos | traffic flood | syn flood | volumetric attack | attack traffic
SAME: bot | crawler | scraper | spider | automated traffic | scraping
SAME: ids | intrusion detection | intrusion prevention | deep packet inspection
SAME: qos | traffic shaping | traffic policing | dscp
SAME: multicast | igmp | pim | broadcast
KIND: network monitoring | snmp | syslog | netflow | trap
KIND: network test | traceroute | ping | mtr | icmp
SAME: tcpdump | packet capture | pcap | wireshark
SAME: datacenter | data center | data centre | server room | colocation | colo | machine room
SAME: rack | cabinet | server rack
SAME: power outage | power loss | power failure | blackout | loss of power | mains failure | power cut
SAME: ups | battery backup | uninterruptible power | ups battery
SAME: generator | diesel generator | genset | backup generator | transfer switch
SAME: pdu | power strip | power feed | power distribution
SAME: power supply | psu | power unit
SAME: cooling | hvac | air conditioning | crac | chiller | aircon | ac unit
SAME: overheat | overheating | high temperature | thermal shutdown | thermal | too hot | heat
SAME: fan | fan failure | blower
SAME: water leak | flood damage | leak detection | flooding | water ingress
SAME: fire | smoke | fire alarm | fire suppression
SAME: lightning | storm | surge damage | power surge
SAME: motherboard | mainboard | system board | backplane
SAME: dimm | ram | memory module | ecc error | memory error
SAME: nic | network card | network adapter | ethernet card
SAME: firmware | microcode | firmware update | device firmware | firmware upgrade
SAME: hardware failure | faulty hardware | hardware fault | broken hardware | defective
SAME: end of life | eol | unsupported version | deprecated | obsolete | sunset
SAME: replace | swap out | swapped | rma | replacement
SAME: deploy | deployment | release | rollout | roll out | shipped | push to production | go-live
SAME: canary | canary release | staged rollout | gradual rollout | phased rollout
SAME: blue-green | blue green | cutover | traffic switch | cut over
SAME: rollback | roll back | rolled back | revert | back out | reverted | undo | backout
SAME: new version | new release | upgrade | update | upgraded
SAME: downgrade | pin version | previous version | older version
SAME: regression | broke after release | worked before | newly broken
SAME: hotfix | emergency fix | quick fix | emergency change
SAME: feature flag | feature toggle | flag | kill switch | toggle | launchdarkly
SAME: experiment | a/b test | split test | variant
SAME: config | configuration | setting | parameter | properties
SAME: misconfiguration | misconfigured | bad config | wrong setting | config error | configuration mistake | incorrect configuration
SAME: config drift | drift | configuration drift | out of sync | diverged
SAME: environment variable | env var | envvar | dotenv
SAME: default value | fallback value | defaulted | unset
SAME: typo | misspelling | wrong name | fat finger | mistyped
SAME: hardcoded | hard-coded | hard coded | baked in
KIND: infrastructure as code | terraform | iac | cloudformation | pulumi
KIND: configuration management | ansible | puppet | chef | salt | playbook
SAME: gitops | argocd | argo | flux | sync failed
SAME: ci | continuous integration | build pipeline | ci pipeline | ci/cd
KIND: ci | jenkins | gitlab ci | github actions | teamcity | circleci | azure devops | bamboo
SAME: build agent | runner | build server | build node | ci worker | ci runner
SAME: broken build | build failure | failing build | red build | compile error | does not compile
SAME: flaky test | test failure | unstable test | failing test
SAME: artifact | build artifact | binary | package | build output
SAME: artifact repository | artifactory | nexus | package registry | npm registry | maven repository
KIND: package manager | npm | pip | apt | yum | maven
KIND: source control | git | github | gitlab | bitbucket | repository | repo
SAME: merge | pull request | merge request | commit pushed | code change
SAME: branch | wrong branch | trunk branch | git branch
SAME: stuck deployment | hung deploy | deploy blocked | rollout stuck | deployment stuck | cannot deploy
SAME: change window | maintenance window | planned maintenance | scheduled maintenance | maintenance
SAME: change freeze | code freeze | deployment freeze
SAME: staging | test environment | pre-production | uat | preprod | sandbox
SAME: production | prod | live environment | live
SAME: pointed at wrong | wrong environment | wrong endpoint | wrong url | wrong host
SAME: decommission | decommissioned | retired | removed server | turned off | teardown
SAME: legacy | mainframe | as400 | old platform | cobol
SAME: backward compatible | breaking change | incompatible change | api change | contract change
SAME: static asset | javascript bundle | css | js bundle | front-end asset | chunk
SAME: front end | frontend | ui | web app | user interface | webapp
SAME: mobile app | ios app | android app | app version | phone app
SAME: app store | play store | app review
KIND: browser | chrome | safari | firefox
SAME: cors | cross-origin | preflight | same-origin
SAME: content security policy | csp | blocked script
SAME: redirect | 301 | 302 | redirect loop | redirect chain | too many redirects
SAME: url | link | path | uri
SAME: sitemap | robots.txt | seo | noindex | search ranking
SAME: credential | login details | access key | api key | secret
KIND: credential | password | token | api key | secret | private key | certificate
SAME: password | passphrase | pwd | passcode
SAME: token | jwt | bearer token | access token | auth token
SAME: refresh token | token refresh | token renewal | expired token | token expired
SAME: expire | expired | expiry | expiration | lapse | lapsed | ran out
SAME: renew | renewal | reissue | reissued | renewed
SAME: rotate | rotation | rotated | key rotation | secret rotation | password rotation | key rollover
SAME: secret store | vault | hashicorp vault | secrets manager | key vault | secret manager
SAME: vault sealed | sealed | unseal
SAME: hsm | hardware security module | crypto module | payshield | cryptographic module
SAME: kms | key management | master key | encryption key | data key
SAME: encryption | encrypt | decrypt | decryption | encrypted | cannot decrypt
SAME: private key | signing key | ssh key | key pair | keypair
SAME: signature | signature mismatch | invalid signature | hmac | signing | signature verification
SAME: jwks | public key | key id | issuer keys
SAME: login | log in | sign in | sign-in | logon | log on | signin | authenticate
SAME: logged out | signed out | kicked out | session lost | log out | session expired
SAME: authentication | auth | authn | authenticating
SAME: authorization | authz | access control | permissions | entitlement
SAME: sso | single sign-on | saml | okta | federation | adfs | single sign on
SAME: oauth | oidc | openid connect | keycloak | auth0
KIND: identity provider | idp | identity service | entra | azure ad
SAME: active directory | domain controller | ldap | directory service | kerberos
SAME: kerberos | keytab | kdc | spn
SAME: mfa | 2fa | two-factor | multi-factor | authenticator | otp | one-time code | one-time password
SAME: captcha | recaptcha | bot check | human check
SAME: lockout | locked out | account lockout | locked account | account locked
SAME: password reset | reset link | forgotten password | reset password
SAME: service account | technical account | system account | functional user | robot account
SAME: privilege | privileged | admin rights | root access | sudo | elevated
SAME: group membership | role | security role | user group
SAME: onboarding | provisioning | user provisioning | scim | account creation | sign up | signup | registration
SAME: offboarding | deprovisioned | leaver | disabled account | deactivated
SAME: data breach | data leak | exposed data | leaked | data exposure
SAME: ransomware | malware | virus | infected | trojan
SAME: antivirus | endpoint protection | edr | crowdstrike | defender | av scan
SAME: false positive | wrongly flagged | mistakenly blocked | wrongly blocked | quarantined
SAME: vulnerability | cve | exploit | security hole | zero-day
SAME: credential stuffing | brute force | password spraying | login attack
SAME: phishing | spoofed | fraudulent email | spoofing
SAME: compromised | hacked | breached | intrusion | unauthorized access
SAME: fraud | fraudulent | abuse | scam
SAME: pii | personal data | gdpr | sensitive data | privacy
SAME: wrong user data | someone else's data | other customer's | cross-tenant | data mix-up | tenant leak
SAME: audit | compliance | audit log | audit trail
SAME: bastion | jump host | jump box | jump server
SAME: ssh | remote shell | sshd | remote login
SAME: rdp | remote desktop | terminal server | citrix | vdi | virtual desktop
SAME: license | licence | licensing | license server | license expired | activation
SAME: alert | alarm | page | pager | paging | pagerduty
SAME: alert storm | alert flood | noisy alerts | alert fatigue | alert noise | false alarm
SAME: no alert | missed alert | did not alert | monitoring gap | silent failure | unnoticed | went undetected
SAME: on-call | oncall | on call | duty engineer
SAME: dashboard | grafana | chart | kibana | graph
SAME: metric | prometheus | telemetry | time series | gauge | counter
SAME: monitoring | observability | datadog | nagios | zabbix | new relic
SAME: log | logging | log line | log entry | log file
SAME: log pipeline | log shipper | fluentd | logstash | fluent bit | log collector | filebeat
SAME: log volume | log flood | excessive logging | verbose logging | debug logging | log spam
SAME: missing logs | no logs | log gap | logs stopped
SAME: missing metrics | no data | metrics gap | scrape failure | gap in graph
SAME: cardinality | high cardinality | label explosion | too many series
SAME: trace | tracing | span | distributed tracing | jaeger | opentelemetry
SAME: synthetic check | synthetic monitor | uptime check | blackbox probe | probe | canary check
SAME: threshold | trigger level | alert threshold | limit
SAME: slo | sla | error budget | service level | sli
SAME: p99 | p95 | tail latency | 99th percentile
SAME: apm | profiler | profiling | flame graph
SAME: status page | statuspage | public status
SAME: slow | sluggish | laggy | slowness | high latency | crawling | slow response | takes forever
SAME: latency | response time | delay | lag
SAME: slow down | slowdown | degrade | degraded | degradation | performance drop | deteriorate
SAME: hang | hung | freeze | froze | frozen | stall | stuck | unresponsive | wedged | not responding
SAME: spinner | loading forever | endless loading | keeps loading | spinning wheel | hourglass
SAME: down | unreachable | offline | dead | unavailable | outage | inaccessible | not available
SAME: outage | downtime | interruption | disruption | blackout
SAME: partial outage | some users | subset of users | partially down | certain users
SAME: half of | every other | one in two | every second | alternate | 50%
SAME: blank page | white page | white screen | empty page | blank screen | blank
SAME: black screen | no picture | dark screen | black picture | no video
SAME: lost | missing | disappear | disappeared | vanish | vanished | gone | absent
SAME: duplicate | double | twice | duplicated | doubled | repeated | doubly
SAME: wrong | incorrect | inaccurate | erroneous | bad value | faulty value
SAME: stale | outdated | old | not updated | not refreshed | behind | yesterday's
SAME: backlog | pile up | piling up | accumulate | build up | queue up | stack up | behind
SAME: late | delayed | delay | overdue | behind schedule | tardy | arrives late
SAME: spike | surge | burst | flood | peak | jump | influx
SAME: traffic spike | traffic surge | high traffic | heavy load | load spike | rush | peak load
SAME: drop | dip | fall | decline | plunge | decrease | fell
SAME: zero | empty | no results
SAME: intermittent | flaky | sporadic | occasional | random | now and then | on and off | comes and goes | transient
SAME: crash | die | abort | exit | terminate | quit | died | shut down
SAME: restart | reboot | bounce | cycle | recycle | power cycle | restarted | relaunch
SAME: fill up | grow | leak | swell | filled | grew | grown
SAME: reject | refuse | decline | deny | rejected | refused | denied | turned away
SAME: block | prevent | blocked | stopped | barred
SAME: cancel | cancelled | canceled | cancellation | void
SAME: skip | skipped | omitted | left out | overlooked | missed
SAME: ignore | discard | dropped | thrown away | discarded | swallowed
SAME: overwrite | overwritten | clobber | clobbered | replaced by
SAME: overlap | collide | collision | clash | conflict
SAME: exhaust | exhausted | run out | depleted | used up | ran out
SAME: exceed | exceeded | over the limit | too large | too big | oversized
SAME: leak | leaking | not released | not freed | never closed | unclosed
SAME: orphan | orphaned | dangling | leftover | abandoned
SAME: unexpected | surprising | strange | odd
SAME: mismatch | discrepancy | inconsistent | inconsistency | do not match | differ | divergence
SAME: unbalanced | uneven | skewed | imbalance | lopsided | uneven load
SAME: disconnect | drop out | dropped connection | dropout | disconnection | connection dropped
SAME: reconnect | re-establish | reconnection | rejoin
SAME: upload | file upload | uploading | submit file
SAME: download | file download | downloading | fetch
SAME: import | data import | load file | bulk load | ingest
SAME: export | data export | extract | csv export | dump
SAME: report | reporting | bi report | business intelligence | analytics report
SAME: search | search results | query results | lookup | search box
SAME: filter | facet | sort | filtering
SAME: form | input form | web form | submission
SAME: button | click | does nothing | unclickable | greyed out
SAME: attachment | attached file | enclosure
SAME: pdf | document generation | rendering | document
SAME: image | picture | photo | thumbnail | broken image
KIND: page styling | font | layout | styling | broken layout | stylesheet
SAME: notification | push notification | in-app message | push message
SAME: email delivery | undelivered mail | bounced mail | mail bounce | spam folder | not delivered
SAME: email | mail | e-mail | message delivery
SAME: smtp | mail relay | mail server | mta | postfix | exchange
SAME: spf | dkim | dmarc | sender reputation | mail blacklisted
SAME: mailbox | inbox | outlook | gmail
SAME: calendar | meeting invite | appointment | scheduling
KIND: conferencing | teams | slack | zoom | chat | video call
SAME: intranet | sharepoint | wiki | confluence | knowledge base
SAME: ticket | ticketing | helpdesk | service desk | jira | servicenow
SAME: printer | print | printing | print queue | print server | spooler | printout
SAME: scanner | barcode scanner | handheld | hand scanner | scan gun
SAME: laptop | pc | workstation | desktop | computer | notebook
SAME: monitor screen | display | screen | monitor
SAME: docking station | dock | usb-c | usb | peripheral
SAME: phone | handset | telephone | desk phone | ip phone
KIND: office suite | office 365 | microsoft 365 | o365 | m365 | google workspace
KIND: cloud drive | onedrive | dropbox | google drive | file sync
SAME: excel | spreadsheet | workbook | csv
KIND: erp | sap | netsuite | dynamics
SAME: crm | salesforce | customer record | siebel
SAME: hr | payroll | salary | workday | wage
SAME: badge | door access | access card | turnstile | card reader | door lock
SAME: cctv | camera | surveillance | video feed
SAME: payment | pay | charge | paying | money transfer
KIND: payment | card payment | bank transfer | direct debit | wallet payment | instant payment | cheque
SAME: card | credit card | debit card | bank card | payment card
SAME: card payment | card transaction | card purchase | card authorisation | card auth
SAME: purchase | buy | sale | transaction
SAME: card terminal | terminal | pos | till | point of sale | cash register | pin pad | card machine | register
SAME: acquirer | processor | payment processor | psp | payment gateway | payment provider | merchant bank
SAME: issuer | issuing bank | card issuer
KIND: card scheme | visa | mastercard | card network | amex
SAME: authorisation | authorization request | preauth | auth request | approval
SAME: declined | card declined | do not honor | refused payment | not approved | payment declined
SAME: contactless | nfc | tap to pay | apple pay | google pay | mobile wallet
SAME: 3ds | 3d secure | strong customer authentication | sca | step-up
SAME: pin | pin block | pin verification | pin code
SAME: iso 8583 | iso8583 | payment message | host link
SAME: payout | disbursement | pay out | merchant payout | remittance
SAME: settlement | settle | clearing | clear | netting
SAME: refund | reimbursement | money back | refunded | reversal
SAME: double charge | charged twice | duplicate charge | billed twice | double billing | duplicate payment | double debit
SAME: chargeback | dispute | disputed transaction
SAME: invoice | bill | billing | invoicing | billed
SAME: subscription | recurring payment | membership | recurring billing
SAME: merchant | shop | store | retailer | seller
SAME: customer | client | consumer | shopper | buyer | end user
SAME: account balance | balance | wallet balance | funds
SAME: bank transfer | wire | sepa | ach | swift | wire transfer | fund transfer
SAME: direct debit | standing order | mandate | autopay
SAME: atm | cash machine | cash dispenser | cashpoint | withdrawal
SAME: mobile banking | online banking | internet banking | e-banking | banking app
SAME: core banking | bank ledger | account system
SAME: statement | account statement | bank statement
SAME: kyc | aml | sanctions screening | identity verification | screening
SAME: fraud check | fraud engine | risk engine | risk score | fraud detection
SAME: currency | exchange rate | fx | fx rate | conversion rate
SAME: tax | vat | sales tax | duty
SAME: fee | commission | surcharge | levy
SAME: price | pricing | cost | tariff | price list
SAME: discount | coupon | promo code | voucher | promotion code | gift card
SAME: loyalty | points | rewards | bonus points
SAME: receipt | confirmation email | order confirmation | proof of purchase
SAME: cart | basket | shopping cart | shopping bag
SAME: checkout | check out | place order | order placement | ordering
SAME: catalog | catalogue | product listing | product page | product data | assortment
SAME: product | item | article | sku | goods
SAME: stock | inventory | stock level | availability | on hand
SAME: oversell | oversold | overbooking | overbooked | sold out | double booking
SAME: order | purchase order | customer order | sales order
SAME: storefront | web shop | online shop | e-shop | online store | webshop
SAME: black friday | flash sale | sale event | cyber monday | promotion | campaign
SAME: recommendation | recommender | suggested items | personalization
SAME: abandoned cart | conversion rate drop | conversion | drop in orders | fewer orders
SAME: marketplace | seller portal | vendor portal | third-party seller
SAME: fulfillment | fulfilment | order processing | dispatch
SAME: shipment | delivery | consignment | shipping | freight
SAME: parcel | package delivery | carton
SAME: courier | carrier service | delivery driver | delivery company | postal service
SAME: tracking number | track and trace | shipment tracking | delivery status
SAME: warehouse | distribution center | depot | fulfilment center | dc site | wms
SAME: label printer | shipping label | label | zebra printer | address label
SAME: conveyor | sorter | sortation | conveyor belt | belt
SAME: pick | picking | picker | pick list | order picking
SAME: pack station | packing | packing bench
KIND: warehouse equipment | pallet | forklift | tote | agv | crane
SAME: barcode | qr code | ean | datamatrix | rfid
SAME: route planning | routing optimizer | delivery route | route optimization
SAME: fleet | truck | vehicle | van | lorry
SAME: gps | location | geolocation | positioning | gnss
SAME: customs | customs declaration | border | clearance
SAME: dock door | yard | loading bay | goods in | inbound
SAME: return | returned goods | rma request | returns portal
SAME: address | postcode | zip code | address validation | postal code
SAME: edi | edifact | x12 | as2 | partner file
SAME: sftp | ftp | file transfer | file drop | ftps | managed file transfer
SAME: hospital | clinic | medical center | infirmary
SAME: patient | inpatient | case record | mrn
SAME: ehr | emr | electronic health record | patient record | medical record | chart system
SAME: ward | nursing station | bedside | unit floor | nurse station
SAME: lab | laboratory | lis | lab result | test result | specimen
SAME: analyzer | lab instrument | analyser
SAME: imaging | radiology | pacs | x-ray | ct scan | mri | dicom
SAME: modality | ct scanner | mri scanner
SAME: prescription | medication | e-prescription | drug order | medicine
SAME: pharmacy | dispensary | dispensing cabinet | medication cabinet
KIND: interface standard | hl7 | fhir | interface engine | adt | integration engine
SAME: admission | admit | discharge | patient registration
KIND: medical device | infusion pump | patient monitor | ventilator | telemetry monitor
SAME: operating room | theatre | surgery | operating theatre
SAME: emergency department | er | a&e | emergency room | triage
SAME: telehealth | video consultation | telemedicine | virtual visit
SAME: insurance claim | claim | reimbursement claim | policyholder
SAME: nurse call | call bell | alarm bell
SAME: call | phone call | voice call | telephone call
SAME: dropped call | call drop | call cut off | calls dropping
SAME: sip | voip | sip trunk | voice over ip | ip telephony
SAME: pbx | call manager | cucm | asterisk | phone exchange | telephone exchange
SAME: call center | contact center | call centre | hotline | ivr | contact centre
SAME: one-way audio | no audio | no sound | rtp | silent call | silence
SAME: session border controller | sbc | voice gateway | media gateway
SAME: codec | g711 | transcoding mismatch | sdp
SAME: sms | text message | texting | short message | smsc | sms gateway
SAME: voicemail | answering machine | voice mail
SAME: emergency call | 911 | 112 | 999 | emergency services
SAME: roaming | abroad | visited network | foreign network
SAME: base station | cell site | cell tower | enodeb | gnodeb | mast | radio site
SAME: radio access | 4g | 5g | lte
SAME: packet core | mme | epc | amf | sgsn | pgw
SAME: hlr | hss | udm | subscriber database | home location register
SAME: diameter | ss7 | signalling | signaling | signaling storm
SAME: subscriber | mobile customer | sim | line holder
SAME: sim card | sim | esim | imsi | msisdn
SAME: number portability | porting | ported number
SAME: prepaid | top-up | recharge | credit top up
SAME: charging system | ocs | online charging | rating engine | cdr
SAME: mobile data | data session | apn | cellular | mobile internet
SAME: attach | register on network | network registration | no signal | no coverage
SAME: microwave link | backhaul | transmission link | dwdm
SAME: dsl | dslam | cable modem | cmts | modem | cpe
SAME: gpon | olt | ont | fiber to home | pon
SAME: set-top box | stb | tv box | decoder box | iptv
SAME: stream | streaming | live stream | broadcast | livestream
SAME: video | clip | footage | movie
SAME: transcode | transcoding | encode | encoder | encoding job | ffmpeg
SAME: playback | play | player | video player | watch
SAME: buffering | rebuffering | stutter | stuttering | choppy video | playback stall
SAME: hls | segment | playlist | media manifest
SAME: packager | media origin | just-in-time packaging | segmenter
SAME: drm | widevine | fairplay | content key | playback license
SAME: subtitle | caption | closed caption | audio track
SAME: lip sync | audio sync | av sync | audio drift
SAME: ads | advertisement | advert | ad server | ad insertion | commercial
SAME: ad bidding | rtb | bid request | ssp | dsp
SAME: impression | click tracking | ad click | ad tracking
SAME: playout | broadcast chain | master control | studio feed
SAME: satellite | uplink station | satellite dish | contribution feed
SAME: cms | content management | publishing | editorial | wordpress
SAME: news feed | timeline | feed ranking | home feed
SAME: comment | user content | review
SAME: epg | program guide | tv guide | channel lineup
SAME: bitrate | resolution | video quality | pixelated | abr
SAME: game | gameplay | gaming
SAME: match | game session | round | game instance
SAME: matchmaking | matchmaker | match queue | find a match
SAME: lobby | party | waiting room | game room
SAME: game server | dedicated game server | server browser | realm | shard server
SAME: player | gamer | user character | avatar
SAME: player inventory | loot | in-game item | cosmetics | virtual goods
SAME: leaderboard | ranking | scoreboard | high score
SAME: tick rate | rubber banding | desync | desynced | netcode
SAME: anti-cheat | cheat detection | ban wave | cheater
SAME: game client | launcher | game patch | client patch
SAME: save game | player progress | saved progress | progress lost | savegame
SAME: in-game purchase | microtransaction | in-game currency | game store | in-app purchase
KIND: console | playstation | xbox | nintendo | steam
SAME: login queue | log in queue | waiting queue | virtual queue
SAME: season launch | game launch | expansion | event start
SAME: machine learning | ml | ai | data science
SAME: model | ml model | classifier | neural network | predictor
SAME: training | training run | training job | fine-tune | fine-tuning
SAME: inference | prediction | scoring | model serving | serving
KIND: model server | triton | torchserve | vllm | tf serving
SAME: llm | large language model | chatbot | gpt | assistant bot
SAME: prompt | context window | token limit
SAME: gpu | cuda | accelerator | graphics card | nvidia
SAME: cuda oom | gpu memory | vram | gpu oom
SAME: xid error | gpu fell off | nvlink | ecc uncorrectable
SAME: nccl | allreduce | collective hang | distributed training
SAME: loss diverged | loss spike | nan loss | diverge | exploding gradient
SAME: feature store | feature pipeline | online features | feature data
SAME: feature mismatch | training-serving skew | feature skew | null features
SAME: embedding | vector | vector store | vector database | vector index
SAME: data drift | model drift | concept drift | distribution shift | drift
SAME: accuracy drop | model quality | bad predictions | poor predictions | precision drop
SAME: model registry | model version | model artifact | wrong model
SAME: dataset | training data | labelled data | data set
SAME: model checkpoint | checkpoint | saved weights | weights
SAME: notebook server | jupyter | jupyterhub
SAME: label | annotation | ground truth
SAME: quote | price quote | bid ask | bid and ask
SAME: market data | price feed | ticker | quote feed | market feed | tick data
SAME: exchange | stock exchange | trading venue | market venue
SAME: fix protocol | fix session | fix engine | sequence number gap
SAME: trade | trading | deal | execution
SAME: fill | trade execution | execution report | filled order
SAME: order book | matching engine | limit order | order matching
SAME: order management | oms | order router | order routing
SAME: market open | opening bell | open auction | start of trading
SAME: market close | closing auction | close of trading
SAME: end of day | eod | close of business | day end | nightly close
SAME: month end | month-end | end of month | period close | year end | quarter end
SAME: ledger | general ledger | accounting | bookkeeping | journal entry
SAME: reconciliation | reconcile | balancing | recon | recon break
SAME: position | holdings | portfolio | exposure
SAME: margin | collateral | margin call
SAME: risk limit | pre-trade check | credit limit | limit check
SAME: trader | broker dealer | dealer | trading desk
SAME: regulatory report | regulator | trade reporting | mifid | filing
SAME: insurance policy | policy | underwriting | premium
SAME: loan | mortgage | credit application | lending
SAME: cryptocurrency | blockchain | bitcoin | crypto wallet | ethereum
SAME: smart contract | on-chain | validator | chain fork
SAME: sensor | probe sensor | transmitter | detector | transducer
SAME: sensor reading | measurement | reading | sample
SAME: plc | programmable logic controller | industrial controller | s7
KIND: scada | hmi | control room | dcs | operator panel
KIND: fieldbus | opc ua | modbus | profinet | opc
SAME: mqtt | mosquitto | device broker | iot broker
SAME: iot | connected device | smart device | internet of things
SAME: edge gateway | field gateway | iot gateway | edge device
SAME: over the air | ota | ota update | remote update | fota
SAME: bricked | dead device | unusable device | brick
SAME: device twin | device shadow | device registry
SAME: smart meter | meter | electricity meter | utility meter
SAME: meter reading | consumption data | usage data | metering data
SAME: historian | process data | plant data | pi server
SAME: production line | assembly line | manufacturing line | line stop | line stoppage
SAME: factory | plant | manufacturing site | shop floor
SAME: mes | manufacturing execution | production order | work order
SAME: robot | robot arm | robot cell | manipulator
SAME: emergency stop | e-stop | safety stop | interlock
KIND: actuator | valve | motor | servo | drive unit
SAME: machine vision | vision inspection | inspection camera
SAME: battery | low battery | flat battery | battery drain
SAME: thermostat | heating | boiler | building management | bms
SAME: elevator | lift
SAME: parking | barrier | gate | parking garage
SAME: ev charger | charging station | charge point | ocpp | wallbox
SAME: power grid | electricity grid | substation | transformer | distribution network
SAME: wind turbine | wind farm | solar farm | inverter | solar panel
SAME: pipeline pump | compressor | pump station | pump
SAME: water treatment | waterworks | sewage | wastewater
SAME: energy market | day-ahead | dispatch schedule | balancing market
SAME: load forecast | demand forecast | forecast
SAME: rtu | telecontrol | iec 104 | remote terminal unit
SAME: student | pupil | learner | schoolchild
SAME: teacher | lecturer | instructor | professor
SAME: university | school | college | campus
KIND: lms | moodle | learning platform | canvas | e-learning | blackboard
SAME: exam | online exam | quiz | assessment | proctoring
SAME: course registration | enrollment | enrolment | course sign-up
SAME: grade | gradebook | transcript
SAME: lecture | lesson | course
SAME: assignment submission | homework | coursework
SAME: booking | reservation | book | reserve
SAME: hotel | accommodation | lodging | room booking
SAME: property management | pms | front desk | reception
SAME: channel manager | rate feed | ota channel | booking channel
SAME: room key | key card | keycard | door key
SAME: flight | airline | aircraft
SAME: airport | terminal building | departure gate
SAME: check-in | boarding pass | boarding | check-in kiosk
SAME: baggage | luggage | suitcase | bag drop
KIND: gds | amadeus | sabre | global distribution
SAME: seat | seat map | seat selection | seating
SAME: train | railway | rail | railroad
SAME: signalling system | interlocking | train control | etcs
SAME: timetable | departure board | passenger information | schedule board
SAME: ticket machine | ticket vending | fare gate | ticket kiosk | ticketing machine
SAME: fare | ticket price | airfare | fare rule
KIND: public transport | bus | tram | metro | transit
SAME: car rental | rental car | car hire
SAME: ride | taxi | ride hailing | driver app
SAME: scooter | bike share | bicycle | e-scooter
SAME: restaurant | kitchen display | table order | food order
SAME: event ticket | concert ticket | ticket sale | on-sale
SAME: queue-it | waiting room page | virtual waiting room
SAME: citizen | resident | taxpayer | applicant
SAME: government portal | public portal | e-government | citizen portal
SAME: tax return | tax filing | tax declaration
SAME: benefit | welfare | social security | pension
SAME: permit | application form | licence application
SAME: passport | identity card | national id | eid
SAME: land register | registry office | civil registry
SAME: election results | vote | ballot | voting
SAME: court | case management | justice | docket
SAME: police | dispatch center | computer aided dispatch | cad | emergency dispatch
SAME: library | library catalogue | lending desk | circulation
SAME: kiosk | self-service terminal | self-checkout | self service
SAME: digital signage | info screen | display board | public display
SAME: map | map tiles | geocoding | gis
SAME: weather | forecast feed | weather data
KIND: storage | disk | nfs | san | object storage | block storage | tape
KIND: queue | kafka | rabbitmq | sqs | dead letter queue | print queue
KIND: crash | segfault | out of memory | panic | stack overflow | kernel panic
KIND: network | dns | routing table | vlan | bgp | vpn | wifi | firewall
KIND: orchestrator | kubernetes | nomad | ecs | docker swarm | mesos
KIND: cannot log in | lockout | expired password | mfa | sso | session expired
KIND: cannot connect | connection refused | timeout | nxdomain | blocked traffic | tls handshake
KIND: resource exhaustion | out of memory | disk full | file descriptor | pool exhausted | port exhaustion | quota
KIND: access problem | permission denied | unauthorized | forbidden | lockout | allowlist
KIND: security control | waf | antivirus | ids | captcha
KIND: identity | active directory | okta | keycloak | azure ad | ldap
KIND: remote access | vpn | rdp | ssh | citrix | bastion
KIND: power | ups | generator | pdu | psu | power grid
KIND: machine | vm | bare metal | laptop | pod | appliance
KIND: appliance | router | switch | firewall | hsm | storage array
KIND: handheld device | scanner | card terminal | smartphone | tablet | pda
KIND: change | deploy | migration | patch | misconfiguration | upgrade | rotation | cutover
KIND: recent change | deployment | config change | certificate renewal | password rotation | failover
KIND: undo | rollback | restore | downgrade | failback | revert
KIND: performance | slow query | gc pause | high cpu | packet loss | lock contention | swap
KIND: data quality | duplicate | stale | corrupt | missing data | mismatch | wrong currency
KIND: background processing | cron | batch | background job | etl | stream processing
KIND: scheduled job | cron | airflow | backup | batch | log rotation
KIND: file | csv | pdf | attachment | image | spreadsheet
KIND: web server | nginx | apache httpd | iis | tomcat
KIND: edge | cdn | load balancer | waf | api gateway | ingress
KIND: messaging | sms | email | push notification | chat | voicemail
KIND: expiry | expired certificate | expired token | license expired | domain expired | password expired
KIND: identifier | uuid | primary key | order number | serial number | account number
KIND: limit | rate limit | quota | ulimit | memory limit | max connections | cpu limit
KIND: shop floor device | plc | robot | conveyor | scanner | label printer
KIND: medical system | ehr | pacs | lis | pharmacy | infusion pump
KIND: money movement | payout | refund | settlement | bank transfer | chargeback
KIND: trading system | order book | market data | fix protocol | oms
KIND: telecom element | base station | hlr | sbc | smsc | packet core
KIND: media pipeline | transcode | packager | drm | cdn | playout
KIND: monitoring tool | prometheus | grafana | datadog | nagios | splunk | zabbix
KIND: log store | splunk | elasticsearch | loki | graylog | cloudwatch
KIND: secret store | vault | hsm | kms | secrets manager
KIND: container failure | crashloop | imagepullbackoff | evicted | oomkilled | pending pod
KIND: restart | reboot | rolling restart | power cycle | failover | crashloop
KIND: user device | laptop | smartphone | tablet | printer | handset
KIND: traffic | requests | packets | connections | messages
KIND: slow | high latency | lock contention | cold cache | congestion | throttling
KIND: stuck | deadlock | livelock | lock wait | poison message | hung task
KIND: intermittent | flapping | race condition | half of | packet loss | one bad node
KIND: lost | data loss | dropped packets | lost writes | accidental deletion | expired by ttl
KIND: duplicate | retry | redelivery | double charge | ran twice | duplicate key
KIND: stale | stale cache | replication lag | dns cache | backlog | frozen feed
KIND: unavailable | 503 | connection refused | link down | power outage | node not ready
KIND: blank page | javascript error | static asset | 404 | content security policy
KIND: search | elasticsearch | index | facet | autocomplete
KIND: overload | ddos | traffic spike | retry storm | flash sale | runaway job
KIND: runaway job | fork bomb | infinite loop | full table scan | log flood
KIND: time trouble | clock skew | timezone | daylight saving | leap second
KIND: customer contact | call center | chatbot | email | helpdesk
KIND: industrial protocol | modbus | opc ua | mqtt | profinet | iec 104
KIND: radio | wifi | bluetooth | lte | lorawan | zigbee | nfc
KIND: travel system | gds | baggage | check-in | seat map | booking
KIND: public utility | smart meter | substation | water treatment | power grid
KIND: cloud service | s3 | ec2 | lambda | rds | sqs
KIND: gpu trouble | cuda oom | xid error | nccl | thermal
KIND: dns trouble | nxdomain | servfail | dnssec | domain expired | ndots
KIND: certificate trouble | expired certificate | hostname mismatch | incomplete chain | untrusted certificate | crl
SAME: rds | aurora | cloud sql | managed database | hosted database
SAME: splunk | siem | log search | log analytics
KIND: log backend | loki | graylog | elk | log store
SAME: rolling restart | one by one | restart each | restarted in turn
SAME: one bad node | single bad host | bad replica | faulty instance
SAME: smartphone | mobile phone | cell phone | mobile device | iphone
SAME: tablet | ipad | pda | touchscreen
KIND: short-range radio | bluetooth | ble | pairing | zigbee | lorawan
SAME: password expired | expired password | stale password | old password
SAME: uuid | guid | unique id
SAME: serial number | sequence number | document number | running number
SAME: autocomplete | typeahead | suggestions | auto-suggest
SAME: rolling update | rolling deploy | rolling upgrade | max surge
SAME: javascript error | console error | script error | client-side error
SAME: runaway | out of control | unbounded | uncontrolled
SAME: fork bomb | process explosion | too many processes | process leak
SAME: cache key | cache entry | cached value
SAME: negative caching | cached failure | cached 404 | cached error
SAME: http/2 | h2 | quic | http/3 | goaway
SAME: header | http header | header too large | request header
SAME: cookie too large | 431 | oversized cookie
SAME: gzip | compression | decompress | compressed | brotli
SAME: chunked | content-length | transfer encoding
SAME: regex | regular expression | catastrophic backtracking | redos
SAME: user agent | client type | device type
SAME: locale | language setting | translation | i18n
SAME: decimal separator | comma | number format | thousands separator
SAME: special character | umlaut | accent | emoji | non-ascii | apostrophe
SAME: whitespace | trailing space | newline | line ending | crlf
SAME: null value | null | missing value | empty field | undefined
SAME: mandatory field | required field | validation error | field missing
SAME: validation | validate | input check | schema validation
KIND: structured text | xml | xsd | xpath
KIND: structured text | json | yaml | invalid json | indentation
KIND: serialization format | avro | schema registry | parquet
SAME: pagination | page size | page token | next page
SAME: bulk | mass update | bulk operation | mass mailing
SAME: data fix | manual correction | sql script | manual update | data patch
SAME: rate of errors | error rate | failure rate | error ratio
SAME: success rate | approval rate | acceptance rate
SAME: capacity | headroom | sizing | undersized | underprovisioned
SAME: add capacity | scale horizontally | more instances | add nodes | more replicas
SAME: resize | increase size | extend disk | expand volume | enlarge
SAME: clean up | cleanup | housekeeping | tidy | prune | free up
SAME: archive | archival | move to archive | cold storage
SAME: workaround | temporary fix | mitigation | stopgap | bypass
SAME: mitigate | alleviate | relieve | ease
SAME: resolve | fix | repair | remedy | fixed
SAME: root cause | cause | culprit | origin of fault | trigger of
SAME: reproduce | repro | recreate
SAME: investigate | troubleshoot | diagnose | debug | analyse
SAME: disable | turn off | switch off | deactivate | disabled
SAME: enable | turn on | switch on | activate | enabled
SAME: start | launch | startup | start up | bring up | come up
SAME: stop | halt | shutdown | stopped | bring down
SAME: isolate | quarantine | out of rotation | remove from pool
SAME: reroute | divert | redirect traffic | shift traffic | drain traffic
SAME: unlock | release lock | clear lock | unlocked
SAME: kill session | kill query | terminate session | cancel query
SAME: stale lock | leftover lock | lock file | pid file | lockfile | orphaned lock
SAME: reseed | rebuild replica | resync | re-sync | resynchronize
SAME: reimport | reload | re-run | reingest
SAME: reset | factory reset | reinitialize | reset to default
SAME: reinstall | reimage | rebuild | re-image
SAME: unplug | plug | reseat | reseated
SAME: escalate | escalation | hand over | severity
SAME: postmortem | post-mortem | incident review | retrospective | rca
SAME: runbook | procedure | sop | operating procedure
SAME: war room | incident bridge | bridge call | incident channel
SAME: increase | rise | climb | rose | went up | go up | elevated
SAME: gradual | slowly | creeping | little by little | steadily
SAME: sudden | abrupt | abruptly | all at once | instantly
SAME: recur | come back | reoccur | again and again | returning
SAME: worldwide | global | everywhere | all regions | all sites
SAME: branch | branch office | remote site | remote office | outlet | satellite office
SAME: headquarters | hq | main office | head office
SAME: user complaint | customer complaint | users report | complaints
SAME: tenant | customer account | organisation | organization | workspace
SAME: internal tool | back office | admin panel | backoffice | admin console
SAME: portal | customer portal | self-service portal | my account
SAME: landing page | home page | homepage | start page
SAME: microservice | backend | back end | backend service
SAME: monolith | main application | core application
SAME: integration | connector | adapter | middleware | interface link
SAME: sdk | client library | driver library
SAME: stub | mock | test data | dummy data | test account
SAME: leaked to production | test traffic | test messages | load test | stress test
SAME: chaos test | failover test | dr test | drill
SAME: cost spike | cloud bill | unexpected cost | overspend | egress cost
SAME: vendor outage | provider outage | third-party outage | supplier outage
SAME: open file | file lock | locked file | file in use | sharing violation
SAME: symlink | symbolic link | mount path | directory
SAME: ownership | chmod | chown | file permission | umask
SAME: user id | uid | gid | username | user name
SAME: roaming profile | user profile | home directory | profile corrupt
SAME: domain join | trust relationship | domain trust | computer account
SAME: sysvol | ad replication | dc replication
KIND: software distribution | wsus | sccm | intune | mdm
SAME: thin client | citrix receiver | virtual app
KIND: application server | app server | weblogic | websphere | jboss
SAME: mainframe job | jcl | abend | cics | db2
KIND: hadoop | hdfs | namenode | datanode | hive
KIND: query engine | presto | trino | athena
SAME: dbt | transformation job | data model run
SAME: data lake | lakehouse | delta lake | iceberg
KIND: bi tool | tableau | power bi | looker | qlik
SAME: aggregation | rollup | summary table | materialized view
SAME: daily report | morning report | nightly report | empty report
SAME: late data | late arriving | watermark | event time
SAME: missing file | file not delivered | feed not arrived | file not received | no file
SAME: file format | column order | changed layout | extra column | file layout
SAME: master data | reference data | lookup table | static data
SAME: customer data | customer record | contact data
SAME: golden image | ami | base image | template image
SAME: user data script | cloud-init | bootstrap script | init script
SAME: metadata service | imds | instance metadata | 169.254.169.254
SAME: service discovery | eureka | service registry | endpoint list
SAME: stale endpoints | old ip | dead endpoints | cached ip | stale dns
SAME: hosts file | /etc/hosts | static entry | resolv.conf
SAME: long-lived connections | persistent connections | connection reuse | http keepalive
SAME: half-open | dead connection | stale connection | dead peer
SAME: somaxconn | listen backlog | syn backlog | accept queue
SAME: socket | tcp connection | open connection | tcp
SAME: udp | datagram | udp packet
SAME: offload | nic offload | checksum offload | tso
SAME: ring buffer | rx drops | buffer overrun | receive buffer
SAME: interrupt | irq | softirq | interrupt storm
SAME: numa | cpu pinning | core affinity
SAME: entropy | /dev/random | random number | rng
SAME: write amplification | write stall | flush stall | fsync
SAME: durability | fsync | commit latency | write barrier
SAME: read repair | anti-entropy | hinted handoff | nodetool repair
SAME: eventual consistency | read your writes | inconsistent read
SAME: two-phase commit | xa | prepared transaction | in-doubt transaction
SAME: saga | compensation | outbox | distributed transaction
SAME: lease | lease expired | lock lease | fencing token | distributed lock
SAME: stuck job | zombie job | hung job | job stuck | never finishes
SAME: long running | runs too long | overrun | takes too long | took too long
SAME: node pool | instance group | worker fleet | machine pool
SAME: insufficient capacity | capacity shortage | no capacity | stockout
SAME: cluster upgrade | kubernetes upgrade | api removal | deprecated api
SAME: finalizer | stuck terminating | terminating | cannot delete
SAME: init container | startup probe | slow startup | init failure
SAME: prestop | drain connections | connection draining | deregistration delay
SAME: security patch | library upgrade | dependency upgrade | dependency bump
SAME: supply chain | malicious package | compromised package
SAME: leaked secret | exposed key | committed secret | leaked key
SAME: least privilege | permission change | removed permission | revoked
SAME: revoke | revoked | withdrawn | invalidated | revocation
SAME: user locked | too many attempts | failed logins | wrong password
SAME: email code | verification code | activation email | confirmation code
SAME: biometric | fingerprint | face id | passkey
SAME: smart card | smartcard | yubikey | hardware token | security key
SAME: e-signature | digital signature | docusign | signed document
SAME: fax | faxing | ocr | document scan | scanning
KIND: printer trouble | toner | paper jam | out of paper | print driver
SAME: projector | meeting room | conference room | room system
KIND: audio device | headset | microphone | speaker
SAME: webcam | camera feed | video device
KIND: input device | keyboard | mouse | trackpad
SAME: pin version | version pinning
SAME: escalator | moving stairway
SAME: point-in-time recovery | pitr
SAME: data warehouse | dwh
SAME: infrastructure as code | iac
SAME: zookeeper | zk
SAME: office 365 | o365 | m365 | microsoft 365
SAME: identity provider | idp
SAME: repository | repo
SAME: gds | global distribution
SAME: lms | learning platform | e-learning
SAME: hmi | operator panel
SAME: stylesheet | styling | css
SAME: ssd | solid state | flash drive
`;
