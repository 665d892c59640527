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

export const softwareAndDesks = words`
  service worker queue api app system db database server handler center centre
`;

export const softwareNouns = words`service worker queue api app system db database server`;

export const softwareAndHosts = words`service worker queue api app system db database server host node box`;

export const loggingParts = words`
  rotat ship forward clean retention agent server service volume partition storage pipeline collector
  level
`;

export const trafficPlaces = phrases`
  load ?balancer | lb | elb | alb | pool | rotation | a records? | dns | target group | backend
  | maintenance(?: mode)?
`;

export const routePrepositions = words`via through over to from at on`;
