import { phrases, words } from './word-list.ts';

/** What has a value only because somebody set it; what is measured (load, latency, a queue) is none. */
export const settings = phrases`
  flags? | toggles? | thresholds? | limits? | quotas? | caps? | time-?outs? | ttls? | weights?
  | priorit(?:y|ies) | local-pref | concurrency | replicas | parallelism | batch ?sizes? | pool ?sizes?
  | max-?\w* | min-?\w* | maximum | minimum | intervals? | retention | log ?levels? | image | version
  | chart | rules? | polic(?:y|ies) | routes? | routing | redirects? | records? | cnames? | alias
  | address(?:es)? | upstreams? | vlans? | mode | schedules? | crons? | feature | config\w* | settings?
  | retries | sampling | mtu | auto-?scal\w+ | rollover | fallback | maintenance
`;

export const numericSettings = phrases`
  time-?outs? | limits? | concurrency | replicas | retention | ttl | quota | threshold | weights?
  | pool size | batch size | interval | retries | mtu | keepalive | heap
`;

export const settingStems = words`rule polic record cname flag limit weight route cron redirect`;

/** What people put in to mend something, or take out again. */
export const remedies = phrases`
  fix | hotfix | patch | rule | limits? | rate limit | revert | rollback | workaround | clamp | filter
  | redirect | override | exception | exclusion | block | cap | flag | record | entry | route | whitelist
  | allowlist | denylist | throttle | maintenance page | banner | index | policy
`;

export const valuesReturnedTo = phrases`
  normal | default | auto | manual | off | on\b | what | how | its
  | (?:the )?(?:old|previous|original|usual|last|former)\b
`;

export const inPlaceStates = phrases`
  in | live | in place | in prod\w* | deployed | rolled out | active | through
`;
