import { phrases, words } from './word-list.ts';

/** Machines, services and software that is no person. */

export const platforms = phrases`
  something | aws | gcp | google | azure | microsoft | the kernel | kubelet | kubernetes | the scheduler
  | kops | oom\w*
`;

export const restoredThings = words`
  dns service\w* traffic access connectivity site cluster records? it them everything functionality back
  online up
`;

export const services = words`
  services? sites? access functionality connectivity traffic everything availability
`;

export const automata = phrases`
  watchdog | autoscaler | autoscaling | scheduler | controller | supervisor | systemd | oom[ -]?killer
  | load ?balancer | orchestrator | hypervisor | cron | cronjob
`;

export const softwareOrDesk = words`
  service worker queue api app system db database server handler center centre
`;

export const softwareNouns = words`service worker queue api app system db database server`;

export const softwareOrHost = words`service worker queue api app system db database server host node box`;

export const loggingParts = words`
  rotat ship forward clean retention agent server service volume partition storage pipeline collector
  level
`;

export const trafficPlaces = phrases`
  load ?balancer | lb | elb | alb | pool | rotation | a records? | dns | target group | backend
  | maintenance(?: mode)?
`;

export const routePrepositions = words`via through over to from at on`;

/** "Service restored", "access was restored": news of how things stand, not of an action. */
export const stateSubjects: ReadonlySet<string> = new Set(words`
  service services site sites access functionality connectivity everything operation operations
  availability performance normal website api
`);

/** Systems, not people: "asg replaced three nodes" is nobody's action. */
export const systems: ReadonlySet<string> = new Set(words`
  asg autoscaler autoscaling kubernetes k8s kubelet argo argocd flux terraform helm github gitlab jenkins
  travis ci cron cronjob systemd keepalived patroni pacemaker operator controller scheduler oom kernel
  ansible puppet chef dependabot renovate pipeline job script bot mdm watchdog supervisor daemon balancer
  loadbalancer orchestrator hypervisor hpa
`);

/** What goes up and down: "traffic increased" says what came about. */
export const quantities: ReadonlySet<string> = new Set(words`
  traffic load usage latency errors rate rates requests depth lag volume reports complaints throughput
  demand temperature pressure utilisation utilization consumption memory cpu
`);
