import { kubectlReads } from '../lexicon/commands.ts';
import { anyPattern, patternWith } from './pattern.ts';

/** What of other programs only looks, by what follows the name. */
export const readOnlySubcommands: Readonly<Record<string, RegExp>> = {
  kubectl: patternWith('')`^(?:-\S+(?: [\w-]+)? ){0,3}${kubectlReads}\b`,
  docker: /^(?:ps|logs|inspect|stats|images|info|top|version|(?:compose )?(?:ps|logs|config|top))\b/,
  systemctl: /^(?:status|list|show|cat|is-)/,
  service: /^\S+ status\b/,
  helm: /^(?:list|ls|history|status|get|template|diff)\b/,
  terraform: /^(?:plan|show|state (?:list|show|pull)|output|validate|providers|graph|version)\b/,
  git: /^(?:log|diff|show|status|blame|bisect|grep|fetch|ls-files|ls-remote|rev-parse|branch$|remote -v)/,
  curl: /^(?!.*(?:-X ?|--request[ =])["']?(?:POST|PUT|DELETE|PATCH))(?!.*(?:\s-d|--data\S*|\s-T|--upload-file)[ =@'"])/,
  wget: /^(?!.*--(?:post|method=))/,
  openssl: /^(?:s_client|x509|verify|crl|req -text|asn1parse|ciphers|version)\b/,
  nc: /^-\w*z\w*/,
  chronyc: /^(?:tracking|sources|activity)/,
  'redis-cli':
    /^(?:[^\n]{0,60} )?(?:info|ping|get|keys|ttl|slowlog|monitor|client list|llen|dbsize|memory|--latency|--bigkeys|--scan)/i,
  mysql: /(?:-e|--execute)[ =]?["']\s*(?:select|show|explain|desc)\b/i,
  psql: /(?:-c|--command)[ =]?["']\s*(?:\\d|\\l|select|show|explain)|\s-l$/i,
  ip: /^(?:-\S+ )*(?:a|addr|address|l|link|r|route|neigh|rule)?(?: (?:show|list|ls|get)\b.*)?$/,
  ifconfig: /^\w*$/,
  ethtool: /^(?:-[aciSkTlmgx]+ )?[\w.-]+$/,
  dpkg: /^-[lLsS]\b/,
  rpm: /^-q/,
  apt: /^(?:list|policy|show|search)\b/,
  node: /^(?:-p|-v|--version)\b/,
  find: /^(?!.*-(?:delete|exec(?:dir)?)\b)/,
  zpool: /^(?:status|list|iostat|history|get)\b/,
  zfs: /^(?:list|get)\b/,
  mdadm: /^--(?:detail|examine)\b/,
  ceph: /^(?:-s|status|health|df|versions|osd (?:tree|df|stat|perf|dump|pool (?:ls|get))|pg (?:dump|stat|ls)|mon stat)\b/,
  nodetool:
    /^(?:status|info|tpstats|cfstats|tablestats|compactionstats|netstats|ring|gossipinfo|describecluster|proxyhistograms)\b/,
  vault: /^(?:kv (?:get|list)|read|list|status)\b/,
  consul: /^(?:kv get|members|info|catalog|operator raft list)\b/,
  etcdctl: /^(?:--\S+ )*(?:get|member list|endpoint (?:status|health)|alarm list)\b/,
  crictl: /^(?:ps|logs|inspect\w*|images|stats|pods|info)\b/,
  istioctl: /^(?:proxy-status|ps|analyze|proxy-config|pc|version)\b/,
  argocd: /^app (?:get|diff|list|history|logs|manifests)\b/,
  flux: /^(?:get|logs|events|check|tree)\b/,
  nginx: /^-[tTvV]+$/,
  apachectl: /^(?:-t|-S|-M|configtest|status)$/,
  ssh: /^(?:-\S+(?: (?![\w.-]+@)[\w./~:-]+)? ){0,4}[\w.@-]+$/,
};

/** Of any program: its second to fifth word says that it looks, or that nothing is to be done. */
export const genericReadOnly: RegExp = anyPattern(
  /^[\w-]+(?: [\w-]+){0,3} (?:list(?:-\w+)?|show|status|describe|info|members|health|version)\b/i,
  /^(?:aws|gcloud|az) [\w -]*\b(?:describe|list|get|show|ls)/i,
  /^kafka-[\w-]+(?:\.sh)? .*--(?:describe|list)\b|^gcloud\b.{0,120} ssh\b(?!.{0,200}--command)/i,
  /\s--(?:dry-run(?:=(?:client|server))?|check|version|help)(?:\s|$)/i,
);
